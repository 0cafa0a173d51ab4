import type { PerformanceDocument } from '../../documents/allocation-document.js'
import type { RegionDocument } from './region-document.js'

const header = [
  'kind',
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
  'degreesOfFreedomLeft',
  'communication_rate',
  'communication_ase',
  'sensing_rate',
  'sensing_ase',
  'unit',
  'on_hull',
  'gain_at_equal_communication',
  'gain_at_equal_sensing',
]

/**
 * A region as CSV (RFC 4180), numbers in full precision. Rows of the kind `pareto` are the Pareto points, those of the kind `tie`
 * achieve the point of the row above, `achievable` are all allocations, if asked for. Rates are in the unit, ASEs in the unit per km².
 */
export const regionCsv = ({
  points,
  achievable = [],
  unit,
}: RegionDocument & { achievable?: readonly PerformanceDocument[] }): string => {
  const row = (kind: string, performance: PerformanceDocument, rest: readonly (string | number)[]): string =>
    [
      kind,
      ...Object.values(performance.allocation),
      performance.degreesOfFreedomLeft,
      performance.communication.rate,
      performance.communication.ase,
      performance.sensing.rate,
      performance.sensing.ase,
      unit,
      ...rest,
    ].join(',')
  const rows = [
    ...points.flatMap((point) => [
      row('pareto', point, [String(point.onHull), point.gainAtEqualCommunication, point.gainAtEqualSensing]),
      ...point.ties.map((tie) => row('tie', tie, ['', '', ''])),
    ]),
    ...achievable.map((performance) => row('achievable', performance, ['', '', ''])),
  ]
  return [header.join(','), ...rows].map((line) => `${line}\r\n`).join('')
}
