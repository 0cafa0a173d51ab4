import { UnknownNameError } from '../errors/unknown-name-error.js'
import { type Service, services } from '../network/services.js'
import { type ChosenQuantity, chosenQuantity } from './chosen-quantity.js'
import {
  type Quantity,
  type ServiceQuantityName,
  serviceQuantities,
  serviceQuantity,
  sirQuantities,
} from './quantities.js'

/** A chosen quantity of one service. */
export interface ChosenServiceQuantity {
  /** Such as `communication-coverage:3dB`. */
  readonly name: string
  readonly service: Service
  readonly chosen: ChosenQuantity
}

/**
 * Reads a quantity of the law of the SIR of a service, such as `communication-coverage:3dB` or `sensing-detection`.
 *
 * @example
 * chosenServiceQuantity('sensing-detection').name // 'sensing-detection:1e-6'
 *
 * @throws {UnknownNameError} {InvalidParameterError} as {@link chosenQuantity}, and for a quantity that the service doesn't have.
 */
export const chosenServiceQuantity = (text: string): ChosenServiceQuantity => {
  const trimmed = String(text).trim()
  const named = services.find(({ service }) => trimmed.startsWith(`${service}-`))
  if (named === undefined) throw unknown(trimmed)
  const { service } = named
  const written = trimmed.slice(service.length + 1)
  if (!sirQuantities(service).some(({ quantity }) => quantity === written.split(':')[0]!.trim())) throw unknown(trimmed)
  const chosen = chosenQuantity(written)
  return { name: `${service}-${chosen.name}`, service, chosen }
}

const unknown = (text: string): UnknownNameError =>
  new UnknownNameError('quantity', text.split(':')[0]!, [
    ...serviceQuantities.map(({ name }) => name),
    ...services.flatMap(({ service }) => sirQuantities(service).map(({ quantity }) => `${service}-${quantity}`)),
  ])

/**
 * Whether a text names a quantity that follows from the mean rate, such as `sum-ase`: these are no choices.
 *
 * @example
 * isServiceQuantityName('sum-ase') // true
 * isServiceQuantityName('sensing-detection:1e-6') // false
 */
export const isServiceQuantityName = (text: string): text is ServiceQuantityName =>
  serviceQuantities.some(({ name }) => name === text)

/**
 * The row of the table of quantities that a name means: of one that follows from the mean rate, or of a choice.
 *
 * @example
 * namedQuantity('sum-ase').heading // 'ASE'
 * namedQuantity('sensing-detection:1e-6').heading // 'detection'
 *
 * @throws {UnknownNameError} {InvalidParameterError} as {@link chosenServiceQuantity}.
 */
export const namedQuantity = (name: string): Quantity =>
  isServiceQuantityName(name) ? serviceQuantity(name).quantity : chosenServiceQuantity(name).chosen.quantity
