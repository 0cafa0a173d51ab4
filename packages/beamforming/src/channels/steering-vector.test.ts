import { InvalidParameterError } from '@isacnet/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { steeringVector } from './steering-vector.js'

it('advances by the phase π cos θ', () => {
  const { rows, columns, re, im } = steeringVector(3, Math.PI / 3)
  expect([rows, columns]).toEqual([3, 1])
  for (const [i, [a, b]] of [
    [1, 0],
    [0, 1],
    [-1, 0],
  ].entries()) {
    expect(re[i]).toBeCloseTo(a!, 14)
    expect(im[i]).toBeCloseTo(b!, 14)
  }
})

it('has entries of modulus 1, so that its length is √M', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), fc.double({ min: -7, max: 7, noNaN: true }), (antennas, angle) => {
      const { re, im } = steeringVector(antennas, angle)
      expect([re[0], im[0]]).toEqual([1, 0])
      for (let i = 0; i < antennas; i++) expect(Math.hypot(re[i]!, im[i]!)).toBeCloseTo(1, 14)
    }),
  )
})

it('refuses what is no array and no angle', () => {
  expect(() => steeringVector(0, 1)).toThrow(InvalidParameterError)
  expect(() => steeringVector(2.5, 1)).toThrow(InvalidParameterError)
  for (const angle of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => steeringVector(2, angle)).toThrow('angle must be a finite number of radians')
})
