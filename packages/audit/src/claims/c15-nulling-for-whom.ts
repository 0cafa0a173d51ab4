import { communicationRate, type SirLaw, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { AuditTools } from '../evidence/audit-tools.js'
import { type Check, check } from '../evidence/check.js'
import { quantityEvidence } from '../evidence/quantity-evidence.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import type { Thresholds } from '../evidence/verdict.js'
import { decimal, listed } from '../text/number-text.js'
import type { Claim } from './claim.js'

const thresholds: Thresholds = {
  holds: 0,
  approximately: 0.01,
  reason: 'a rate is improved or it isn’t; less than 1 % can’t be seen',
}

const network = (communicationClusterSize: number) =>
  defineNetwork({ transmitAntennas: 20, usersPerCell: 5, communicationClusterSize })

const percent = (share: number): string => `${decimal(100 * share, 3)} %`
const change = (relative: number): string => `${relative < 0 ? '−' : '+'}${percent(Math.abs(relative))}`

const onAverage = async (tools: AuditTools): Promise<Check> => {
  const [without, with2] = [1, 2].map((L) => communicationRate(network(L)).value) as [number, number]
  return check({
    statement: 'At K = 5, a cluster of two BSs raises the mean rate.',
    measure: 'relative fall of R_c from L = 1 to L = 2',
    deviation: Math.max(0, 1 - with2 / without),
    thresholds,
    found: `The mean rate changes by ${change(with2 / without - 1)}.`,
    evidence: [
      await rateEvidence(tools, 'communication-rate', network(1), 'K = 5, L = 1'),
      await rateEvidence(tools, 'communication-rate', network(2), 'K = 5, L = 2'),
    ],
  })
}

const percentiles = [5, 25, 50, 75, 95] as const

const rateAt = (law: SirLaw, percentile: number): number => law.percentile(percentile / 100).rate.value

/** The percentile at which both laws have the same rate: below it users lose. */
const crossing = (without: SirLaw, with2: SirLaw): number => {
  let [low, high] = [5, 95]
  while (high - low > 1e-3) {
    const middle = (low + high) / 2
    if (rateAt(with2, middle) < rateAt(without, middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const forEveryShare = async (tools: AuditTools): Promise<Check> => {
  const [without, with2] = [1, 2].map((L) => sirLaw(network(L), 'communication')) as [SirLaw, SirLaw]
  const changes = percentiles.map((percentile) => rateAt(with2, percentile) / rateAt(without, percentile) - 1)
  const evidence = []
  for (const L of [1, 2])
    for (const name of ['percentile-rate:5%', 'median-rate'])
      evidence.push(await quantityEvidence(tools, 'communication', name, network(L), `K = 5, L = ${L}`))
  return check({
    statement: 'At K = 5, a cluster of two BSs raises the rate that any share of the users doesn’t reach.',
    measure: `largest relative fall of the rate at the percentiles ${listed(percentiles.map(String))}`,
    deviation: Math.max(0, ...changes.map((relative) => -relative)),
    thresholds,
    found: `The rate that p % of the users don’t reach changes by ${listed(percentiles.map((p, i) => `${change(changes[i]!)} at p = ${p}`))}.`,
    why: `The ${decimal(crossing(without, with2), 3)} % of users who are served worst pay: every further BS in the cluster takes K = 5 of the diversity order from everyone, and they have several interferers about as near as their BS, of which it silences one.`,
    evidence,
  })
}

/** C15: for whom nulling improves the rate. */
export const claim15: Claim = {
  id: 'C15',
  title: 'Interference nulling improves the data rate: for whom?',
  statement: 'Interference nulling can effectively improve the average data rate.',
  source: 'Sections I and VI-A',
  parameters: 'K = 5, M_t = 20, J(Q − 1) = 0, α = 4, L = 1 and 2; the paper speaks of means only',
  figure: 'fairness',
  readings: [
    { name: 'on average, as the paper says', examine: async (tools) => [await onAverage(tools)] },
    { name: 'for every share of the users', examine: async (tools) => [await forEveryShare(tools)] },
  ],
}
