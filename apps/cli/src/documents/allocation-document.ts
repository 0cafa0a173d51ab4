import { byRateQuantity, byService, fromNats, type InformationUnit } from '@isacnet/model'
import type { AllocationPerformance, RatedAllocation } from '@isacnet/optimization'
import type { PerformanceDocument, RatedDocument } from './allocation-schema.js'

/** The performance of an allocation as a document has it. */
export const performanceDocument = (
  { allocation, degreesOfFreedomLeft, ...achieved }: AllocationPerformance,
  unit: InformationUnit,
): PerformanceDocument => ({
  allocation,
  ...byService(({ service }) => byRateQuantity(({ quantity }) => fromNats(achieved[service][quantity], unit))),
  degreesOfFreedomLeft,
})

export const ratedDocument = (rated: RatedAllocation, unit: InformationUnit): RatedDocument => {
  const { allocation, ...rest } = performanceDocument(rated, unit)
  return { allocation, value: fromNats(rated.value, unit), ...rest }
}
