import { integrateAdaptive } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { gammaLawStep, precisionOf } from './gamma-law.js'
import { gammaMeans } from './gamma-mean.js'
import { lnSignalOfGammaFactors } from './mean-signal.js'

const lnFactorial = (n: number): number => {
  let sum = 0
  for (let k = 2; k <= n; k++) sum += Math.log(k)
  return sum
}

it.each([1, 2, 5, 30, 300])('has a step for the gamma law of shape %d that errs as little as it says', (n) => {
  for (const tolerance of [1e-6, 1e-9]) {
    const precision = precisionOf(tolerance)
    const h = gammaLawStep(n, Math.PI, precision)
    // E w^(i t) would be resolved; E 1 = 1 is what the trapezoid must give, from any shift of the lattice.
    for (const shift of [0, 0.3, 0.7]) {
      let sum = 0
      for (let j = -Math.ceil(60 / h); j < 8 / h + 10; j++) {
        const p = (j + shift) * h
        sum += h * Math.exp(n * p - Math.exp(p) - lnFactorial(n - 1))
      }
      expect(Math.abs(sum - 1)).toBeLessThan(tolerance * Math.exp(-5) + 1e-12)
    }
  }
})

it.each([
  [2, 0.5],
  [7, -1.3],
  [2, -1.9],
  [250, 0.5],
])('has means over Γ(%d, 1) of a power at many scales, by convolution', (n, power) => {
  const precision = precisionOf(1e-9)
  const step = gammaLawStep(n, Math.PI / 2, precision)
  const means = gammaMeans(n, step, precision)
  // T(p) = v^power makes M(e) = ∫ v^power (v e^e)^n e^(−v e^e) dp = e^(−power e) Γ(n + power).
  const mean = means((j) => power * j * step, -1.2, 4.7)
  const scale = n * Math.log(n) - n
  const density = (v: number): number => Math.exp((n + power - 1) * Math.log(v) - v - scale)
  const expected = integrateAdaptive(density, 0, Number.POSITIVE_INFINITY, { relativeTolerance: 1e-12 }).value
  for (const e of [-1.2, -0.333, 0, 1.71, 4.7])
    expect((mean.at(e) * Math.exp(mean.lnScale - scale + power * e)) / expected).toBeCloseTo(1, 9)
})

it('has means where only the tail of the law is left', () => {
  const precision = precisionOf(1e-9)
  const step = gammaLawStep(2, Math.PI / 3, precision)
  const means = gammaMeans(2, step, precision)
  // T(p) = e^(−c e^(p)) with a large c: M = Γ(2) (1 + c e^(−e))^(−2), of which c leaves next to nothing.
  const c = 1e30
  const mean = means((j) => -c * Math.exp(j * step), 0, 3)
  for (const e of [0, 1.5, 3])
    expect((Math.log(mean.at(e)) + mean.lnScale + 2 * Math.log1p(c * Math.exp(-e))) * 1e-3).toBeCloseTo(0, 12)
})

it.each([
  [3, [{ shape: 1, power: -2 }]],
  [1, [{ shape: 4, power: 0.7 }]],
  [
    2,
    [
      { shape: 1, power: -1.5 },
      { shape: 3, power: 2 },
    ],
  ],
] as const)('has the mean of a signal over gamma factors, K = %d, %j', (K, factors) => {
  const lnMean = lnSignalOfGammaFactors(K, factors, precisionOf(1e-9))
  const nested = (rest: readonly { readonly shape: number; readonly power: number }[], z: number): number => {
    const [first, ...others] = rest
    if (first === undefined) return -Math.expm1(-K * Math.log1p(z))
    const density = (p: number): number => Math.exp(first.shape * p - Math.exp(p) - lnFactorial(first.shape - 1))
    // Whole numbers of e-folds, so that no peak is missed; beyond them there is nothing.
    let sum = 0
    for (let from = -44; from < 6; from += 10)
      sum += integrateAdaptive((p) => density(p) * nested(others, z * Math.exp(first.power * p)), from, from + 10, {
        relativeTolerance: 1e-9,
        absoluteTolerance: 1e-14 * z,
        maxBisections: 3000,
      }).value
    return sum
  }
  // At the ends nearly all of the lattice is where the signal is in proportion to z, or 1.
  for (const y of [-24, -3, 0.5, 4, 16]) expect(Math.exp(lnMean(y)) / nested(factors, Math.exp(y))).toBeCloseTo(1, 7)
})
