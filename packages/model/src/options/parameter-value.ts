import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import type { ParameterName } from '../network/network-parameters.js'
import { parameterDefinitions, permittedValues } from '../network/parameter-definitions.js'
import { decimalNumber } from './decimal-number.js'

/** How an infinite value is typed. */
const spellings = ['inf', 'Infinity', '∞']

/**
 * The value of a parameter as it is typed: a decimal number, and `inf` (also `Infinity`, `∞`) where the parameter may be infinite.
 * What else the number may be, `defineNetwork` judges.
 *
 * @example
 * readParameterValue('userDensity', 'inf') // Infinity
 * readParameterValue('usersPerCell', 'inf') // throws 'usersPerCell (K) must be an integer ≥ 1, got ‘inf’, which is not a decimal number'
 *
 * @throws {InvalidParameterError} for anything else.
 */
export const readParameterValue = (name: ParameterName, text: string): number => {
  const definition = parameterDefinitions.find((candidate) => candidate.name === name)!
  if (definition.infinityPermitted && spellings.includes(text)) return Number.POSITIVE_INFINITY
  return decimalNumber(
    text,
    (got) => new InvalidParameterError(name, got, permittedValues(definition), definition.symbol),
  )
}

/**
 * The value as {@link readParameterValue} reads it; of a network, `undefined` is an infinite one.
 *
 * @example
 * writtenParameterValue(2.5) // '2.5'
 * writtenParameterValue(defineNetwork().userDensity) // 'inf'
 */
export const writtenParameterValue = (value: number | undefined): string =>
  value === undefined || value === Number.POSITIVE_INFINITY ? 'inf' : String(value)
