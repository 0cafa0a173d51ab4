import { integrateAdaptive } from '@isacnet/quadrature'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gammaTransformComplement } from './gamma-transform.js'
import { interferenceFunction, plainInterferenceFunction } from './interference-function.js'

const networks = fc.record({
  K: fc.integer({ min: 1, max: 200 }),
  alpha: fc.double({ min: 2.05, max: 6, noNaN: true }),
})
const logZeta = fc.double({ min: -60, max: 30, noNaN: true })

it('is fast and equal to the plain form', () => {
  fc.assert(
    fc.property(networks, logZeta, ({ K, alpha }, x) => {
      const zeta = Math.exp(x)
      const ratio = interferenceFunction(K, alpha)(zeta) / plainInterferenceFunction(K, alpha)(zeta)
      expect(Math.abs(ratio - 1)).toBeLessThan(1e-13)
    }),
    { numRuns: 2000 },
  )
})

it('is the integral that defines it', () => {
  fc.assert(
    fc.property(networks, fc.double({ min: -12, max: 12, noNaN: true }), ({ K, alpha: any }, x) => {
      // Nearer to 2 the defining integral hardly converges; the plain form covers that.
      const alpha = Math.max(any, 2.5)
      const zeta = Math.exp(x)
      const integral = integrateAdaptive(
        (y) => gammaTransformComplement(zeta * Math.exp(-alpha * y), K) * 2 * Math.exp(2 * y),
        0,
        (35 + x + Math.log(K)) / (alpha - 2),
        { relativeTolerance: 1e-11 },
      ).value
      expect(Math.abs(interferenceFunction(K, alpha)(zeta) / (1 + integral) - 1)).toBeLessThan(1e-9)
    }),
    { numRuns: 60 },
  )
})

it('starts at 1, with the slope Kδ/(1−δ), and grows', () => {
  const f = interferenceFunction(3, 4)
  expect(f(0)).toBe(1)
  expect((f(1e-6) - 1) / 1e-6).toBeCloseTo(3, 4)
  let last = 1
  for (let x = -20; x < 20; x += 0.01) {
    const value = f(Math.exp(x))
    expect(value).toBeGreaterThanOrEqual(last)
    last = value
  }
})

it('remembers its last point without confusing it', () => {
  const f = interferenceFunction(5, 3)
  const values = [0.3, 0.3, 7, 0.3, 0].map(f)
  expect(values[0]).toBe(values[1])
  expect(values[3]).toBe(values[0])
  expect(values[4]).toBe(1)
  expect(values[2]).not.toBe(values[0])
})
