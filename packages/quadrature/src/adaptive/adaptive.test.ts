import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { NonConvergenceError } from '../integral/non-convergence-error.js'
import { integrateTanhSinh } from '../trapezoid/tanh-sinh.js'
import { integrateAdaptive } from './adaptive.js'

const infinity = Number.POSITIVE_INFINITY

it.each([
  ['eˣ', (x: number) => Math.exp(x), 0, 1, Math.E - 1],
  ['|x − 0.3|', (x: number) => Math.abs(x - 0.3), 0, 1, 0.29],
  ['√x', Math.sqrt, 0, 1, 2 / 3],
  ['e^−x', (x: number) => Math.exp(-x), 0, infinity, 1],
  ['e^x to the left', (x: number) => Math.exp(x), -infinity, 1, Math.E],
  ['e^−x²', (x: number) => Math.exp(-x * x), -infinity, infinity, Math.sqrt(Math.PI)],
  ['a narrow peak', (x: number) => 1e-3 / ((x - 0.77) ** 2 + 1e-6), 0, 1, Math.atan(230) + Math.atan(770)],
] as const)('integrates %s', (_name, f, a, b, expected) => {
  for (const relativeTolerance of [1e-6, 1e-11]) {
    const { value, errorEstimate } = integrateAdaptive(f, a, b, { relativeTolerance })
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(errorEstimate + 1e-14)
    expect(errorEstimate).toBeLessThanOrEqual(relativeTolerance * expected * 1.001)
  }
})

it('agrees with the double-exponential rule', () => {
  const f = (x: number) => Math.cos(3 * x) / (1 + x * x)
  expect(integrateAdaptive(f, 0, 2).value).toBeCloseTo(integrateTanhSinh(f, 0, 2).value, 11)
})

it('throws with what it reached', () => {
  let error: unknown
  try {
    integrateAdaptive((x) => 1 / x, 0, 1, { maxBisections: 20 })
  } catch (caught) {
    error = caught
  }
  expect(error).toBeInstanceOf(NonConvergenceError)
  expect((error as NonConvergenceError).reached.evaluations).toBe(17 * 42)
  expect((error as Error).message).toContain('did not converge: reached')
  expect(() => integrateAdaptive(() => Number.NaN, 0, 1)).toThrow(NonConvergenceError)
})

it('finds a peak that no node meets', () => {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  for (const [integral, expected] of [
    [integrateAdaptive(density, -1e8, 1e8), 1],
    [integrateAdaptive((x) => x * density(x - 800), -infinity, infinity), 800],
  ] as const)
    expect(Math.abs(integral.value - expected)).toBeLessThanOrEqual(integral.errorEstimate)
  expect(() => integrateAdaptive((x) => density(x - 7e7), -1e8, 1e8)).toThrow(
    'the integrand is 0 wherever it was evaluated',
  )
})

it('is not evaluated at an end', () => {
  const ends: number[] = []
  const watch = (f: (x: number) => number) => (x: number) => {
    if (x === 1 || !Number.isFinite(x)) ends.push(x)
    return f(x)
  }
  const { value, errorEstimate } = integrateAdaptive(
    watch((x) => x ** -1.5),
    1,
    infinity,
  )
  expect(Math.abs(value - 2)).toBeLessThanOrEqual(errorEstimate)
  // (1 − x)^−½ has 2e-8 of its integral beyond the last double before 1.
  const near1 = (relativeTolerance: number) =>
    integrateAdaptive(
      watch((x) => (1 - x) ** -0.5),
      0,
      1,
      { relativeTolerance },
    )
  expect(() => near1(1e-10)).toThrow(NonConvergenceError)
  expect(Math.abs(near1(1e-6).value - 2)).toBeLessThanOrEqual(near1(1e-6).errorEstimate)
  expect(ends).toEqual([])
})

it('takes an absolute tolerance for integrals near 0', () => {
  const { value } = integrateAdaptive(Math.sin, -1, 1, { absoluteTolerance: 1e-12 })
  expect(Math.abs(value)).toBeLessThan(1e-12)
})

it('refuses limits in the wrong order', () => {
  expect(() => integrateAdaptive(Math.exp, 1, 0)).toThrow('a < b, got a = 1, b = 0')
  expect(() => integrateAdaptive(Math.exp, 0, Number.NaN)).toThrow(RangeError)
})

it('refuses options outside their domain, and what is 0 everywhere unless an absolute tolerance permits it', () => {
  for (const options of [{ relativeTolerance: -1 }, { absoluteTolerance: Number.NaN }, { maxBisections: 1.5 }])
    expect(() => integrateAdaptive(Math.exp, 0, 1, options)).toThrow(InvalidParameterError)
  expect(() => integrateAdaptive(() => 0, 0, 1)).toThrow(NonConvergenceError)
  expect(integrateAdaptive(() => 0, 0, 1, { absoluteTolerance: 1e-9 })).toMatchObject({ value: 0, errorEstimate: 1e-9 })
})
