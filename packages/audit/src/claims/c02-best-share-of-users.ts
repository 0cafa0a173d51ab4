import { lemma2, optimalLoad } from '@isacnet/optimization'
import { bestUsers } from '../evidence/best-users.js'
import { check } from '../evidence/check.js'
import { rateEvidence } from '../evidence/rate-evidence.js'
import { decimal, listed, percent } from '../text/number-text.js'
import type { Claim } from './claim.js'

const claimedRatio = 0.6

/** The numbers of antennas that Fig. 5 draws, and others to see whether the ratio is constant. */
const drawn = [10, 20]
const others = [6, 8, 16, 32, 48, 64]

/** C2: the share of the antennas that the best number of users takes. */
export const claim2: Claim = {
  id: 'C2',
  title: 'K*/M_t is about 60 %',
  statement:
    'When the communication ASE is maximised, the ratio between the number of users and the number of antennas is approximately 60 % under different numbers of antennas, as Lemma 2 says.',
  source: 'Section VI-A, Fig. 5; Lemma 2',
  parameters: 'L = 1, Q = 1, α = 4, M_t = 10 and 20; others for the constancy',
  figure: 'fig5',
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const optima = drawn.map((antennas) => ({ antennas, ...bestUsers(antennas, 1) }))
        const ratios = optima.map(({ antennas, usersPerCell }) => usersPerCell / antennas)
        const evidence = []
        for (const { antennas, usersPerCell, network } of optima)
          evidence.push(
            await rateEvidence(tools, 'communication-ase', network, `M_t = ${antennas}, K = ${usersPerCell}, L = 1`),
          )
        const everywhere = [...drawn, ...others].map((antennas) => {
          const { usersPerCell } = bestUsers(antennas, 1)
          return {
            antennas,
            usersPerCell,
            continuous: lemma2({ transmitAntennas: antennas, pathLossExponent: 4 }).continuousUsers,
          }
        })
        const apart = everywhere.map(({ usersPerCell, continuous }) => Math.abs(usersPerCell - continuous))
        const worst = everywhere[apart.indexOf(Math.max(...apart))]!
        const load = (alpha: number): string => decimal(optimalLoad(1, alpha).load, 3)
        return [
          check({
            statement: 'K*/M_t is about 60 % at M_t = 10 and 20.',
            measure: 'largest distance of K*/M_t from 60 %',
            deviation: Math.max(...ratios.map((ratio) => Math.abs(ratio - claimedRatio))),
            thresholds: {
              holds: 0.025,
              approximately: 0.1,
              reason:
                'half of one user at M_t = 20 is 2.5 %: a whole number can’t be nearer in general; one user at M_t = 10 is 10 %',
            },
            found: `T_c is largest at K* = ${listed(optima.map(({ antennas, usersPerCell }) => `${usersPerCell} for M_t = ${antennas} (${percent(usersPerCell / antennas, 0)})`))}.`,
            evidence,
          }),
          check({
            statement: 'The ratio is constant, as Lemma 2 says: K* = v*(M_t + 1).',
            measure: 'largest distance of K* from Lemma 2’s real number, in users',
            deviation: Math.max(...apart),
            thresholds: {
              holds: 1,
              approximately: 2,
              reason: 'a concave function of a real number has its best integer within one of its maximum',
            },
            found: `Lemma 2 has v* = ${load(4)}; over M_t from ${Math.min(...everywhere.map(({ antennas }) => antennas))} to ${Math.max(...everywhere.map(({ antennas }) => antennas))} the exact K* is nowhere further from v*(M_t + 1) than ${decimal(Math.max(...apart), 2)} users (at M_t = ${worst.antennas}). The ratio is one of α = 4: v* is ${load(3)} at α = 3 and ${load(5)} at α = 5.`,
            why: `At M_t = ${worst.antennas} it is ${worst.usersPerCell}, and Lemma 2’s ${decimal(worst.continuous)}.`,
          }),
        ]
      },
    },
  ],
}
