import { expect, it } from 'vitest'
import { integrateRate } from '../../rules/rate.js'
import { latticeTable } from '../../rules/work/lattice-table.js'
import { gammaGain, interferenceTables } from '../gains/gain-transform.js'
import { clearPoints, holePoints } from './cluster-layouts.js'
import { clusterTransform } from './cluster-transform.js'
import { bsCentricExponents, targetCentricExponents, userExponents } from './exponents.js'

const nodes = 6

/** The rate of a receiver whose signal has these weights of $1-(1+z)^{-D}$, with Γ(K, 1) interferers. */
const rate = (
  kind: 'user' | 'bs-centric' | 'target-centric',
  K: number,
  alpha: number,
  abandonment: readonly number[],
  signal: (z: number) => number,
): number => {
  const points = kind === 'bs-centric' ? holePoints(nodes) : clearPoints(nodes)
  const interferers = {
    pathLossExponent: alpha,
    outside: interferenceTables(gammaGain(K), alpha),
    given: latticeTable(gammaGain(K)),
  }
  const exponentsAt =
    kind === 'user'
      ? userExponents(points, interferers)
      : kind === 'bs-centric'
        ? bsCentricExponents(points, interferers)
        : targetCentricExponents(points, interferers, 24)
  const transform = clusterTransform(
    points,
    abandonment.map((probability) => ({ abandonment: probability })),
    false,
  )
  return integrateRate(
    (x) => signal(Math.exp(x)) * transform(exponentsAt(x), undefined).mean,
    { crossovers: [-3, 0], end: -1, open: false },
    1e-9,
  ).value
}

const gain = (D: number) => (z: number) => -Math.expm1(-D * Math.log1p(z))

// Deterministic values of another program (NumPy, trapezoidal sums): to 12 digits, with ranks and in sensing to its 5e-6.
it.each([
  ['no abandonment', 5, 4, [0, 0, 0], gain(11), 3.37260707403984, 1e-8],
  ['p = 0.08', 5, 4, [0.08, 0.08, 0.08], gain(11), 3.2367689539853717, 1e-8],
  ['p = 1 is no nulling', 5, 4, [1, 1, 1], gain(11), 2.144209663482962, 1e-7],
  ['ranks', 5, 4, [0.07, 0.086, 0.094], gain(11), 3.2400059647625072, 5e-6],
  ['D = 11 or 1', 5, 4, [0.08, 0.08, 0.08], (z: number) => (gain(11)(z) + gain(1)(z)) / 2, 2.286112668576553, 1e-8],
  ['α = 2.5', 3, 2.5, [0.06, 0.06], gain(3), 0.6919577053633853, 1e-8],
])('is the transform at a user: %s', (_, K, alpha, abandonment, signal, expected, error) => {
  expect(Math.abs(rate('user', K, alpha, abandonment, signal) - expected)).toBeLessThan(error)
})

it.each([
  ['bs-centric', 1, 2, 0.1, 1.8268967511297038],
  ['bs-centric', 1, 3, 0.2, 1.9946651017811847],
  ['bs-centric', 3, 3, 0.05, 2.3071045699122488],
  ['target-centric', 1, 2, 0, 1.7545977176100493],
  ['target-centric', 1, 2, 0.1, 1.713301637230269],
  ['target-centric', 3, 3, 0.05, 2.135317483281042],
] as const)('is the transform at the serving BS of a target: %s, K = %i, Q = %i, p = %f', (kind, K, Q, p, expected) => {
  expect(Math.abs(rate(kind, K, 4, new Array(Q - 1).fill(p), gain(K)) - expected)).toBeLessThan(2e-6)
})
