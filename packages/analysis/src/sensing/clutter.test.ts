import { InvalidParameterError } from '@isacnet/model'
import { integrateAdaptive } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { clutterCoefficient, clutterLaplaceTransform } from './clutter.js'

const clutter = {
  baseStationDensity: 2,
  clutterDensity: 5,
  clutterCrossSection: 0.4,
  clutterResidual: 0.25,
  echoPathLossExponent: 1.7,
}

it.each([0.01, 1, 300])('is the generating functional of the scatterers at z = %d', (z) => {
  // u = πλ_bR²; scatterers at distance R·y have the density λ_x, in u's units (λ_x/λ_b)·2y dy.
  const { baseStationDensity, clutterDensity, echoPathLossExponent: beta } = clutter
  const exponent = integrateAdaptive(
    (x) => -Math.expm1(-z * 0.1 * Math.exp(-2 * beta * x)) * 2 * Math.exp(2 * x),
    -15,
    20,
    { relativeTolerance: 1e-11 },
  ).value
  const expected = Math.exp(-0.6 * (clutterDensity / baseStationDensity) * exponent)
  expect(clutterLaplaceTransform(z, 0.6, clutter)).toBeCloseTo(expected, 8)
})

it('is nothing without scatterers, or when all is cancelled', () => {
  expect(clutterCoefficient({ ...clutter, clutterDensity: 0 })).toBe(0)
  expect(clutterCoefficient({ ...clutter, clutterResidual: 0 })).toBe(0)
  expect(clutterLaplaceTransform(7, 1, { ...clutter, clutterResidual: 0 })).toBe(1)
})

it('takes the residual as part of the coefficient', () => {
  const same = { ...clutter, clutterCrossSection: 0.1, clutterResidual: 1 }
  expect(clutterCoefficient(same)).toBeCloseTo(clutterCoefficient(clutter), 14)
})

it('refuses what is no clutter', () => {
  for (const wrong of [
    { echoPathLossExponent: 1 },
    { echoPathLossExponent: Number.NaN },
    { baseStationDensity: 0 },
    { clutterDensity: -1 },
    { clutterResidual: Number.POSITIVE_INFINITY },
    { clutterDensity: 1e300, baseStationDensity: 1e-300 },
  ])
    expect(() => clutterCoefficient({ ...clutter, ...wrong }), JSON.stringify(wrong)).toThrow(InvalidParameterError)
  expect(() => clutterLaplaceTransform(Number.NaN, 1, clutter)).toThrow('z must be a finite number ≥ 0')
  expect(() => clutterLaplaceTransform(1, -1, clutter)).toThrow('u must be a finite number ≥ 0')
})
