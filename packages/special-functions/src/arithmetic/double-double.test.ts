import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, divide, logarithm, multiply, sumOf } from './double-double.js'

const pair = () => new Float64Array(2)
const number = fc.double({ min: 0.01, max: 1e6, noNaN: true })

describe('double-double arithmetic', () => {
  it('undoes itself to 30 digits', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [x, y, z] = [pair(), pair(), pair()]
        sumOf(x, a, 1e-20 * a)
        sumOf(y, b, c * 1e-20)
        multiply(z, x, y)
        divide(z, z, y)
        sumOf(y, -x[0]!, -x[1]!)
        add(z, z, y)
        expect(Math.abs(z[0]!)).toBeLessThan(1e-30 * a)
      }),
    )
  })

  it('has a logarithm that turns products into sums', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y, z] = [pair(), pair(), pair()]
        sumOf(x, a, 0)
        sumOf(y, b, 0)
        multiply(z, x, y)
        logarithm(x, x)
        logarithm(y, y)
        logarithm(z, z)
        add(x, x, y)
        sumOf(z, -z[0]!, -z[1]!)
        add(z, z, x)
        expect(Math.abs(z[0]!), `${a} ${b}`).toBeLessThan(2e-30)
      }),
    )
  })

  it('gives the second word of ln 2', () => {
    const x = Float64Array.of(2, 0)
    logarithm(x, x)
    expect(x[0]).toBe(Math.LN2)
    expect(x[1]).toBeCloseTo(2.3190468138462996e-17, 31)
  })
})
