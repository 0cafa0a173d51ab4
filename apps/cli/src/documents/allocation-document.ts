import type { Rate } from '@isacnet/analysis'
import { byRateQuantity, byService, fromNats, type InformationUnit } from '@isacnet/model'
import type { AllocationPerformance, RatedAllocation } from '@isacnet/optimization'
import { quantityInUnit } from '../documents/choice-document.js'
import type { PerformanceDocument, RatedDocument } from './allocation-schema.js'

/** The performance of an allocation as a document has it. */
export const performanceDocument = (
  { allocation, degreesOfFreedomLeft, quantities, ...achieved }: AllocationPerformance,
  unit: InformationUnit,
): PerformanceDocument => ({
  allocation,
  ...byService(({ service }) => byRateQuantity(({ quantity }) => fromNats(achieved[service][quantity], unit))),
  degreesOfFreedomLeft,
  ...(quantities === undefined
    ? {}
    : {
        quantities: Object.entries<Rate>(quantities).map(([name, { value }]) => ({
          name,
          value: quantityInUnit(name, value, unit),
        })),
      }),
})

/** @param inUnit - the objective's value in the unit. */
export const ratedDocument = (
  rated: RatedAllocation,
  unit: InformationUnit,
  inUnit = (value: number): number => fromNats(value, unit),
): RatedDocument => {
  const { allocation, ...rest } = performanceDocument(rated, unit)
  return { allocation, value: inUnit(rated.value), ...rest }
}
