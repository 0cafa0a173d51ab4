import { InvalidParameterError } from '@isacnet/model'
import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import { describe, expect, it, vi } from 'vitest'
import { againstLaw, againstSample, draw, meanDeviation } from '../../test/goodness-of-fit.js'
import { recordedVariates } from '../../test/recorded-variates.js'
import { seededVariates } from '../../test/seeded-variates.js'
import { type ComplexMatrix, complexMatrix } from '../channels/complex-matrix.js'
import type { RandomVariates } from '../channels/random-variates.js'
import { rayleighChannel } from '../channels/rayleigh-channel.js'
import { receiveFilter } from '../channels/receive-filter.js'
import { steeringVector } from '../channels/steering-vector.js'
import { zeroForcing } from '../zero-forcing/zero-forcing.js'
import { zeroForcingFast } from '../zero-forcing/zero-forcing-kernel.js'
import { beamGain } from './beam-gain.js'
import { interferenceGainSampler } from './interference-gain.js'
import { precoderSampler, samplePrecoder } from './precoder-law.js'

vi.setConfig({ testTimeout: 60_000 })

const SAMPLES = 20_000

interface Gains {
  readonly interference: number
  readonly otherInterference: number
  readonly target: number
  readonly desired: number
  readonly otherDesired: number
}

/** Functions of the gains that may tell joint laws apart. */
const statistics: Readonly<Record<string, (gains: Gains) => number>> = {
  'the interference gain': ({ interference }) => interference,
  'the target gain': ({ target }) => target,
  'the first desired gain': ({ desired }) => desired,
  'the last desired gain': ({ otherDesired }) => otherDesired,
  'the smaller of two interference gains': ({ interference, otherInterference }) =>
    Math.min(interference, otherInterference),
  'interference and target gain together': ({ interference, target }) => interference * target,
  'the interference gain over the desired': ({ interference, desired }) => interference / desired,
  'the target gain over the desired': ({ target, desired }) => target / desired,
  'the ratio of desired gains': ({ desired, otherDesired }) => desired / otherDesired,
  'interference gain and both desired': ({ interference, desired, otherDesired }) =>
    interference + Math.log(desired * otherDesired),
}

/** A fixed direction of the target, and one that the users' channels know nothing of. */
const ANGLE = 1.1

const literalGains = (channels: ComplexMatrix, served: number, random: RandomVariates): Gains => {
  const beams = zeroForcingFast(channels, served)
  const { rows } = channels
  const desired = (k: number): number => {
    const column = (matrix: ComplexMatrix) => ({
      rows,
      columns: 1,
      re: matrix.re.subarray(rows * k, rows * (k + 1)),
      im: matrix.im.subarray(rows * k, rows * (k + 1)),
    })
    return beamGain(column(beams), column(channels))
  }
  return {
    interference: beamGain(beams, rayleighChannel(rows, 1, random)),
    otherInterference: beamGain(beams, rayleighChannel(rows, 1, random)),
    target: beamGain(beams, steeringVector(rows, ANGLE)),
    desired: desired(0),
    otherDesired: desired(served - 1),
  }
}

const sampledGains = (antennas: number, served: number, nulls: number, random: RandomVariates): Gains => {
  const law = samplePrecoder({ transmitAntennas: antennas, usersPerCell: served, nulls }, random)
  return {
    interference: law.interferenceGain(random),
    otherInterference: law.interferenceGain(random),
    target: law.targetGain(random),
    desired: law.desiredGain(0),
    otherDesired: law.desiredGain(served - 1),
  }
}

/** Var h_q, as derived in PROOFS.md; the variance of Γ(K, 1) is K. */
const interferenceVariance = (antennas: number, served: number, nulls: number): number =>
  served * (1 + (served - 1) / (antennas - nulls - served + 2))

const targetVariance = (antennas: number, served: number, nulls: number): number =>
  (antennas / (antennas + 1)) * (interferenceVariance(antennas, served, nulls) + served ** 2) - served ** 2

const shapes = [
  [4, 1, 0],
  [4, 1, 3],
  [6, 2, 1],
  [4, 4, 0],
  [8, 3, 4],
  [7, 5, 2],
  [12, 5, 2],
  [10, 8, 1],
] as const

describe.each(shapes)('of M_t = %i, K = %i, N_I = %i', (antennas, served, nulls) => {
  const name = `${antennas} ${served} ${nulls}`
  const random = seededVariates(`literal ${name}`)
  const literal = Array.from({ length: SAMPLES }, () =>
    literalGains(rayleighChannel(antennas, served + nulls, random), served, random),
  )
  const sampling = seededVariates(`sampled ${name}`)
  const sampled = Array.from({ length: SAMPLES }, () => sampledGains(antennas, served, nulls, sampling))

  it.each(Object.entries(statistics))('samplePrecoder has the law of zero forcing in %s', (_, statistic) => {
    expect(againstSample(literal.map(statistic), sampled.map(statistic))).toBeLessThan(1)
  })

  it('interferenceGainSampler has the law of zero forcing', () => {
    const sampler = interferenceGainSampler(served)
    const gains = draw(SAMPLES, () => sampler(antennas - nulls, sampling))
    expect(
      againstSample(
        literal.map(({ interference }) => interference),
        gains,
      ),
    ).toBeLessThan(1)
  })

  it('means are K (Lemma 1), and not 4 % more', () => {
    const means = [
      [statistics['the interference gain']!, interferenceVariance(antennas, served, nulls)],
      [statistics['the target gain']!, targetVariance(antennas, served, nulls)],
    ] as const
    for (const [statistic, variance] of means)
      for (const gains of [literal, sampled]) {
        if (variance < 1e-12) {
          // The beams span all dimensions evenly: M_t = K = 1.
          for (const gain of gains) expect(statistic(gain)).toBeCloseTo(served, 10)
          continue
        }
        const values = gains.map(statistic)
        expect(meanDeviation(values, served, variance)).toBeLessThan(1)
        expect(meanDeviation(values, 1.04 * served, variance)).toBeGreaterThan(1)
      }
  })

  it('desired gains are Γ(M_t − N + 1, 1)', () => {
    const shape = antennas - served - nulls + 1
    for (const user of ['desired', 'otherDesired'] as const) {
      const gains = sampled.map((gain) => gain[user])
      expect(againstLaw(gains, (x) => regularizedLowerIncompleteGamma(shape, x))).toBeLessThan(1)
    }
  })
})

describe('the tests above', () => {
  const gainsOf = (antennas: number, served: number, nulls: number, seed: string): Gains[] => {
    const random = seededVariates(seed)
    return Array.from({ length: SAMPLES }, () => sampledGains(antennas, served, nulls, random))
  }

  it('tell one null more, one user more and independent precoders', () => {
    const right = gainsOf(8, 3, 4, 'right')
    const compare = (name: string, wrong: readonly Gains[]): number =>
      againstSample(right.map(statistics[name]!), wrong.map(statistics[name]!))
    expect(compare('the interference gain', gainsOf(8, 4, 4, 'users'))).toBeGreaterThan(1)
    expect(compare('the first desired gain', gainsOf(9, 3, 4, 'antennas'))).toBeGreaterThan(1)
    expect(compare('the target gain', gainsOf(8, 3, 5, 'null'))).toBeGreaterThan(1)
    expect(compare('the interference gain', gainsOf(8, 3, 0, 'no null'))).toBeGreaterThan(1)
    const others = gainsOf(8, 3, 4, 'others')
    const mixed = right.map((gains, i) => ({ ...others[i]!, desired: gains.desired }))
    expect(compare('the ratio of desired gains', mixed)).toBeGreaterThan(1)
  })
})

it('receivers of one precoder have gains as of one precoder', () => {
  // Gains at two receivers are uncorrelated and nearly independent; the spread over many shows the precoder.
  const [antennas, served, nulls, receivers, precoders] = [9, 8, 1, 60, 3000]
  const spread = (gain: () => number): number => {
    let sum = 0
    for (let i = 0; i < receivers; i++) sum += (gain() - served) ** 2
    return sum / receivers
  }
  const random = seededVariates('receivers')
  const literal = draw(precoders, () => {
    const beams = zeroForcingFast(rayleighChannel(antennas, served + nulls, random), served)
    return spread(() => beamGain(beams, rayleighChannel(antennas, 1, random)))
  })
  const dimensions = { transmitAntennas: antennas, usersPerCell: served, nulls }
  const sampled = draw(precoders, () => {
    const law = samplePrecoder(dimensions, random)
    return spread(() => law.interferenceGain(random))
  })
  const independent = draw(precoders, () => spread(() => samplePrecoder(dimensions, random).interferenceGain(random)))
  expect(againstSample(literal, sampled)).toBeLessThan(1)
  expect(againstSample(literal, independent)).toBeGreaterThan(1)
})

it('holds when the nulled channels are correlated: requests for targets of one BS', () => {
  // Each column Gᴴv(θ_j) has its own filter but one G; filters of near angles are far from orthogonal.
  const [antennas, receiveAntennas, served] = [7, 4, 2]
  const filters = [1, 1.05, 1.4].map((angle) => receiveFilter(receiveAntennas, angle))
  const random = seededVariates('correlated nulls')
  const literal = Array.from({ length: SAMPLES }, () => {
    const channels = complexMatrix(antennas, served + filters.length)
    const own = rayleighChannel(antennas, served, random)
    channels.re.set(own.re)
    channels.im.set(own.im)
    const between = rayleighChannel(antennas, receiveAntennas, random)
    for (const [j, filter] of filters.entries())
      for (let i = 0; i < antennas; i++)
        for (let r = 0; r < receiveAntennas; r++) {
          const at = antennas * (served + j) + i
          const [a, b] = [between.re[antennas * r + i]!, between.im[antennas * r + i]!]
          channels.re[at]! += a * filter.re[r]! - b * filter.im[r]!
          channels.im[at]! += a * filter.im[r]! + b * filter.re[r]!
        }
    return literalGains(channels, served, random)
  })
  const sampled = Array.from({ length: SAMPLES }, () => sampledGains(antennas, served, filters.length, random))
  for (const [name, statistic] of Object.entries(statistics))
    expect(againstSample(literal.map(statistic), sampled.map(statistic)), name).toBeLessThan(1)
})

const squaredLength = ({ re, im }: ComplexMatrix): number =>
  re.reduce((sum, x) => sum + x * x, 0) + im.reduce((sum, x) => sum + x * x, 0)

describe('lastProjection', () => {
  const [antennas, served, nulls] = [12, 5, 6]
  const random = seededVariates('projections')
  const drawn = Array.from({ length: SAMPLES }, () => {
    const law = samplePrecoder({ transmitAntennas: antennas, usersPerCell: served, nulls }, random)
    const interference = law.interferenceGain(random)
    const ofInterference = law.lastProjection()
    law.targetGain(random)
    return { interference, ofInterference, ofTarget: law.lastProjection(), desired: law.desiredGain(0) }
  })

  it('is Γ(K, 1), of interference and target gains', () => {
    for (const name of ['ofInterference', 'ofTarget'] as const)
      expect(
        againstLaw(
          drawn.map((gains) => gains[name]),
          (x) => regularizedLowerIncompleteGamma(served, x),
        ),
      ).toBeLessThan(1)
  })

  it('knows nothing of the beams, and much of the gain', () => {
    const correlation = (other: 'interference' | 'desired' | 'ofTarget'): number => {
      const mean = (of: (gains: (typeof drawn)[0]) => number) => drawn.reduce((sum, one) => sum + of(one), 0) / SAMPLES
      const [a, b] = [mean((one) => one.ofInterference), mean((one) => one[other])]
      const covariance = (x: 'ofInterference' | typeof other, y: typeof x): number => {
        const [p, q] = [x === 'ofInterference' ? a : b, y === 'ofInterference' ? a : b]
        return mean((one) => (one[x] - p) * (one[y] - q))
      }
      return (
        covariance('ofInterference', other) /
        Math.sqrt(covariance('ofInterference', 'ofInterference') * covariance(other, other))
      )
    }
    // Five standard errors of none.
    expect(Math.abs(correlation('desired'))).toBeLessThan(5 / Math.sqrt(SAMPLES))
    expect(Math.abs(correlation('ofTarget'))).toBeLessThan(5 / Math.sqrt(SAMPLES))
    // Cov(zᴴAz, ‖z‖²) = tr A = K.
    const expected = Math.sqrt(served / interferenceVariance(antennas, served, nulls))
    expect(Math.abs(correlation('interference') - expected)).toBeLessThan(5 / Math.sqrt(SAMPLES))
  })
})

describe('precoderSampler', () => {
  it('is the algebra of zero forcing on the factor R that it draws, by the reference precoder', () => {
    for (const [antennas, users, nulls] of [
      [2, 2, 0],
      [9, 3, 1],
      [10, 5, 4],
      [20, 8, 0],
    ] as const) {
      const { random, drawn, shapes } = recordedVariates(seededVariates(`algebra ${antennas} ${users}`))
      const law = precoderSampler(users)(antennas, nulls, random)
      expect(shapes).toEqual(Array.from({ length: users }, (_, i) => antennas - nulls - users + 1 + i))
      let at = 0
      const read = (): number => drawn[at++]!
      const factor = complexMatrix(users, users)
      for (let i = users - 1; i >= 0; i--) {
        if (i < users - 1) factor.re[i + users * (i + 1)] = Math.sqrt(read())
        for (let j = i + 2; j < users; j++) {
          factor.re[i + users * j] = Math.SQRT1_2 * read()
          factor.im[i + users * j] = Math.SQRT1_2 * read()
        }
        factor.re[i + users * i] = Math.sqrt(read())
      }
      expect(at).toBe(drawn.length)
      const beams = zeroForcing(factor, users)
      const receiver = complexMatrix(users, 1)
      const readReceiver = (): void => {
        receiver.re[users - 1] = Math.sqrt(read())
        for (let j = 0; j < users - 1; j++) {
          receiver.re[j] = Math.SQRT1_2 * read()
          receiver.im[j] = Math.SQRT1_2 * read()
        }
      }

      const interference = law.interferenceGain(random)
      readReceiver()
      expect(interference / beamGain(beams, receiver)).toBeCloseTo(1, 11)
      expect(law.lastProjection()).toBeCloseTo(squaredLength(receiver), 11)

      const target = law.targetGain(random)
      readReceiver()
      const inside = squaredLength(receiver)
      expect(law.lastProjection()).toBeCloseTo(inside, 11)
      const outside = antennas === users ? 0 : read()
      expect(shapes.slice(users)).toEqual(antennas === users ? [] : [antennas - users])
      expect(target / ((antennas * beamGain(beams, receiver)) / (inside + outside))).toBeCloseTo(1, 11)

      for (let k = 0; k < users; k++) {
        const column = (matrix: ComplexMatrix) => ({
          rows: users,
          columns: 1,
          re: matrix.re.subarray(users * k, users * (k + 1)),
          im: matrix.im.subarray(users * k, users * (k + 1)),
        })
        expect(law.desiredGain(k) / beamGain(column(beams), column(factor))).toBeCloseTo(1, 11)
      }
      expect(at).toBe(drawn.length)
    }
  })

  it('draws what samplePrecoder draws, in one workspace', () => {
    const [a, b] = [seededVariates('same'), seededVariates('same')]
    const sampler = precoderSampler(4)
    for (const [antennas, nulls] of [
      [8, 1],
      [4, 0],
      [20, 6],
    ] as const) {
      const fresh = samplePrecoder({ transmitAntennas: antennas, usersPerCell: 4, nulls }, a)
      const reused = sampler(antennas, nulls, b)
      expect(reused.interferenceGain(b)).toBe(fresh.interferenceGain(a))
      expect(reused.targetGain(b)).toBe(fresh.targetGain(a))
      for (let k = 0; k < 4; k++) expect(reused.desiredGain(k)).toBe(fresh.desiredGain(k))
    }
  })

  it('has a target gain of exactly K when the beams are a basis: M_t = K = 1', () => {
    const random = seededVariates('basis')
    const law = samplePrecoder({ transmitAntennas: 1, usersPerCell: 1, nulls: 0 }, random)
    expect(law.targetGain(random)).toBeCloseTo(1, 14)
  })

  it('refuses dimensions without beams', () => {
    const random = seededVariates('refused')
    for (const [transmitAntennas, usersPerCell, nulls] of [
      [4, 5, 0],
      [4, 2, 3],
      [4, 2, -1],
      [4, 2, 0.5],
      [4.5, 2, 0],
      [4, 0, 0],
      [Number.NaN, 2, 0],
    ] as const)
      expect(() => samplePrecoder({ transmitAntennas, usersPerCell, nulls }, random)).toThrow(InvalidParameterError)
    const law = samplePrecoder({ transmitAntennas: 4, usersPerCell: 2, nulls: 2 }, random)
    for (const user of [-1, 2, 0.5]) expect(() => law.desiredGain(user)).toThrow(InvalidParameterError)
  })
})
