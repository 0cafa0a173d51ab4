import { InvalidParameterError } from '@isacnet/model'
import { integrateAdaptive } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import {
  communicationInterferenceExponent,
  communicationLaplaceTransform,
  communicationLaplaceTransformGivenRatio,
} from './communication-laplace-transform.js'

const cases = [
  [1e-6, 0.3, 1, 4],
  [0.2, 1, 5, 3],
  [30, 0.7, 20, 2.6],
  [1e4, 0.05, 3, 6],
] as const

it.each(cases)('is the PPP’s integral at z = %d, η = %d, K = %d, α = %d', (z, eta, K, alpha) => {
  const integral = integrateAdaptive(
    (y) => -Math.expm1(-K * Math.log1p(z * (eta * Math.exp(-y)) ** alpha)) * 2 * Math.exp(2 * y),
    0,
    36 / (alpha - 2),
    { relativeTolerance: 1e-12 },
  ).value
  const exponent = communicationInterferenceExponent(z, eta, { usersPerCell: K, pathLossExponent: alpha })
  expect(Math.abs((exponent * eta ** 2) / integral - 1)).toBeLessThan(1e-10)
})

it('averages over the distances to the transform given η', () => {
  // v = πλr_L² ~ Γ(L, 1) and r = η r_L.
  const interferers = { usersPerCell: 4, pathLossExponent: 3.5 }
  const eta = 0.6
  const L = 3
  const average = integrateAdaptive(
    (v) => {
      const cluster = Math.sqrt(v / (Math.PI * 2))
      const distances = { serving: eta * cluster, cluster, baseStationDensity: 2 }
      return ((v ** (L - 1) * Math.exp(-v)) / 2) * communicationLaplaceTransform(1.7, distances, interferers)
    },
    0,
    Number.POSITIVE_INFINITY,
    { relativeTolerance: 1e-12 },
  ).value
  expect(communicationLaplaceTransformGivenRatio(1.7, eta, L, interferers)).toBeCloseTo(average, 11)
})

it('is 1 at z = 0 and falls', () => {
  const interferers = { usersPerCell: 2, pathLossExponent: 4 }
  expect(communicationLaplaceTransformGivenRatio(0, 0.5, 2, interferers)).toBe(1)
  const values = [0, 0.1, 1, 10, 100].map((z) => communicationLaplaceTransformGivenRatio(z, 0.5, 2, interferers))
  expect(values).toEqual(values.toSorted((a, b) => b - a))
})

it('refuses what has no exponent', () => {
  const interferers = { usersPerCell: 2, pathLossExponent: 4 }
  for (const ask of [
    () => communicationInterferenceExponent(-1, 1, interferers),
    () => communicationInterferenceExponent(Number.NaN, 1, interferers),
    () => communicationInterferenceExponent(1, 0, interferers),
    () => communicationInterferenceExponent(1, 1.5, interferers),
    () => communicationInterferenceExponent(1, 1, { usersPerCell: 0.5, pathLossExponent: 4 }),
    () => communicationInterferenceExponent(1, 1, { usersPerCell: 1, pathLossExponent: 2 }),
    () => communicationInterferenceExponent(1e308, 1, { usersPerCell: 1e6, pathLossExponent: 2 + 2 ** -50 }),
    () => communicationLaplaceTransformGivenRatio(1, 1, 0, interferers),
    () => communicationLaplaceTransform(1, { serving: 0, cluster: 1, baseStationDensity: 1 }, interferers),
  ])
    expect(ask, ask.toString()).toThrow(InvalidParameterError)
})
