import { type Estimate, type SirLaw, type SirLawOptions, sirFunctionalValue } from '@isacnet/analysis'
import {
  chosenQuantity,
  errorCodeOf,
  fromNats,
  type InformationUnit,
  type Network,
  type Service,
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

interface WhyNot {
  readonly notApplicable: string
}

/** A network and the questions about it. */
interface LawSubject {
  readonly network: Network
  readonly options: SirLawOptions
  readonly asked: LawQuestions
  readonly unit: InformationUnit
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

/** The laws of the services that are asked for. */
export type ServiceLaws = Readonly<Partial<Record<Service, SirLaw>>>

/**
 * The answers of laws. Where one can't be computed its part of the document says why: another service's may be.
 *
 * @returns the errors of those that can't, too.
 */
export const lawDocuments = (
  { communication, sensing }: ServiceLaws,
  { network, options, asked, unit }: LawSubject,
): { readonly documents: Pick<DistributionDocument, Service>; readonly failures: readonly unknown[] } => {
  const failures: unknown[] = []
  const orWhyNot = <Answers>(answers: () => Answers, none: Answers): Answers | (Answers & WhyNot) => {
    try {
      return answers()
    } catch (error) {
      if (errorCodeOf(error) !== 'non-convergence') throw error
      failures.push(error)
      return { ...none, notApplicable: (error as Error).message }
    }
  }
  const ofUsers = (law: SirLaw): Communication => ({
    method: options.communicationMethod ?? 'exact',
    ...orWhyNot(() => lawAnswers(law, asked, unit), noAnswers),
  })
  const ofTargets = (law: SirLaw): Sensing => ({
    method: options.sensingMethod ?? 'exact',
    sensingClusters: options.sensingClusters ?? 'bs-centric',
    ...orWhyNot(() => ({ ...lawAnswers(law, asked, unit), ...targetAnswers(law, asked, network) }), noTargetAnswers),
  })
  const documents = {
    ...(communication === undefined ? {} : { communication: ofUsers(communication) }),
    ...(sensing === undefined ? {} : { sensing: ofTargets(sensing) }),
  }
  return { documents, failures }
}

/** Detection and estimation by the law of a target's SIR. */
const targetAnswers = (
  law: SirLaw,
  asked: LawQuestions,
  network: Network,
): Pick<Sensing, 'detection' | 'angleError' | 'rangeError'> => {
  const quantity = (name: string): Estimate => sirFunctionalValue(sirFunctional(chosenQuantity(name), network), law)
  return {
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

const noAnswers: ReturnType<typeof lawAnswers> = { coverage: [], percentiles: [], meta: [] }
const noTargetAnswers = { ...noAnswers, detection: [], angleError: null, rangeError: null }
