import { InvalidParameterError, share } from '@isacnet/model'
import type { StoppingRule } from '@isacnet/simulation'
import { UsageError } from '../process/exit-code.js'
import { count } from './count.js'

/** The flags that say when a simulation ends, as they were typed. */
export interface StoppingFlags {
  readonly trials?: string
  readonly relativeError?: string
  readonly confidence?: string
  /** With sites: whether each of them has to be as precise. */
  readonly everySite?: boolean
}

export interface StoppingTarget {
  readonly until: StoppingRule
  /** The confidence of the intervals that are shown; a rule by relative error has it as well. */
  readonly confidence: number
}

/** When a simulation ends if nothing else is said. */
export const untilRelativeError = (relativeError: number): StoppingTarget => ({
  until: { relativeError, confidence: 0.95 },
  confidence: 0.95,
})

/**
 * When a simulation ends.
 *
 * @param otherwise - the rule where no flag gives one.
 * @throws {UsageError} for trials and relative error together.
 * @throws {InvalidParameterError} for a value outside its domain.
 */
export const stoppingTarget = (flags: StoppingFlags, otherwise: StoppingTarget): StoppingTarget => {
  const confidence =
    flags.confidence === undefined ? otherwise.confidence : betweenZeroAndOne('confidence', flags.confidence)
  const everySite = flags.everySite === true ? { everySite: true } : {}
  if (flags.trials !== undefined) {
    if (flags.everySite === true) throw new UsageError('--every-site must be left out with --trials')
    if (flags.relativeError !== undefined)
      throw new UsageError(`--relative-error must be left out with --trials, got ‘${flags.relativeError}’`)
    return { until: { trials: trialCount(flags.trials) }, confidence }
  }
  if (flags.relativeError !== undefined)
    return {
      until: { relativeError: betweenZeroAndOne('relativeError', flags.relativeError), confidence, ...everySite },
      confidence,
    }
  return {
    until: 'trials' in otherwise.until ? otherwise.until : { ...otherwise.until, confidence, ...everySite },
    confidence,
  }
}

/** A share, such as `0.5%` or `0.005`, that is neither nothing nor all. */
export const betweenZeroAndOne = (name: string, text: string): number => {
  const invalid = (got: string) => new InvalidParameterError(name, got, 'between 0 and 1')
  const value = share(text, invalid)
  if (!(value > 0 && value < 1)) throw invalid(`‘${text}’`)
  return value
}

/** The value of `--trials`. */
export const trialCount = (text: string): number =>
  count(text, (got) => new InvalidParameterError('trials', got, 'an integer ≥ 1'))
