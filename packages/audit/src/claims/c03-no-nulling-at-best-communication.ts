import { optimalCommunicationClusterSize } from '@isacnet/analysis'
import { areaSpectralEfficiency, defineNetwork } from '@isacnet/model'
import { analyticRates, communicationObjective, optimizeAllocation } from '@isacnet/optimization'
import { bestUsers } from '../evidence/best-users.js'
import { check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import { decimal, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const claimed = { usersPerCell: 12, communicationClusterSize: 1 }

/** C3: the allocation with the most communication. */
export const claim3: Claim = {
  id: 'C3',
  title: 'K = 12, L = 1 maximises T_c at M_t = 20',
  statement: 'At the optimal communication ASE K = 12 and L = 1: there is no need for interference nulling.',
  source: 'Section VI-A, Fig. 6; Proposition 2',
  parameters: 'M_t = 20, J(Q − 1) = 0, α = 4',
  figure: 'fig6',
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const network = defineNetwork({ transmitAntennas: 20 })
        const optimum = optimizeAllocation(
          { network, rates: analyticRates(network) },
          { objective: communicationObjective, findBindingConstraints: false },
        )
        const tried = optimalCommunicationClusterSize({ transmitAntennas: 20 }, 4)
        const { usersPerCell: K, communicationClusterSize: L } = optimum.allocation
        const here = defineNetwork({ transmitAntennas: 20, ...claimed })
        const same = K === claimed.usersPerCell && L === claimed.communicationClusterSize
        const loss = 1 - analyticAse(here) / optimum.value
        const next = optimum.runnersUp[0]!
        const second = bestUsers(20, 2)
        const evidence = [
          await rateEvidence(tools, 'communication-ase', here, 'K = 12, L = 1'),
          await rateEvidence(
            tools,
            'communication-ase',
            second.network,
            `K = ${second.usersPerCell}, L = 2, the best with L = 2`,
          ),
        ]
        const [atOne, atTwo] = evidence.map(({ simulation }) => simulation!)
        return [
          check({
            statement: 'T_c is largest at K = 12, L = 1.',
            measure: 'what K = 12, L = 1 loses to the optimum, relative; 0 if it is the optimum',
            deviation: same ? 0 : Math.max(loss, Number.MIN_VALUE),
            thresholds: {
              holds: 0,
              approximately: 0.01,
              reason: 'an allocation is the best or it isn’t; within 1 % nobody would notice',
            },
            found: `The certified optimum is K = ${K}, L = ${L} with T_c = ${decimal(optimum.value)} nat/s/Hz/km², the same as trying every (K, L) has (K = ${tried.usersPerCell}, L = ${tried.communicationClusterSize}); the next best, K = ${next.allocation.usersPerCell}, L = ${next.allocation.communicationClusterSize}, has ${percent(1 - next.value / optimum.value, 2)} less.`,
            why: `K = 12, L = 1 has ${percent(loss, 2)} less than the optimum.`,
            evidence,
          }),
          check({
            statement: 'Nulling doesn’t pay, in the simulation too.',
            measure:
              'by how much the best allocation with L = 2 surely exceeds K = 12, L = 1 in the simulation, relative',
            deviation: Math.max(0, atTwo!.interval[0] / atOne!.interval[1] - 1),
            thresholds: {
              holds: 0,
              approximately: 0.01,
              reason: 'the intervals tell which is larger; within 1 % nobody would notice',
            },
            found: `Simulated, T_c is ${decimal(atOne!.mean)} at K = 12, L = 1 and ${decimal(atTwo!.mean)} at the best with L = 2, K = ${second.usersPerCell}.`,
          }),
        ]
      },
    },
  ],
}

const analyticAse = (network: ReturnType<typeof defineNetwork>): number => {
  const { usersPerCell: K, communicationClusterSize: L, transmitAntennas } = network
  const rate = analyticRates(network).communication(K, L, transmitAntennas - K * L + 1).value
  return areaSpectralEfficiency('communication', network, rate)
}
