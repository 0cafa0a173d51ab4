import { InvalidParameterError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { planeAxes, planeOf } from './region-plane.js'

describe('planeAxes', () => {
  it('names the rates, or the quantity of the law, on which an axis depends', () => {
    const [x, y] = planeAxes(['communication-ase', 'sensing-detection:1e-6'])
    expect(x.dependsOn).toEqual({ communication: true, sensing: false })
    expect(x.asked).toEqual([])
    expect(y.dependsOn).toEqual({ communication: false, sensing: false })
    expect(y.asked).toEqual(['sensing-detection:1e-6'])
  })

  it('refuses an error, of which less is better', () => {
    expect(() => planeAxes(['communication-rate', 'sensing-angle-error'])).toThrow(InvalidParameterError)
  })
})

describe('planeOf', () => {
  it('is the quantity of both services', () => {
    expect(planeOf('ase')).toEqual(['communication-ase', 'sensing-ase'])
  })
})
