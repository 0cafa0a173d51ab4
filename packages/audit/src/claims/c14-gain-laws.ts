import { lemma1 } from '@isacnet/analysis'
import {
  beamGain,
  complexMatrix,
  rayleighChannel,
  receiveFilter,
  steeringVector,
  zeroForcingFast,
} from '@isacnet/beamforming'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import type { AuditTools } from '../evidence/audit-tools.js'
import { type Check, check } from '../evidence/check.js'
import { evidence, type SimulatedValue } from '../evidence/evidence.js'
import type { Thresholds } from '../evidence/verdict.js'
import { decimal, listed } from '../text/number-text.js'
import type { Claim } from './claim.js'

const transmitAntennas = 20
const receiveAntennas = 10
const nulls = 7
const users = [1, 5, 12]

const thresholds: Thresholds = {
  holds: 0,
  approximately: 0.01,
  reason: 'the mean is K or it isn’t: it must be within the simulation’s interval; 1 % more can’t be seen in a rate',
}

/** vᴴG of an interfering BS: M_r × M_t entries of CN(0, 1), filtered by a unit-norm v towards the target. */
const filteredChannel = (angle: number, random: RandomStream) => {
  const filter = receiveFilter(receiveAntennas, angle)
  const G = rayleighChannel(transmitAntennas, receiveAntennas, random)
  const h = complexMatrix(transmitAntennas, 1)
  for (let n = 0; n < receiveAntennas; n++)
    for (let m = 0; m < transmitAntennas; m++) {
      const at = n * transmitAntennas + m
      h.re[m]! += G.re[at]! * filter.re[n]! - G.im[at]! * filter.im[n]!
      h.im[m]! += G.re[at]! * filter.im[n]! + G.im[at]! * filter.re[n]!
    }
  return h
}

interface Mean {
  readonly K: number
  readonly value: SimulatedValue
  readonly variance: number
}

const sampledGains = async (tools: AuditTools, K: number): Promise<{ target: Mean; interference: Mean }> => {
  const random = randomStream(tools.seed, 0, `lemma 1, K = ${K}`)
  const sums = { target: [0, 0], interference: [0, 0] }
  for (let trial = 0; trial < tools.trials; trial++) {
    const beams = zeroForcingFast(
      rayleighChannel(transmitAntennas, K + Math.min(nulls, transmitAntennas - K), random),
      K,
    )
    const angle = Math.PI * random.uniform()
    const target = beamGain(beams, steeringVector(transmitAntennas, angle))
    const interference = beamGain(beams, filteredChannel(angle, random))
    sums.target[0]! += target
    sums.target[1]! += target * target
    sums.interference[0]! += interference
    sums.interference[1]! += interference * interference
    if (trial % 1000 === 0) await tools.checkpoint()
  }
  const meanOf = ([sum, squares]: readonly number[]): Mean => {
    const mean = sum! / tools.trials
    const variance = (squares! - sum! * mean) / (tools.trials - 1)
    const standardError = Math.sqrt(variance / tools.trials)
    const half = normalQuantile * standardError
    return {
      K,
      variance,
      value: {
        sampled: 'channels with zero-forcing precoders',
        mean,
        standardError,
        interval: [mean - half, mean + half],
        confidence: 0.9999,
        trials: tools.trials,
      },
    }
  }
  return { target: meanOf(sums.target), interference: meanOf(sums.interference) }
}

/** The normal quantile of confidence 0.9999, two-sided. */
const normalQuantile = 3.8906

const judged = (name: string, symbol: string, means: readonly Mean[]): Check =>
  check({
    statement: `${name} has the mean K.`,
    measure: 'how far K lies outside the interval of the simulated mean, relative; the largest over K',
    deviation: Math.max(
      ...means.map(({ K, value: { interval } }) => Math.max(0, interval[0] - K, K - interval[1]) / lemma1(K).mean),
    ),
    thresholds,
    found: `The mean of ${symbol} is ${listed(means.map(({ K, value }) => `${decimal(value.mean)} ± ${decimal(value.standardError, 2)} at K = ${K}`))}; its variance is ${listed(means.map(({ variance }) => decimal(variance, 3)))}, where Γ(K, 1), which the theorems take, has ${listed(means.map(({ K }) => String(lemma1(K).variance)))}.`,
    why: 'The interval of the simulated mean leaves K out.',
    evidence: means.map(({ K, value }) =>
      evidence(`mean of ${symbol} at K = ${K}`, '', { method: 'Lemma 1', value: lemma1(K).mean }, value),
    ),
  })

/** C14: the means of the gains. */
export const claim14: Claim = {
  id: 'C14',
  title: 'Lemma 1: the gains have the mean K',
  statement:
    'The expected beamforming gain at the target’s direction and the expected interference channel gain between BSs are both K.',
  source: 'Lemma 1',
  parameters: `M_t = ${transmitAntennas}, M_r = ${receiveAntennas}, K = ${listed(users.map(String))}, ${nulls} nulls, channels and precoders drawn literally`,
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const gains = []
        for (const K of users) gains.push(await sampledGains(tools, K))
        return [
          judged(
            'The gain towards the target',
            'h_t',
            gains.map(({ target }) => target),
          ),
          judged(
            'The interference gain between BSs',
            'h_q',
            gains.map(({ interference }) => interference),
          ),
        ]
      },
    },
  ],
}
