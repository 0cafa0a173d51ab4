import {
  assertOptions,
  integerFrom,
  numberThat,
  type OptionChecks,
  required,
  type Service,
  services,
  trueOrFalse,
} from '@isacnet/model'
import type { Estimate } from '../quantities/estimate.js'
import { aConfidence } from './confidence.js'
import type { SimulationState } from './simulation-state.js'
import type { SiteSums } from './site-sums.js'
import { summarize } from './summarize.js'
import { siteRates } from './summarize-sites.js'

/** When a simulation has run for long enough. */
export type StoppingRule = TrialCount | RelativeError

/** At least so many trials, in whole blocks. */
export interface TrialCount {
  /** An integer ≥ 1. */
  readonly trials: number
}

/** Half of the confidence interval is at most so much of the mean, for the rates of all services that have receivers. */
export interface RelativeError {
  /** Such as 0.005, > 0. */
  readonly relativeError: number
  /** The confidence of the interval, default 0.95. */
  readonly confidence?: number
  /** To end there in any case; an integer ≥ 1. */
  readonly maximumTrials?: number
  /** Whether the rates of every single site have to be as precise, where sites are given; default false. */
  readonly everySite?: boolean
}

/** How a rule can end a run. */
export type RuleEnd = 'reached' | 'maximum-trials'

/** A rule as a function of what there is. */
export interface StoppingDecision {
  /** Whether to end here, and why. It depends on the blocks so far only. */
  readonly ended: (state: SimulationState) => RuleEnd | undefined
  /** How many blocks there will be at most, as far as that can be told. */
  readonly lastBlock: (state: SimulationState) => number
}

/** Before so many batches their variance says too little. */
const fewestBatches = 64

/** By how much the number of blocks grows from one look at the error to the next. */
const growth = 1.1

const trialCountChecks: OptionChecks<TrialCount> = { trials: required(integerFrom(1)) }

const relativeErrorChecks: OptionChecks<RelativeError> = {
  relativeError: required(numberThat('a number > 0', (error) => error > 0 && error < Number.POSITIVE_INFINITY)),
  confidence: aConfidence,
  maximumTrials: integerFrom(1),
  everySite: trueOrFalse,
}

/**
 * The decision of a stopping rule.
 *
 * The relative error is looked at when there are 64 batches, then whenever there are 10 % more blocks. The schedule doesn't depend
 * on who computes the blocks, nor on interruptions, so neither does the result.
 *
 * @throws {UnknownNameError} for a member that the rule doesn't have.
 * @throws {InvalidParameterError} if a member of the rule is not as its type says.
 */
export const stoppingDecision = (rule: StoppingRule): StoppingDecision => {
  if ('trials' in rule) {
    assertOptions('a number of trials', rule, trialCountChecks)
    return afterTrials(rule.trials)
  }
  assertOptions('a stopping rule', rule, relativeErrorChecks)
  return atRelativeError(rule)
}

const blocksFor = (trials: number, { blocks, sums }: SimulationState): number =>
  blocks === 0 ? Number.POSITIVE_INFINITY : Math.ceil((trials * blocks) / sums.trials)

const afterTrials = (trials: number): StoppingDecision => ({
  ended: ({ sums }) => (sums.trials >= trials ? 'reached' : undefined),
  lastBlock: (state) => blocksFor(trials, state),
})

const atRelativeError = ({
  relativeError,
  confidence = 0.95,
  maximumTrials,
  everySite = false,
}: RelativeError): StoppingDecision => {
  const precise = ({ mean, interval }: Estimate): boolean =>
    (interval[1] - interval[0]) / 2 <= relativeError * Math.abs(mean)
  const allPrecise = (sites: SiteSums | undefined): boolean =>
    sites === undefined ||
    services.every(({ service }) => siteRates(sites, service, confidence).every((estimate) => precise(estimate)))
  return {
    ended: (state) => {
      if (isCheckpoint(state)) {
        const { communication, sensing, load } = summarize(state.sums, confidence)
        // Where there are no users or no targets, nothing of theirs need be precise.
        const idle = (service: Service): boolean => load?.[service].ase.mean === 0
        const typical = (precise(communication) || idle('communication')) && (precise(sensing) || idle('sensing'))
        if (typical && (!everySite || allPrecise(state.sums.sites))) return 'reached'
      }
      return maximumTrials !== undefined && state.sums.trials >= maximumTrials ? 'maximum-trials' : undefined
    },
    lastBlock: (state) => (maximumTrials === undefined ? Number.POSITIVE_INFINITY : blocksFor(maximumTrials, state)),
  }
}

/** Whether the schedule has the error looked at after so many blocks. */
const isCheckpoint = ({ blocks, sums }: SimulationState): boolean => {
  if (blocks === 0) return false
  let check = Math.ceil((fewestBatches * blocks) / sums.communication.batches)
  while (check < blocks) check = Math.ceil(check * growth)
  return check === blocks
}
