import { InvalidParameterError } from '@isacnet/model'
import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it, vi } from 'vitest'
import { againstLaw, criticalDistance, distanceToLaw, draw, meanDeviation } from '../../test/goodness-of-fit.js'
import { recordedVariates } from '../../test/recorded-variates.js'
import { seededVariates } from '../../test/seeded-variates.js'
import { complexMatrix } from '../channels/complex-matrix.js'
import { zeroForcing } from '../zero-forcing/zero-forcing.js'
import { beamGain } from './beam-gain.js'
import { interferenceGainSampler } from './interference-gain.js'
import { precoderSampler } from './precoder-law.js'

vi.setConfig({ testTimeout: 60_000 })

const SAMPLES = 40_000

const exponentialLaw = (x: number): number => -Math.expm1(-x)

/**
 * P(h_q ≤ x) for K = 2. Two beams of squared correlation c have a Gram matrix of eigenvalues 1 ± √c, so that h_q is the sum of
 * two exponential variates of these means; c is that of two vectors of m dimensions, of density (m − 1)(1 − c)^(m − 2).
 */
const twoUserLaw = (dimensions: number, x: number): number => {
  const steps = 400
  let sum = 0
  for (let i = 0; i < steps; i++) {
    const root = Math.sqrt(1 - ((i + 0.5) / steps) ** (1 / (dimensions - 1)))
    const [a, b] = [1 + root, 1 - root]
    sum += 1 - (a * Math.exp(-x / a) - b * Math.exp(-x / b)) / (a - b)
  }
  return sum / steps
}

/** A law between x = 0 and 40, from a table with an error below 2·10⁻⁵. */
const tabulated = (law: (x: number) => number): ((x: number) => number) => {
  const table = Array.from({ length: 2001 }, (_, i) => law(i / 50))
  return (x) => {
    const i = Math.floor(50 * x)
    return table[i]! + (50 * x - i) * (table[i + 1]! - table[i]!)
  }
}

describe('interferenceGainSampler', () => {
  it('is exponential for K = 1', () => {
    const sampler = interferenceGainSampler(1)
    const random = seededVariates('one user')
    const gains = draw(SAMPLES, () => sampler(7, random))
    expect(againstLaw(gains, exponentialLaw)).toBeLessThan(1)
  })

  it.each([2, 3, 8, 20])('has the law of two correlated beams for K = 2, m = %i', (dimensions) => {
    const sampler = interferenceGainSampler(2)
    const random = seededVariates(`two users ${dimensions}`)
    const gains = draw(SAMPLES, () => sampler(dimensions, random))
    const lawOf = (m: number) => tabulated((x) => twoUserLaw(m, x))
    expect(againstLaw(gains, lawOf(dimensions))).toBeLessThan(1)
    if (dimensions < 8) expect(againstLaw(gains, lawOf(2 * dimensions))).toBeGreaterThan(1)
  })

  it('has the mean K and the variance K(1 + (K − 1)/(m − K + 2))', () => {
    for (const [users, dimensions] of [
      [2, 5],
      [5, 12],
      [5, 20],
      [12, 20],
    ] as const) {
      const sampler = interferenceGainSampler(users)
      const random = seededVariates(`moments ${users} ${dimensions}`)
      const gains = draw(SAMPLES, () => sampler(dimensions, random))
      const variance = users * (1 + (users - 1) / (dimensions - users + 2))
      expect(meanDeviation(gains, users, variance)).toBeLessThan(1)
      const squares = gains.map((x) => (x - users) ** 2)
      const spread = squares.reduce((sum, x) => sum + (x - variance) ** 2, 0) / SAMPLES
      expect(meanDeviation(squares, variance, spread)).toBeLessThan(1)
    }
  })

  it('is the algebra of zero forcing on the factor R that it draws, by the reference precoder', () => {
    for (const [users, dimensions] of [
      [2, 2],
      [3, 8],
      [5, 6],
      [8, 20],
    ] as const) {
      const { random, drawn, shapes } = recordedVariates(seededVariates(`algebra ${users} ${dimensions}`))
      const gain = interferenceGainSampler(users)(dimensions, random)
      // Bartlett's shapes m − K + 1, …, m − 1 from the last row of R up to the second; the first cancels.
      expect(shapes).toEqual(Array.from({ length: users - 1 }, (_, i) => dimensions - users + 1 + i))
      const next = drawn.values()
      const read = (): number => next.next().value!
      const factor = complexMatrix(users, users)
      const receiver = complexMatrix(users, 1)
      receiver.re[users - 1] = Math.sqrt(read())
      factor.re[users * users - 1] = Math.sqrt(read())
      for (let i = users - 2; i >= 0; i--) {
        factor.re[i + users * (i + 1)] = Math.sqrt(read())
        receiver.re[i] = Math.SQRT1_2 * read()
        receiver.im[i] = Math.SQRT1_2 * read()
        for (let j = i + 2; j < users; j++) {
          factor.re[i + users * j] = Math.SQRT1_2 * read()
          factor.im[i + users * j] = Math.SQRT1_2 * read()
        }
        factor.re[i + users * i] = i === 0 ? 1.7 : Math.sqrt(read())
      }
      expect(next.next().done).toBe(true)
      expect(gain / beamGain(zeroForcing(factor, users), receiver)).toBeCloseTo(1, 11)
    }
  })

  it('refuses fewer dimensions than users', () => {
    const random = seededVariates('refused')
    const sampler = interferenceGainSampler(3)
    expect(() => sampler(2, random)).toThrow(InvalidParameterError)
    expect(() => sampler(Number.NaN, random)).toThrow(InvalidParameterError)
    expect(() => interferenceGainSampler(0)).toThrow(InvalidParameterError)
  })
})

/** K, N_I, and sup|F − Γ(K, 1)| of h_q and h_t at M_t = 20: the README's table, of 10⁶ draws each. */
const distances = [
  [1, 0, 0, 0.012],
  [1, 8, 0, 0.012],
  [2, 0, 0.007, 0.014],
  [2, 8, 0.011, 0.008],
  [5, 0, 0.03, 0.009],
  [5, 8, 0.054, 0.018],
  [12, 0, 0.107, 0.049],
  [12, 8, 0.281, 0.261],
] as const

it.each(distances)('K = %i, N_I = %i: the laws are as far from Γ(K, 1) as the README says', (users, nulls, q, t) => {
  const random = seededVariates(`distances ${users} ${nulls}`)
  const sampler = interferenceGainSampler(users)
  const precoder = precoderSampler(users)
  const law = (x: number): number => regularizedLowerIncompleteGamma(users, x)
  const interference = draw(SAMPLES, () => sampler(20 - nulls, random))
  const target = draw(SAMPLES, () => precoder(20, nulls, random).targetGain(random))
  // By the triangle inequality, the distance of a sample is off by less than the critical one; 0.001 is for the table.
  const tolerance = criticalDistance(SAMPLES) + 0.001
  expect(Math.abs(distanceToLaw(interference, law) - q)).toBeLessThan(tolerance)
  expect(Math.abs(distanceToLaw(target, law) - t)).toBeLessThan(tolerance)
})
