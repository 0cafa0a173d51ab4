import { fromNats, type InformationUnit, rateUnit } from '@isacnet/model'
import type { RegionPart } from './region-worker.js'

/** The Pareto points of a region as CSV (RFC 4180), numbers in full precision. */
export const regionCsv = (region: RegionPart['region'], unit: InformationUnit): string => {
  const hull = new Set(region?.hull ?? [])
  const rows = (region?.frontier ?? []).map((point) => {
    const { allocation, communication, sensing } = point.performance
    return [
      allocation.usersPerCell,
      allocation.communicationClusterSize,
      allocation.targetsPerCell,
      allocation.sensingClusterSize,
      ...[communication.rate, sensing.rate, communication.ase, sensing.ase].map((nats) => fromNats(nats, unit)),
      rateUnit(unit),
      hull.has(point),
    ]
  })
  return [['K', 'L', 'J', 'Q', 'R_c', 'R_s', 'T_c', 'T_s', 'rate_unit', 'on_hull'], ...rows]
    .map((row) => `${row.join(',')}\r\n`)
    .join('')
}
