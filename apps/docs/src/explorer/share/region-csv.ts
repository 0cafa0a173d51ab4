import { csvText } from '@isacnet/drawing'
import { fromNats, type InformationUnit, quantitySymbol, rateQuantities, rateUnit, services } from '@isacnet/model'
import type { RegionPart } from '../workers/region/region-worker.js'

/** R_c, R_s, T_c and T_s. */
const columns = rateQuantities.flatMap(({ quantity }) => services.map(({ service }) => ({ quantity, service })))

/** The Pareto points of a region as CSV (RFC 4180), numbers in full precision. */
export const regionCsv = (region: RegionPart['region'], unit: InformationUnit): string => {
  const hull = new Set(region?.hull ?? [])
  const rows = (region?.frontier ?? []).map((point) => {
    const { allocation } = point.performance
    return [
      allocation.usersPerCell,
      allocation.communicationClusterSize,
      allocation.targetsPerCell,
      allocation.sensingClusterSize,
      ...columns.map(({ quantity, service }) => fromNats(point.performance[service][quantity], unit)),
      rateUnit(unit),
      hull.has(point),
    ]
  })
  const symbols = columns.map(({ quantity, service }) => quantitySymbol(quantity, service))
  return csvText([['K', 'L', 'J', 'Q', ...symbols, 'rate_unit', 'on_hull'], ...rows])
}
