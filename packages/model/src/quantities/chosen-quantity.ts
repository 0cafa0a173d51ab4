import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { permittedName } from '../errors/permitted-name.js'
import { UnknownNameError } from '../errors/unknown-name-error.js'
import type { NetworkParameters } from '../network/network-parameters.js'
import { type Service, services } from '../network/services.js'
import { decimalNumber } from '../options/decimal-number.js'
import type { OptionCheck } from '../options/option-checks.js'
import type { Load, SirFunctional } from './definition/quantity.js'
import type { QuantityParameter } from './definition/quantity-parameter.js'
import { areaSpectralEfficiency } from './formulas/area-spectral-efficiency.js'
import { rateQuantities, type SirQuantity, sirQuantities } from './quantities.js'

/** A quantity that follows from the law of the SIR, with a value of its parameter. */
export interface ChosenQuantity {
  /** Such as `coverage:3dB`: the same text for the same choice, which {@link chosenQuantity} reads. */
  readonly name: string
  /** For the heads of tables, such as `coverage 3 dB`. */
  readonly heading: string
  readonly quantity: SirQuantity
  /** In the parameter's unit; `null` where the quantity has none. */
  readonly parameter: number | null
}

/** A value for each of some chosen quantities, by their names. */
export type SirValues<Value> = Readonly<Record<string, Value>>

/**
 * Reads a quantity of the law of the SIR with its parameter, such as `coverage:3dB`, `percentile-rate:5%`, `detection:1e-6` or
 * `median-rate`. A parameter's unit may be left out, and so may the parameter: it has a default then.
 *
 * @example
 * chosenQuantity('coverage').name // 'coverage:0dB'
 * chosenQuantity('percentile-rate:10').heading // 'rate of the worst 10 %'
 * chosenQuantity('coverage:3m') // throws 'coverage:… (θ) must be a number of dB from −200 to 200, got ‘3m’, which is not a decimal number'
 *
 * @throws {UnknownNameError} for a name that is no such quantity's; {InvalidParameterError} for a parameter outside its domain.
 */
export const chosenQuantity = (text: string): ChosenQuantity => {
  const [name = '', ...rest] = String(text).trim().split(':')
  const quantity = rowOf(name.trim(), text)
  const { parameter } = quantity
  if (parameter === undefined) {
    if (rest.length > 0) throw new InvalidParameterError(quantity.quantity, text, 'written without a parameter')
    return { name: quantity.quantity, heading: quantity.heading, quantity, parameter: null }
  }
  const value = rest.length === 0 ? parameter.default : parameterValue(quantity, parameter, rest.join(':').trim())
  const number = numberText(value)
  return {
    name: `${quantity.quantity}:${number}${parameter.unit}`,
    heading: `${quantity.heading} ${number}${parameter.unit === '' ? '' : ` ${parameter.unit}`}`,
    quantity,
    parameter: value,
  }
}

const rowOf = (name: string, text: string): SirQuantity => {
  if (rateQuantities.some(({ quantity }) => quantity === name))
    throw new InvalidParameterError('quantity', text, 'one of the law of the SIR: rate and ase are always computed')
  const row = sirQuantities().find(({ quantity }) => quantity === name)
  if (row === undefined)
    throw new UnknownNameError(
      'quantity',
      name,
      sirQuantities().map(({ quantity }) => quantity),
    )
  return row
}

const parameterValue = (
  { quantity }: SirQuantity,
  { unit, permitted, permits, symbol }: QuantityParameter,
  text: string,
): number => {
  const invalid = (got: string) => new InvalidParameterError(`${quantity}:…`, got, permitted, symbol)
  const ends = unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase())
  const value = decimalNumber(ends ? text.slice(0, -unit.length).trim() : text, invalid)
  if (!permits(value)) throw invalid(text)
  return value === 0 ? 0 : value
}

/** As short as it gets: 1e-6, not 0.000001. */
const numberText = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value)

/**
 * Reads several, as {@link chosenQuantity} one.
 *
 * @example
 * chosenQuantities(['coverage', 'median-rate']).map(({ name }) => name) // ['coverage:0dB', 'median-rate']
 *
 * @throws as {@link chosenQuantity}; {InvalidParameterError} for one that is chosen twice.
 */
export const chosenQuantities = (texts: readonly string[]): readonly ChosenQuantity[] => {
  const chosen = texts.map(chosenQuantity)
  const names = new Set<string>()
  for (const { name } of chosen) {
    if (names.has(name)) throw new InvalidParameterError('quantities', name, 'chosen once each')
    names.add(name)
  }
  return chosen
}

/**
 * The canonical names of several, in their order, for options and files.
 *
 * @example
 * quantityNamesOf(['coverage:3', 'detection']) // ['coverage:3dB', 'detection:1e-6']
 *
 * @throws as {@link chosenQuantities}.
 */
export const quantityNamesOf = (texts: readonly string[]): readonly string[] =>
  chosenQuantities(texts).map(({ name }) => name)

/**
 * How a chosen quantity follows from the law of the SIR of a network's receivers.
 *
 * @example
 * sirFunctional(chosenQuantity('coverage:10dB'), paperNetwork) // { kind: 'coverage', threshold: 10 }
 *
 * @throws {QuantityNotApplicableError} for a network that has no such quantity.
 */
export const sirFunctional = (
  { quantity, parameter }: Pick<ChosenQuantity, 'quantity' | 'parameter'>,
  network: NetworkParameters,
): SirFunctional => quantity.functional(parameter ?? Number.NaN, network)

/**
 * The factor between the functional of one receiver and the quantity: the receivers of a square kilometre, or 1.
 *
 * @example
 * quantityScale(chosenQuantity('covered-density').quantity, 'communication', defineNetwork({ K: 5, lambda: 2 })) // 10
 * quantityScale(chosenQuantity('coverage').quantity, 'communication', defineNetwork({ K: 5, lambda: 2 })) // 1
 */
export const quantityScale = (quantity: Pick<SirQuantity, 'perArea'>, service: Service, network: Load): number =>
  quantity.perArea === true ? areaSpectralEfficiency(service, network, 1) : 1

/**
 * The chosen quantities that a service has.
 *
 * @example
 * ofService(chosenQuantities(['coverage', 'detection']), 'communication').map(({ name }) => name) // ['coverage:0dB']
 */
export const ofService = (chosen: readonly ChosenQuantity[], service: Service): readonly ChosenQuantity[] =>
  chosen.filter(({ quantity }) => quantity.services.includes(permittedName('service', service, serviceNames)))

const serviceNames = services.map(({ service }) => service)

/**
 * Checks a list of quantities that {@link chosenQuantities} reads.
 *
 * @example
 * someQuantities('quantities', ['coverage:3dB', 'detection']) // undefined
 * someQuantities('quantities', 'coverage') // throws 'quantities must be a list, got coverage'
 *
 * @throws {InvalidParameterError} for what is no list; as {@link chosenQuantities} for what isn't of quantities.
 */
export const someQuantities: OptionCheck = (name, value) => {
  if (value === undefined) return
  if (!Array.isArray(value)) throw new InvalidParameterError(name, value, 'a list')
  chosenQuantities(value)
}
