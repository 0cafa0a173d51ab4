import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import type { OptionCheck } from './option-checks.js'

/** The seed of all random numbers: an integer, or any other string. */
export type Seed = number | string

const permitted = 'an integer from −(2⁵³ − 1) to 2⁵³ − 1 or a string that isn’t empty'

/**
 * Returns the seed that is written in a flag, in a file, or in a call. There is one reading everywhere, so that what is written alike
 * gives the same random numbers, and what is written differently gives others:
 *
 * - an integer in plain decimal digits, at most $2^{53}-1$ in absolute value (a double stands for no other integer there), is that number:
 *   `5`, `'5'` and `-3`;
 * - everything else is the string as it is written: `'007'`, `'+5'`, `'-0'`, `'1e3'`, `'1.5'`, `'9007199254740993'`, `' 5'`, `'night'`.
 *
 * A number that is given as such has lost how it was written. It is refused unless it is an integer in that range: the literal
 * `9007199254740993` of a program arrives as …992.
 *
 * @throws {InvalidParameterError} for an empty string, another number, or what is neither a number nor a string.
 * @example
 * readSeed('42') // 42
 * readSeed('007') // '007'
 */
export const readSeed = (written: Seed): Seed => {
  if (typeof written === 'number' && Number.isSafeInteger(written)) return written === 0 ? 0 : written
  if (typeof written !== 'string') throw new InvalidParameterError('seed', written, permitted)
  if (written === '') throw new InvalidParameterError('seed', 'an empty value', permitted)
  const value = Number(written)
  return Number.isSafeInteger(value) && String(value) === written ? value : written
}

/**
 * Refuses a seed that {@link readSeed} doesn't permit.
 *
 * @example
 * aSeed('seed', 1.5) // throws 'seed must be an integer from −(2⁵³ − 1) to 2⁵³ − 1 or a string that isn’t empty, got 1.5'
 */
export const aSeed: OptionCheck = (_name, value) => {
  if (value !== undefined) readSeed(value as Seed)
}
