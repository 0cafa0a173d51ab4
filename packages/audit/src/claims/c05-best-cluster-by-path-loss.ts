import { type CommunicationMethod, nullingGain } from '@isacnet/analysis'
import { optimalLoad } from '@isacnet/optimization'
import type { AuditTools } from '../evidence/audit-tools.js'
import { bestUsers } from '../evidence/best-users.js'
import { check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import type { Thresholds } from '../evidence/verdict.js'
import { listed, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const thresholds: Thresholds = {
  holds: 0,
  approximately: 0.01,
  reason: 'L* is 1 or it isn’t; an L that gains less than 1 % over L = 1 would hardly be worth the trouble',
}

const antennas = [4, 10, 20, 40]
const largestClusterSize = 4
const exponents = [2.05, 2.2, 2.5, 3, 3.5, 4, 5, 6, 8]

interface Optimum {
  readonly alpha: number
  readonly M: number
  readonly L: number
  /** By how much it exceeds the best with L = 1, relative; ≥ 0. */
  readonly gain: number
}

/** The best L ≤ 4 when K is best for each, by evaluating all. */
const bestClusterSize = (
  M: number,
  alpha: number,
  method: CommunicationMethod,
): Optimum & { readonly second: number } => {
  const values = Array.from(
    { length: Math.min(largestClusterSize, M) },
    (_, index) => bestUsers(M, index + 1, { pathLossExponent: alpha, method }).ase,
  )
  const largest = Math.max(...values)
  return {
    alpha,
    M,
    L: values.indexOf(largest) + 1,
    gain: largest / values[0]! - 1,
    second: Math.max(...values.slice(1)) / values[0]!,
  }
}

/** At a fixed K. */
const bestAtUsers = (M: number, K: number, alpha: number): number => {
  let best = { L: 1, value: 0 }
  for (let L = 1; K * L <= M; L++) {
    const value = nullingGain(L, alpha) * (M + 1 - K * L)
    if (value > best.value) best = { L, value }
  }
  return best.L
}

const everywhere = async (tools: AuditTools, alphas: readonly number[]): Promise<(Optimum & { second: number })[]> => {
  const found = []
  for (const alpha of alphas)
    for (const M of antennas) {
      found.push(bestClusterSize(M, alpha, 'exact'), bestClusterSize(M, alpha, 'theorem-2'))
      await tools.checkpoint()
    }
  return found
}

const worst = (found: readonly Optimum[]): Optimum => found.reduce((a, b) => (b.gain > a.gain ? b : a))

/** C5: that nulling doesn't raise the communication ASE. */
export const claim5: Claim = {
  id: 'C5',
  title: 'L* = 1 maximises T_c as α → 2 and at α = 4',
  statement:
    'When the communication ASE is maximised, the optimal L* is 1 as α → 2 (Proposition 1) and at α = 4 (Proposition 2).',
  source: 'Propositions 1 and 2',
  parameters: `M_t = ${listed(antennas.map(String))}, J(Q − 1) = 0, exact and Theorem 2, α from ${exponents[0]} to ${exponents.at(-1)}; whether K is optimal too or given is left open`,
  readings: [
    {
      name: 'K is optimal too',
      examine: async (tools) => {
        const stated = await everywhere(tools, [2.05, 4])
        const beyond = await everywhere(
          tools,
          exponents.filter((alpha) => alpha !== 2.05 && alpha !== 4),
        )
        const nearest = [...stated, ...beyond].reduce((a, b) => (b.second > a.second ? b : a))
        const evidence = []
        for (const L of [1, 2]) {
          const { network, usersPerCell } = bestUsers(20, L)
          evidence.push(
            await rateEvidence(tools, 'communication-ase', network, `M_t = 20, α = 4, L = ${L}, K* = ${usersPerCell}`),
          )
        }
        const limit = (L: number, alpha: number): number => optimalLoad(L, alpha).value
        const inTheLimit = exponents.map((alpha) => limit(2, alpha) / limit(1, alpha))
        return [
          check({
            statement: 'L* = 1 at α = 2.05 and α = 4.',
            measure: 'what the best L gains over L = 1, relative; the largest over M_t',
            deviation: worst(stated).gain,
            thresholds,
            found: `L* = 1 in ${stated.filter(({ L }) => L === 1).length} of ${stated.length} cases with α = 2.05 or 4.`,
            why: `At α = ${worst(stated).alpha}, M_t = ${worst(stated).M} L = ${worst(stated).L} gains ${percent(worst(stated).gain, 2)}.`,
            evidence,
          }),
          check({
            statement: 'L* = 1 between these, and beyond.',
            measure: 'what the best L gains over L = 1, relative; the largest over α and M_t',
            deviation: worst(beyond).gain,
            thresholds,
            found: `Between and beyond, L* = 1 in ${beyond.filter(({ L }) => L === 1).length} of ${beyond.length} cases; L ≥ 2 comes nearest at α = ${nearest.alpha}, M_t = ${nearest.M}, with ${percent(nearest.second)} of the T_c of L = 1. As M_t → ∞, Theorem 2’s optimum at L = 2 is ${percent(Math.min(...inTheLimit))} to ${percent(Math.max(...inTheLimit))} of that at L = 1.`,
            why: `At α = ${worst(beyond).alpha}, M_t = ${worst(beyond).M} L = ${worst(beyond).L} gains ${percent(worst(beyond).gain, 2)}.`,
          }),
        ]
      },
    },
    {
      name: 'K is given',
      examine: async (tools) => {
        await tools.checkpoint()
        const users = Array.from({ length: 20 }, (_, index) => index + 1)
        const above = (alpha: number): number[] => users.filter((K) => bestAtUsers(20, K, alpha) > 1)
        const statements = [
          { alpha: 2.0001, name: 'as α → 2' },
          { alpha: 4, name: 'at α = 4' },
        ]
        return statements.map(({ alpha, name }) =>
          check({
            statement: `L* = 1 ${name} at any K.`,
            measure: 'share of the K from 1 to 20 at which L* > 1, by Theorem 2 at M_t = 20',
            deviation: above(alpha).length / users.length,
            thresholds: {
              holds: 0,
              approximately: 0.05,
              reason: 'a statement about any K has no exceptions; one of twenty is a rare one',
            },
            found: `${name[0]!.toUpperCase()}${name.slice(1)}, L* is 1 at ${users.length - above(alpha).length} of ${users.length} numbers of users.`,
            why: `At K = 1 it is ${bestAtUsers(20, 1, alpha)}, and L* > 1 up to K = ${Math.max(...above(alpha))}: (L + 1)/2·(M_t + 1 − KL) grows with L at first while K is below a third of M_t + 1. Proposition 2 is a statement about the best K.`,
          }),
        )
      },
    },
  ],
}
