import { communicationRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { AuditTools } from '../evidence/audit-tools.js'
import type { Check } from '../evidence/check.js'
import { check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import { type Shape, shapeDeviation } from '../evidence/shape.js'
import type { Thresholds } from '../evidence/verdict.js'
import { decimal, listed } from '../text/number-text.js'
import type { Claim } from './claim.js'

const thresholds: Thresholds = {
  holds: 0,
  approximately: 0.01,
  reason: 'a sequence rises or it doesn’t; a step of less than 1 % in the wrong direction can’t be seen in the figure',
}

const antennas = 20

const network = (usersPerCell: number, communicationClusterSize: number) =>
  defineNetwork({ transmitAntennas: antennas, usersPerCell, communicationClusterSize })

const clusterSizeCheck = async (
  tools: AuditTools,
  usersPerCell: number,
  sizes: readonly number[],
  shape: Shape,
): Promise<Check> => {
  const rates = sizes.map((L) => communicationRate(network(usersPerCell, L)).value)
  const best = sizes[rates.indexOf(Math.max(...rates))]!
  const evidence = []
  for (const L of [...new Set([sizes[0]!, best, sizes.at(-1)!])])
    evidence.push(
      await rateEvidence(tools, 'communication-rate', network(usersPerCell, L), `K = ${usersPerCell}, L = ${L}`),
    )
  const shown = [...new Set([sizes[0]!, best, sizes.at(-1)!])]
    .sort((a, b) => a - b)
    .map((L) => `${decimal(rates[sizes.indexOf(L)]!)} at L = ${L}`)
  return check({
    statement: `At K = ${usersPerCell}, R_c ${shape} with L.`,
    measure: 'largest step in the wrong direction, relative to the largest R_c',
    deviation: shapeDeviation(rates, shape),
    thresholds,
    found: `At K = ${usersPerCell} R_c is ${listed(shown)}.`,
    why: `It ${shape === 'rises' ? 'rises' : 'turns'} only to L = ${best}: with D = M_t − KL + 1, every further BS in the cluster takes ${usersPerCell} of the diversity order, which at L = ${sizes.at(-1)} is down to ${antennas - usersPerCell * sizes.at(-1)! + 1}.`,
    evidence,
  })
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/** C4: what cooperation does to a user's rate. */
export const claim4: Claim = {
  id: 'C4',
  title: 'At K = 1 R_c grows with L; at K = 5 it grows, then falls',
  statement:
    'With K = 1 the average data rate increases with the cluster size L; with K = 5 it increases first and then decreases.',
  source: 'Section VI-A, Fig. 4',
  parameters: 'M_t = 20, J(Q − 1) = 0, α = 4; which L the claim is about is not said',
  figure: 'fig4',
  readings: [
    {
      name: 'L = 1, 2, 4',
      examine: async (tools) => [
        await clusterSizeCheck(tools, 1, [1, 2, 4], 'rises'),
        await clusterSizeCheck(tools, 5, [1, 2, 4], 'rises, then falls'),
      ],
    },
    {
      name: 'every L that is feasible',
      examine: async (tools) => [
        await clusterSizeCheck(tools, 1, upTo(20), 'rises'),
        await clusterSizeCheck(tools, 5, upTo(4), 'rises, then falls'),
      ],
    },
  ],
}
