import { chosenQuantity, fromNats, type InformationUnit, type Service } from '@isacnet/model'
import type { Estimate, SimulationSummary } from '@isacnet/simulation'
import { known, knownInterval } from '../../documents/known-estimate.js'
import type { DistributionDocument } from './distribution-schema.js'
import { decibels, type LawQuestions } from './law-document.js'

const coverageName = (thresholdDb: number): string => chosenQuantity(`coverage:${thresholdDb}`).name
const percentileName = (percentile: number): string => chosenQuantity(`percentile-rate:${percentile}`).name

/** The quantities that a simulation has to estimate. */
export const simulatedQuantities = ({ thresholdsDb, percentiles }: LawQuestions): readonly string[] => [
  ...thresholdsDb.map(coverageName),
  ...percentiles.map(percentileName),
]

const sirDb = (rate: number): number => decibels(Math.expm1(rate))

/** The estimates of a simulation of the law of a service's SIR. */
export const simulatedLaw = (
  service: Service,
  summary: SimulationSummary,
  { thresholdsDb, percentiles }: LawQuestions,
  unit: InformationUnit,
): NonNullable<NonNullable<DistributionDocument[Service]>['simulated']> => {
  const found = (name: string): Estimate => summary[service].quantities![name]!
  return {
    coverage: thresholdsDb.map((thresholdDb) => {
      const { mean, standardError, interval } = found(coverageName(thresholdDb))
      return {
        thresholdDb,
        probability: mean,
        standardError: known(standardError),
        interval: knownInterval(interval),
      }
    }),
    percentiles: percentiles.map((percentile) => {
      const { mean, standardError, interval } = found(percentileName(percentile))
      const ends = knownInterval(interval)
      return {
        percentile,
        sirDb: sirDb(mean),
        sirDbInterval: ends === null ? null : knownInterval([sirDb(ends[0]), sirDb(ends[1])]),
        rate: fromNats(mean, unit),
        standardError: known(fromNats(standardError, unit)),
        interval: ends === null ? null : [fromNats(ends[0], unit), fromNats(ends[1], unit)],
      }
    }),
  }
}
