import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { permittedName } from '../errors/permitted-name.js'
import { isNetwork, networkRequirement } from '../network/network.js'

/** Refuses a value that an option may not have. All but {@link required} let `undefined` pass: the option isn't given. */
export type OptionCheck = (name: string, value: unknown) => void

/**
 * One of some names.
 *
 * @example
 * oneOf(['nats', 'bits'])('unit', 'bit') // throws 'unknown unit ‘bit’: did you mean ‘bits’? permitted: nats, bits'
 *
 * @param kind - the kind of thing that they name, for messages; default: the option.
 */
export const oneOf =
  (permitted: readonly string[], kind?: string): OptionCheck =>
  (name, value) => {
    if (value !== undefined) permittedName(kind ?? name, value, permitted)
  }

/**
 * A list of some names, see {@link oneOf}.
 *
 * @example
 * someOf(['nats', 'bits'], 'unit')('units', ['nats', 'bit']) // throws 'unknown unit ‘bit’: did you mean ‘bits’? permitted: nats, bits'
 */
export const someOf =
  (permitted: readonly string[], kind?: string): OptionCheck =>
  (name, value) => {
    if (value === undefined) return
    if (!Array.isArray(value)) throw new InvalidParameterError(name, value, 'a list')
    for (const member of value) permittedName(kind ?? name, member, permitted)
  }

/**
 * A number for which a condition holds.
 *
 * @example
 * numberThat('a number in [0, 1]', (value) => value >= 0 && value <= 1)('weight', 2) // throws 'weight must be a number in [0, 1], got 2'
 *
 * @param permitted - the condition in words: `a number in [0, 1]`.
 */
export const numberThat =
  (permitted: string, holds: (value: number) => boolean, symbol?: string): OptionCheck =>
  (name, value) => {
    if (value === undefined) return
    if (typeof value === 'string') throw new InvalidParameterError(name, value, `${permitted}, not a string`, symbol)
    if (typeof value !== 'number' || !holds(value)) throw new InvalidParameterError(name, value, permitted, symbol)
  }

/**
 * An integer that is not less than the least.
 *
 * @example
 * integerFrom(1)('size', 0) // throws 'size must be an integer ≥ 1, got 0'
 */
export const integerFrom = (least: number, symbol?: string): OptionCheck =>
  numberThat(`an integer ≥ ${least}`, (value) => Number.isSafeInteger(value) && value >= least, symbol)

/**
 * True or false.
 *
 * @example
 * trueOrFalse('resume', 'yes') // throws 'resume must be true or false, got yes'
 */
export const trueOrFalse: OptionCheck = (name, value) => assertType(name, value, 'boolean', 'true or false')

/**
 * A function.
 *
 * @example
 * aFunction('onProgress', 5) // throws 'onProgress must be a function, got 5'
 */
export const aFunction: OptionCheck = (name, value) => assertType(name, value, 'function', 'a function')

/**
 * A string.
 *
 * @example
 * aString('path', 5) // throws 'path must be a string, got 5'
 */
export const aString: OptionCheck = (name, value) => assertType(name, value, 'string', 'a string')

/**
 * An object that is checked where it is used.
 *
 * @example
 * anObject('constraints', null) // throws 'constraints must be an object, got null'
 */
export const anObject: OptionCheck = (name, value) => {
  if (value === null) throw new InvalidParameterError(name, value, 'an object')
  assertType(name, value, 'object', 'an object')
}

/**
 * An option that is checked where it is used.
 *
 * @example
 * anything('origin', 5) // undefined
 */
export const anything: OptionCheck = () => {}

/**
 * A network.
 *
 * @example
 * aNetwork('network', { usersPerCell: 5 }) // throws 'network must be made by defineNetwork (of a copy with changes, defineNetwork({ ...network, usersPerCell: 2 }) makes a network again), got {"usersPerCell":5}'
 */
export const aNetwork: OptionCheck = (name, value) => {
  if (!isNetwork(value)) throw new InvalidParameterError(name, value, networkRequirement)
}

/**
 * An option that can't be left out.
 *
 * @example
 * required(integerFrom(1))('size', undefined) // throws 'size must be given, got undefined'
 */
export const required =
  (check: OptionCheck): OptionCheck =>
  (name, value) => {
    if (value === undefined) throw new InvalidParameterError(name, value, 'given')
    check(name, value)
  }

const assertType = (name: string, value: unknown, type: string, permitted: string): void => {
  if (value !== undefined && typeof value !== type) throw new InvalidParameterError(name, value, permitted)
}
