import type { AchievableRegion } from '@isacnet/optimization'
import type { AuditTools } from '../evidence/audit-tools.js'
import { type Check, check } from '../evidence/check.js'
import { evidence } from '../evidence/evidence.js'
import { maxTargetsPerCell, regionBy } from '../evidence/region-method.js'
import { shapeDeviation } from '../evidence/shape.js'
import { simulatedGain } from '../evidence/simulated-gain.js'
import { allocationText } from '../text/allocation-text.js'
import { change, listed } from '../text/number-text.js'
import type { Claim } from './claim.js'

const transmitAntennas = 30

/** (L_th, Q_th), more and more stringent. */
type Step = readonly [minimumL: number, minimumQ: number]

const sequences: readonly { readonly name: string; readonly steps: readonly Step[] }[] = [
  {
    name: 'L_th = Q_th = 1, 2, 3',
    steps: [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  },
  {
    name: 'L_th = 1, 2, 3 with Q_th = 1',
    steps: [
      [1, 1],
      [2, 1],
      [3, 1],
    ],
  },
  {
    name: 'Q_th = 1, 2, 3 with L_th = 1',
    steps: [
      [1, 1],
      [1, 2],
      [1, 3],
    ],
  },
]

/** By how much a region reaches beyond another at most, relative: 0 if it lies within. */
const excess = (inner: AchievableRegion, outer: AchievableRegion): number =>
  Math.max(
    ...inner.frontier.map(({ communication, sensing }) =>
      Math.min(
        ...outer.frontier.map((point) =>
          Math.max(0, communication / point.communication - 1, sensing / point.sensing - 1),
        ),
      ),
    ),
  )

const examine = async (tools: AuditTools, name: string, steps: readonly Step[]): Promise<Check[]> => {
  const regions: AchievableRegion[] = []
  for (const [minCommunicationClusterSize, minSensingClusterSize] of steps) {
    await tools.checkpoint()
    regions.push(regionBy('exact', transmitAntennas, 'ase', { minCommunicationClusterSize, minSensingClusterSize }))
  }
  const named = steps.map(([L, Q]) => `(L_th, Q_th) = (${L}, ${Q})`)
  const corners = regions.map(({ corners: { communicationOptimal, sensingOptimal } }) => [
    communicationOptimal.communication,
    sensingOptimal.sensing,
  ])
  const gainCheck = async (direction: 'atEqualSensing' | 'atEqualCommunication', words: string): Promise<Check> => {
    const best = regions.map(({ timeSharing }) =>
      direction === 'atEqualSensing' ? timeSharing.largestAtEqualSensing : timeSharing.largestAtEqualCommunication,
    )
    const gains = best.map((gain) => gain[direction])
    const items = []
    for (const [index, region] of regions.entries()) {
      const allocations = [region.corners.communicationOptimal, region.corners.sensingOptimal, best[index]!.point].map(
        ({ performance }) => performance.allocation,
      )
      const simulation = await simulatedGain(tools, direction, {
        transmitAntennas,
        metric: 'ase',
        sensingClusters: 'bs-centric',
        allocations: allocations as never,
      })
      items.push(
        evidence(
          `gain in ${words} under ${named[index]}`,
          'relative',
          { method: 'exact', value: gains[index]! },
          simulation,
        ),
      )
    }
    const { sensingOptimal } = regions[1]!.corners
    return check({
      statement: `${name}: the gain in ${words} over time sharing decreases.`,
      measure: 'largest increase from one pair of constraints to the next, relative to the largest gain',
      deviation: shapeDeviation(gains, 'falls'),
      thresholds: {
        holds: 1e-9,
        approximately: 0.05,
        reason: 'a sequence falls or it doesn’t; a rise of a twentieth can’t be told from level in the figure',
      },
      found: `The largest gain in ${words} is ${listed(gains.map((gain, index) => `${change(gain, 0)} under ${named[index]}`))}.`,
      why: `The constraints move the corners, between which time is shared, and not only the region: under ${named[1]} the sensing-optimal corner is ${allocationText(sensingOptimal.performance.allocation)}, and time sharing falls faster than the region where it loses one of its good ends.`,
      evidence: items,
    })
  }
  return [
    check({
      statement: `${name}: the region shrinks.`,
      measure: 'by how much a region reaches beyond the one before, relative',
      deviation: Math.max(...regions.slice(1).map((region, index) => excess(region, regions[index]!))),
      thresholds: {
        holds: 1e-9,
        approximately: 0.01,
        reason: 'a region is within another or it isn’t; 1e-9 is the numerical error of a rate',
      },
      found: `The largest T_c and T_s are ${listed(corners.map(([c, s], index) => `${c!.toFixed(2)} and ${s!.toFixed(2)} under ${named[index]}`))}: fewer allocations are feasible, so the region can only shrink.`,
    }),
    await gainCheck('atEqualSensing', 'T_c at equal T_s'),
    await gainCheck('atEqualCommunication', 'T_s at equal T_c'),
  ]
}

/** C9: what minimum cluster sizes cost. */
export const claim9: Claim = {
  id: 'C9',
  title: 'Stricter L_th and Q_th shrink the region and the gain',
  statement:
    'As the link quality constraint becomes more stringent, the network performance boundary diminishes, and the gain over time sharing gradually decreases.',
  source: 'Section VI-C, Fig. 11',
  parameters: `M_t = ${transmitAntennas}, J_max = ${maxTargetsPerCell}, α = 4, β = 2; which pairs (L_th, Q_th) is not said in the text, so both and each alone`,
  figure: 'fig11',
  readings: [
    {
      name: 'as printed',
      examine: async (tools) => {
        const checks = []
        for (const { name, steps } of sequences) checks.push(...(await examine(tools, name, steps)))
        return checks
      },
    },
  ],
}
