import { byQuantity, type QuantityName } from '@isacnet/analysis'
import { byService, fromNats, type InformationUnit, type Service } from '@isacnet/model'
import type { AllocationPerformance, RatedAllocation, SpatialAllocation } from '@isacnet/optimization'

/** The quantities of both services are in the document's unit. */
export interface PerformanceDocument extends Readonly<Record<Service, Readonly<Record<QuantityName, number>>>> {
  readonly allocation: SpatialAllocation
  readonly degreesOfFreedomLeft: number
}

export interface RatedDocument extends PerformanceDocument {
  readonly value: number
}

/** What an allocation achieves, as a document has it. */
export const performanceDocument = (
  { allocation, degreesOfFreedomLeft, ...achieved }: AllocationPerformance,
  unit: InformationUnit,
): PerformanceDocument => ({
  allocation,
  ...byService(({ service }) => byQuantity(({ quantity }) => fromNats(achieved[service][quantity], unit))),
  degreesOfFreedomLeft,
})

export const ratedDocument = (rated: RatedAllocation, unit: InformationUnit): RatedDocument => {
  const { allocation, ...rest } = performanceDocument(rated, unit)
  return { allocation, value: fromNats(rated.value, unit), ...rest }
}
