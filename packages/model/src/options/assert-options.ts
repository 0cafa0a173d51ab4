import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { UnknownNameError } from '../errors/unknown-name-error.js'
import type { OptionCheck } from './option-checks.js'

/** A check for each option that there is. */
export type OptionChecks<Options> = { readonly [Name in keyof Options]-?: OptionCheck }

/**
 * Checks an object whose members a caller writes by name, so that a slip in a name or a value is never ignored.
 *
 * @example
 * assertOptions('a search', { size: 3 }, { size: integerFrom(1) }) // undefined
 * assertOptions('a search', { sise: 3 }, { size: integerFrom(1) }) // throws 'unknown option of a search ‘sise’: did you mean ‘size’? permitted: size'
 *
 * @param owner - the function or object that takes the options, for messages.
 * @param checks - the checks of all options, see `oneOf`, `numberThat`, …; `undefined` stands for an option that isn't given.
 * @throws {UnknownNameError} for a name that is no option's; it suggests the nearest.
 * @throws {InvalidParameterError} for options that are no object; the checks throw for values.
 */
export const assertOptions = <Options extends object>(
  owner: string,
  options: Options,
  checks: OptionChecks<Options>,
): void => {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new InvalidParameterError(`options of ${owner}`, options, 'an object')
  for (const name of Object.keys(options))
    if (!Object.hasOwn(checks, name)) throw new UnknownNameError(`option of ${owner}`, name, Object.keys(checks))
  for (const name in checks) checks[name](name, options[name])
}
