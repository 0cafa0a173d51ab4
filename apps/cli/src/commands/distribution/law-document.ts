import { type Estimate, type SirLaw, type SirLawOptions, sirFunctionalValue, sirLaw } from '@isacnet/analysis'
import {
  chosenQuantity,
  errorCodeOf,
  fromNats,
  type InformationUnit,
  type Network,
  sirFunctional,
} from '@isacnet/model'
import type { DistributionDocument } from './distribution-schema.js'

/** Questions to the law of the SIR. */
export interface LawQuestions {
  readonly thresholdsDb: readonly number[]
  /** In %. */
  readonly percentiles: readonly number[]
  readonly metaThresholdsDb: readonly number[]
  readonly falseAlarms: readonly number[]
}

type Communication = Omit<NonNullable<DistributionDocument['communication']>, 'simulated'>
type Sensing = Omit<NonNullable<DistributionDocument['sensing']>, 'simulated'>

export const linear = (decibels: number): number => 10 ** (decibels / 10)
export const decibels = (sir: number): number => 10 * Math.log10(sir)

const lawAnswers = (law: SirLaw, asked: LawQuestions, unit: InformationUnit) => ({
  coverage: asked.thresholdsDb.map((thresholdDb) => {
    const { value, errorEstimate } = law.coverage(linear(thresholdDb))
    return { thresholdDb, probability: value, errorEstimate }
  }),
  percentiles: asked.percentiles.map((percentile) => {
    const { sir, rate } = law.percentile(percentile / 100)
    return { percentile, sirDb: decibels(sir.value), rate: fromNats(rate.value, unit) }
  }),
  meta: asked.metaThresholdsDb.map((thresholdDb) => metaMoments(law, thresholdDb)),
})

const metaMoments = (law: SirLaw, thresholdDb: number): Communication['meta'][number] => {
  try {
    const [mean, secondMoment] = [1, 2].map((b) => law.conditionalMoment(b, linear(thresholdDb)).value)
    return { thresholdDb, mean: mean!, secondMoment: secondMoment!, variance: secondMoment! - mean! * mean! }
  } catch (error) {
    const code = errorCodeOf(error)
    if (code === 'method-not-applicable' || code === 'non-convergence')
      return { thresholdDb, notApplicable: (error as Error).message }
    throw error
  }
}

/** The law of a user's SIR. */
export const communicationLaw = (
  network: Network,
  options: SirLawOptions,
  asked: LawQuestions,
  unit: InformationUnit,
): Communication => ({
  method: options.communicationMethod ?? 'exact',
  ...lawAnswers(sirLaw(network, 'communication', options), asked, unit),
})

/** The law of a target's SIR, and what it means for detection and estimation. */
export const sensingLaw = (
  network: Network,
  options: SirLawOptions,
  asked: LawQuestions,
  unit: InformationUnit,
): Sensing => {
  const law = sirLaw(network, 'sensing', options)
  const quantity = (name: string): Estimate => sirFunctionalValue(sirFunctional(chosenQuantity(name), network), law)
  return {
    method: options.sensingMethod ?? 'exact',
    sensingClusters: options.sensingClusters ?? 'bs-centric',
    ...lawAnswers(law, asked, unit),
    detection: asked.falseAlarms.map((falseAlarm) => {
      const { value, errorEstimate } = quantity(`detection:${falseAlarm}`)
      return { falseAlarm, probability: value, errorEstimate }
    }),
    angleError:
      network.receiveAntennas > 1
        ? {
            medianDegrees: quantity('angle-error:50%').value,
            percentile95Degrees: quantity('angle-error:95%').value,
          }
        : null,
    rangeError:
      network.rmsBandwidth > 0
        ? { median: quantity('range-error:50%').value, percentile95: quantity('range-error:95%').value }
        : null,
  }
}
