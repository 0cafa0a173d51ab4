import { sensingRate } from '@isacnet/analysis'
import { areaSpectralEfficiency, defineNetwork } from '@isacnet/model'
import { check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import { decimal, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const targetsPerCell = 10
const antennas = [10, 20]

const networkAt = (transmitAntennas: number, usersPerCell: number) =>
  defineNetwork({ transmitAntennas, usersPerCell, targetsPerCell })

/** C13: what the number of users does to sensing. */
export const claim13: Claim = {
  id: 'C13',
  title: 'T_sum − T_c hardly depends on K',
  statement:
    'Compared to communication-only networks, the ISAC network achieves approximately constant improvements for different numbers of users.',
  source: 'Section VI-A, Fig. 5; (23)',
  parameters: `M_t = ${antennas.join(' and ')}, K = 1 … M_t, L = Q = 1, J = ${targetsPerCell}, α = 4, β = 2`,
  figure: 'fig5',
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const spreads = antennas.map((transmitAntennas) => {
          const values = Array.from({ length: transmitAntennas }, (_, index) => {
            const network = networkAt(transmitAntennas, index + 1)
            return areaSpectralEfficiency('sensing', network, sensingRate(network).value)
          })
          return { transmitAntennas, values, spread: Math.max(...values) / Math.min(...values) - 1 }
        })
        const worst = spreads.reduce((a, b) => (b.spread > a.spread ? b : a))
        const { values } = worst
        const evidence = []
        for (const K of [1, worst.transmitAntennas])
          evidence.push(
            await rateEvidence(
              tools,
              'sensing-ase',
              networkAt(worst.transmitAntennas, K),
              `M_t = ${worst.transmitAntennas}, K = ${K}`,
            ),
          )
        return [
          check({
            statement: 'T_sum − T_c = T_s is the same for every K.',
            measure: 'spread of T_s over K, relative',
            deviation: worst.spread,
            thresholds: {
              holds: 0.02,
              approximately: 0.1,
              reason:
                '2 % can hardly be seen in the figure; a tenth is still “approximately constant” beside a T_c that changes by a factor',
            },
            found: `At M_t = ${worst.transmitAntennas} T_s goes from ${decimal(values[0]!)} at K = 1 to ${decimal(values.at(-1)!)} at K = ${values.length}, by ${percent(worst.spread)}.`,
            why: `R_s depends on K weakly, because Γ(K, 1) over K has a smaller variance as K grows; from K = 1 to 2 alone it grows by ${percent(values[1]! / values[0]! - 1)}. (23), which replaces the gain by its mean, can’t show that.`,
            evidence,
          }),
        ]
      },
    },
  ],
}
