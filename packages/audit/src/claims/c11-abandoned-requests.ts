import { serviceRate } from '@isacnet/analysis'
import { defineNetwork, type Network, quantitySymbol, services } from '@isacnet/model'
import type { SimulatedRate } from '@isacnet/simulation'
import type { AuditTools } from '../evidence/audit-tools.js'
import { type Check, check } from '../evidence/check.js'
import { evidence, type SimulatedValue } from '../evidence/evidence.js'
import type { Thresholds } from '../evidence/verdict.js'
import { change, decimal, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const transmitAntennas = 20

const thresholds: Thresholds = {
  holds: 0.01,
  approximately: 0.05,
  reason: '“negligible” is what can’t be seen in a figure, 1 %; up to 5 % an effect is small',
}

/** Loads from half of the antennas to all of them: of users, of targets, and of both. */
const loads: readonly (readonly [K: number, L: number, J: number, Q: number])[] = [
  [5, 2, 1, 1],
  [5, 3, 1, 1],
  [5, 4, 1, 1],
  [2, 10, 1, 1],
  [1, 20, 1, 1],
  [1, 1, 9, 2],
  [1, 1, 3, 7],
  [1, 1, 9, 3],
  [5, 2, 5, 3],
]

/** How far a ratio of two rates by the theorem with the requests as they come may be off: twice 0.72 %, its largest error (ACTUAL-REQUESTS.md). */
const theoremError = 0.0144

interface Effect {
  readonly load: string
  readonly used: number
  readonly abandoned: number
  /** Relative change of the rate by abandonment. */
  readonly effect: number
  readonly standardError: number
  readonly with: number
  readonly exact: number
  /** The rate by the theorem with the requests as they come. */
  readonly actual: number
  /** Relative change of that by abandonment. */
  readonly predicted: number
}

const service = (summary: SimulatedRate, other: SimulatedRate, trials: number, confidence: number): SimulatedValue => {
  const ratio = summary.mean / other.mean
  // The drops are the same, so the two are correlated; taken as independent, the error is too large rather than too small.
  const standardError = ratio * Math.hypot(summary.standardError / summary.mean, other.standardError / other.mean)
  const width = (summary.interval[1] - summary.mean) / summary.standardError
  return {
    sampled: 'channel, with and without abandonment',
    mean: ratio - 1,
    standardError,
    interval: [ratio - 1 - width * standardError, ratio - 1 + width * standardError],
    confidence,
    trials,
  }
}

const actualRequests = { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' } as const

const loadText = ({
  usersPerCell: K,
  communicationClusterSize: L,
  targetsPerCell: J,
  sensingClusterSize: Q,
}: Network) => `K = ${K}, L = ${L}, J = ${J}, Q = ${Q}`

const examine = async (tools: AuditTools): Promise<Check[]> => {
  const found: Record<'communication' | 'sensing', (Effect & { value: SimulatedValue })[]> = {
    communication: [],
    sensing: [],
  }
  for (const [K, L, J, Q] of loads) {
    const network = defineNetwork({ transmitAntennas, K, L, J, Q })
    const { trials } = tools
    const options = { fidelity: 'channel', trials } as const
    const real = await tools.simulate(network, options)
    const none = await tools.simulate(network, { ...options, assumptions: ['no-abandonment'] })
    for (const { service: name, clusterSize } of services) {
      // A rate whose cluster is its BS alone asks for no nulls.
      if (network[clusterSize] === 1) continue
      const value = service(real[name], none[name], real.trials, tools.confidence)
      const actual = serviceRate(name, network, actualRequests).value
      const granted = serviceRate(name, network, { ...actualRequests, assumptions: ['no-abandonment'] }).value
      found[name].push({
        load: loadText(network),
        used: K * L + J * (Q - 1),
        abandoned: real.nulling!.abandonedFraction,
        effect: value.mean,
        standardError: value.standardError,
        with: real[name].mean,
        exact: serviceRate(name, network).value,
        actual,
        predicted: actual / granted - 1,
        value,
      })
    }
  }
  return services.map(({ service: name }) => {
    const symbol = quantitySymbol('rate', name)
    const effects = found[name]
    const sure = effects.map(({ effect, standardError }) => Math.max(0, Math.abs(effect) - 2 * standardError))
    const worst = effects[sure.indexOf(Math.max(...sure))]!
    const most = effects.reduce((a, b) => (b.abandoned > a.abandoned ? b : a))
    return check({
      statement: `Abandoning requests hardly changes ${symbol} at any load up to KL + J(Q − 1) = M_t.`,
      measure: `relative change of ${symbol} by abandonment, less twice its standard error; the largest over the loads`,
      deviation: Math.max(...sure),
      thresholds,
      found: `Abandonment changes ${symbol} by ${change(worst.effect)} ± ${percent(worst.standardError)} at ${worst.load}, where ${worst.used} of ${transmitAntennas} antennas are spent on average and ${percent(worst.abandoned)} of the requests are abandoned (${percent(most.abandoned)} at most over the loads). The protocol has ${symbol} = ${decimal(worst.with)} there and the theorem, which gives every BS the mean number of requests, ${decimal(worst.exact)} (${change(worst.exact / worst.with - 1)}). The theorem with the requests as they come has ${decimal(worst.actual)} (${change(worst.actual / worst.with - 1)}), and ${change(worst.predicted)} by abandonment.`,
      why: `Requests come to a BS at random: their number has the mean K(L − 1) + J(Q − 1) but a wide distribution, so that near full load many BSs are asked for more than M_t − K, and what they abandon remains an interferer, which is one of the nearest.`,
      evidence: effects.map(({ load, value, predicted }) =>
        evidence(
          `change of ${symbol} by abandonment at ${load}`,
          'relative',
          { method: 'actual-requests', value: predicted },
          value,
          0,
          theoremError,
        ),
      ),
    })
  })
}

/** C11: requests beyond what a BS can null. */
export const claim11: Claim = {
  id: 'C11',
  title: 'Abandoning requests hardly matters',
  statement: 'The impact on network performance of abandoning certain requests is negligible.',
  source: 'Section II-A; Section VI-A, Fig. 4',
  parameters: `M_t = ${transmitAntennas}, loads KL + J(Q − 1) of 10 to ${transmitAntennas}, simulation of channels with the requests counted and the excess abandoned, and with no abandonment`,
  readings: [{ name: 'as printed', examine }],
}
