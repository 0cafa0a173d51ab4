import { csvText } from '@isacnet/drawing'
import { rateQuantities, services } from '@isacnet/model'
import type { PerformanceDocument } from '../../documents/allocation-schema.js'
import type { RegionDocument } from './region-schema.js'

const header = [
  'kind',
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
  'degreesOfFreedomLeft',
  ...services.flatMap(({ service }) => rateQuantities.map(({ quantity }) => `${service}_${quantity}`)),
  'unit',
  'on_hull',
  'gain_at_equal_communication',
  'gain_at_equal_sensing',
]

/**
 * A region as CSV (RFC 4180), numbers in full precision. Rows of the kind `pareto` are the Pareto points, those of the kind `tie`
 * achieve the point of the row above, `achievable` are all allocations, if asked for. Rates are in the unit, ASEs in the unit per km². Quantities
 * of the law of the SIR that the region is about have columns of their names at the end.
 */
export const regionCsv = ({ points, achievable = [], unit }: RegionDocument): string => {
  const names = points[0]?.quantities?.map(({ name }) => name) ?? []
  const row = (kind: string, performance: PerformanceDocument, rest: readonly (string | number | boolean)[]) => [
    kind,
    ...Object.values(performance.allocation),
    performance.degreesOfFreedomLeft,
    ...services.flatMap(({ service }) => rateQuantities.map(({ quantity }) => performance[service][quantity])),
    unit,
    ...rest,
    ...names.map((asked) => performance.quantities?.find(({ name }) => name === asked)?.value ?? ''),
  ]
  const rows = [
    ...points.flatMap((point) => [
      row('pareto', point, [point.onHull, point.gainAtEqualCommunication, point.gainAtEqualSensing]),
      ...point.ties.map((tie) => row('tie', tie, ['', '', ''])),
    ]),
    ...achievable.map((performance) => row('achievable', performance, ['', '', ''])),
  ]
  return csvText([[...header, ...names], ...rows])
}
