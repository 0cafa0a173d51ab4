import { fromNats, type InformationUnit } from '@isacnet/model'
import type { AllocationPerformance, RatedAllocation, SpatialAllocation } from '@isacnet/optimization'

/** A rate and the ASE that it makes, in the document's unit. */
interface ServiceDocument {
  readonly rate: number
  readonly ase: number
}

export interface PerformanceDocument {
  readonly allocation: SpatialAllocation
  readonly communication: ServiceDocument
  readonly sensing: ServiceDocument
  readonly degreesOfFreedomLeft: number
}

export interface RatedDocument extends PerformanceDocument {
  readonly value: number
}

/** What an allocation achieves, as a document has it. */
export const performanceDocument = (
  { allocation, communication, sensing, degreesOfFreedomLeft }: AllocationPerformance,
  unit: InformationUnit,
): PerformanceDocument => ({
  allocation,
  communication: { rate: fromNats(communication.rate, unit), ase: fromNats(communication.ase, unit) },
  sensing: { rate: fromNats(sensing.rate, unit), ase: fromNats(sensing.ase, unit) },
  degreesOfFreedomLeft,
})

export const ratedDocument = (rated: RatedAllocation, unit: InformationUnit): RatedDocument => {
  const { allocation, ...rest } = performanceDocument(rated, unit)
  return { allocation, value: fromNats(rated.value, unit), ...rest }
}
