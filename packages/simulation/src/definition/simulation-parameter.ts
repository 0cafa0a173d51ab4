import {
  aSeed,
  decimalNumber,
  InvalidParameterError,
  numberThat,
  type OptionCheck,
  oneOf,
  readSeed,
  share,
  someOf,
  someQuantities,
} from '@isacnet/model'

/** The kind of a parameter's value, which says how it is read, checked, and described in a schema. */
type SimulationParameterKind =
  /** One of some names. `called` is what they name, for messages. */
  | { readonly kind: 'choice'; readonly permitted: readonly string[]; readonly called: string }
  /** A list of some names. */
  | { readonly kind: 'choices'; readonly permitted: readonly string[]; readonly called: string }
  /** A list of quantities of the law of the SIR, as `chosenQuantity` of `@isacnet/model` reads them. */
  | { readonly kind: 'quantities' }
  /** A number; its unit is empty for a pure one. */
  | { readonly kind: 'number'; readonly unit: 'km' | '' }
  /** A number between 0 and 1, which may be written in per cent. */
  | { readonly kind: 'share' }
  | { readonly kind: 'seed' }

/** One parameter of a simulation: how it is written, its permitted values, and its default. */
export type SimulationParameter<Name extends string = string, Value = unknown> = SimulationParameterKind & {
  /** The member's name; flags, keys and columns have the same. */
  readonly name: Name
  readonly meaning: string
  readonly defaultValue: Value
  /** As one may write it in a scenario. */
  readonly example?: string
  /** Whether a picture of the network shows it. */
  readonly drawn: boolean
  /** Whether the theorems are about all its values, not only about its default. */
  readonly inTheorems: boolean
  /** Says a value in a line that describes a simulation; nothing where it needn't be said, or is said with another. */
  inWords?(value: Value): string | undefined
}

/** Refuses a value that the parameter can't have, whatever the others are; `undefined` passes, as in `OptionCheck`. */
export const parameterCheck = (parameter: SimulationParameter): OptionCheck => {
  switch (parameter.kind) {
    case 'choice':
      return oneOf(parameter.permitted, parameter.called)
    case 'choices':
      return someOf(parameter.permitted, parameter.called)
    case 'quantities':
      return someQuantities
    case 'number':
      return numberThat(numberWords(parameter), () => true)
    case 'share':
      return numberThat(shareWords, (value) => value > 0 && value < 1)
    case 'seed':
      return aSeed
  }
}

/**
 * Reads a value as it is typed: a name, names separated by commas, a decimal number, a share such as `0.5%`, a seed.
 *
 * @example
 * const parameter = (sought) => simulationParameters.find(({ name }) => name === sought)
 * readParameter(parameter('relativeBias'), '0.5%') // 0.005
 *
 * @throws {UnknownNameError} for a name that isn't permitted.
 * @throws {InvalidParameterError} for what is no number, no share, or no seed.
 */
export const readParameter = (parameter: SimulationParameter, text: string): unknown => {
  const value = readText(parameter, text)
  parameterCheck(parameter)(parameter.name, value)
  return value
}

const readText = (parameter: SimulationParameter, text: string): unknown => {
  const { name } = parameter
  switch (parameter.kind) {
    case 'choice':
      return text
    case 'choices':
    case 'quantities':
      return text === '' ? [] : text.split(',')
    case 'number':
      return decimalNumber(text, (got) => new InvalidParameterError(name, got, numberWords(parameter)))
    case 'share':
      return share(text, (got) => new InvalidParameterError(name, got, shareWords))
    case 'seed':
      return readSeed(text)
  }
}

/**
 * A value as {@link readParameter} reads it.
 *
 * @example
 * writtenParameter(['free-user-precoders', 'independent-gains']) // 'free-user-precoders,independent-gains'
 */
export const writtenParameter = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value))

/**
 * How a parameter is called on the command line, without the dashes: `hard-core-distance`.
 *
 * @example
 * flagName('hardCoreDistance') // 'hard-core-distance'
 */
export const flagName = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)

const shareWords = 'between 0 and 1'

const numberWords = ({ unit }: { readonly unit: 'km' | '' }): string =>
  unit === '' ? 'a number' : `a number of ${unit}`
