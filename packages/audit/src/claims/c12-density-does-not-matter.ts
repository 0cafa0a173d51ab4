import { communicationRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { AuditTools } from '../evidence/audit-tools.js'
import { check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import { decimal, listed } from '../text/number-text.js'
import type { Claim } from './claim.js'

const densities = [0.01, 0.1, 1, 10, 100]
const simulated = [0.1, 10]

/** A seed for each density, so that their simulations are independent; it is the same network in units of λ_b^(−1/2). */
const seedAt = (tools: AuditTools, baseStationDensity: number): string => `${tools.seed}, λ_b = ${baseStationDensity}`
const allocations = [
  { K: 5, L: 1 },
  { K: 5, L: 2 },
]

/** C12: what density does to a user's rate. */
export const claim12: Claim = {
  id: 'C12',
  title: 'R_c does not depend on λ_b',
  statement: 'The average data rate is independent of the BS density.',
  source: 'Theorem 1',
  parameters: `M_t = 20, K = 5, L = 1 and 2, λ_b = ${listed(densities.map(String))} per km², no noise`,
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const rates = allocations.map((allocation) =>
          densities.map(
            (baseStationDensity) => communicationRate(defineNetwork({ ...allocation, baseStationDensity })).value,
          ),
        )
        const spread = Math.max(...rates.map((values) => Math.max(...values) / Math.min(...values) - 1))
        const evidence = []
        const means = []
        for (const baseStationDensity of simulated) {
          const one = await rateEvidence(
            tools,
            'communication-rate',
            defineNetwork({ K: 5, L: 2, baseStationDensity }),
            `K = 5, L = 2, λ_b = ${baseStationDensity} per km²`,
            { seed: seedAt(tools, baseStationDensity) },
          )
          evidence.push(one)
          means.push(one.simulation!)
        }
        const [a, b] = means as [(typeof means)[0], (typeof means)[0]]
        const half = Math.hypot(a.interval[1] - a.mean, b.interval[1] - b.mean)
        return [
          check({
            statement: 'The exact R_c is the same at every density.',
            measure: 'spread of R_c over the densities, relative',
            deviation: spread,
            thresholds: {
              holds: 1e-9,
              approximately: 0.01,
              reason: '1e-9 is the numerical error of a rate; 1 % can’t be seen',
            },
            found: `Over λ_b from ${densities[0]} to ${densities.at(-1)} per km² the exact R_c is ${decimal(rates[1]![0]!, 6)} nat/s/Hz at K = 5, L = 2 with a spread of ${spread.toExponential(0)}: distances scale with λ_b^(−1/2), and without noise signal and interference scale alike.`,
          }),
          check({
            statement: 'So is the simulated one.',
            measure: 'how far the difference of the means lies beyond its interval, relative',
            deviation: Math.max(0, Math.abs(a.mean - b.mean) - half) / a.mean,
            thresholds: {
              holds: 0,
              approximately: 0.01,
              reason: 'equal means differ by no more than their interval; 1 % can’t be seen',
            },
            found: `Simulated at λ_b = ${simulated[0]} and ${simulated[1]}: ${decimal(a.mean)} ± ${decimal(a.standardError, 2)} and ${decimal(b.mean)} ± ${decimal(b.standardError, 2)}.`,
            evidence,
          }),
        ]
      },
    },
  ],
}
