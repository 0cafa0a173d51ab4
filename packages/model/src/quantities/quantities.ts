import { type Service, type ServiceDefinition, services } from '../network/services.js'
import { fromNats, type InformationUnit } from './definition/information-unit.js'
import type { Load, RateQuantityDefinition, SirQuantityDefinition } from './definition/quantity.js'
import { angleError } from './rows/angle-error.js'
import { ase } from './rows/ase.js'
import { coverage } from './rows/coverage.js'
import { coveredDensity } from './rows/covered-density.js'
import { detectedDensity } from './rows/detected-density.js'
import { detection } from './rows/detection.js'
import { meanRate } from './rows/mean-rate.js'
import { medianRate } from './rows/median-rate.js'
import { percentileAse } from './rows/percentile-ase.js'
import { percentileRate } from './rows/percentile-rate.js'
import { rangeError } from './rows/range-error.js'

const rows = [
  meanRate,
  ase,
  coverage,
  percentileRate,
  medianRate,
  detection,
  angleError,
  rangeError,
  coveredDensity,
  percentileAse,
  detectedDensity,
] as const

type Row = (typeof rows)[number]

export type QuantityName = Row['quantity']

/** The quantities that follow from the mean rate. */
export type RateQuantityName = Extract<Row, { readonly fromRate: unknown }>['quantity']

/** The quantities that follow from the law of the SIR. */
export type SirQuantityName = Exclude<QuantityName, RateQuantityName>

export type RateQuantity = RateQuantityDefinition<RateQuantityName>

export type SirQuantity = SirQuantityDefinition<SirQuantityName>

export type Quantity = RateQuantity | SirQuantity

/**
 * The quantities that are computed, tabulated, plotted and maximised, in the order in which they are shown.
 *
 * @example
 * quantities[0].heading // 'rate'
 * quantities[0].unit('bits') // 'bit/s/Hz'
 */
export const quantities: readonly Quantity[] = rows

/**
 * Those that follow from the mean rate: they are computed always.
 *
 * @example
 * rateQuantities.every(({ fromRate }) => fromRate('sensing', paperNetwork, 0) === 0) // true
 */
export const rateQuantities: readonly RateQuantity[] = quantities.filter(
  (quantity): quantity is RateQuantity => 'fromRate' in quantity,
)

/**
 * Those that follow from the law of the SIR, of a service or of all: they are computed where they are chosen.
 *
 * @example
 * sirQuantities('communication').some(({ quantity }) => quantity === 'detection') // false
 */
export const sirQuantities = (service?: Service): readonly SirQuantity[] =>
  quantities.filter(
    (quantity): quantity is SirQuantity =>
      'functional' in quantity && (service === undefined || quantity.services.includes(service)),
  )

/**
 * The row of {@link quantities} with that name.
 *
 * @example
 * quantityOf('ase').unit('bits') // 'bit/s/Hz/km²'
 */
export function quantityOf(name: RateQuantityName): RateQuantity
export function quantityOf(name: SirQuantityName): SirQuantity
export function quantityOf(name: QuantityName): Quantity
export function quantityOf(name: QuantityName): Quantity {
  return quantities.find(({ quantity }) => quantity === name)!
}

/**
 * One value for each quantity that follows from the mean rate.
 *
 * @example
 * byRateQuantity(({ fromRate }) => fromRate('sensing', defineNetwork({ J: 3 }), 2)).ase // 6
 */
export const byRateQuantity = <Value>(
  value: (quantity: RateQuantity) => Value,
): Readonly<Record<RateQuantityName, Value>> =>
  Object.fromEntries(rateQuantities.map((quantity) => [quantity.quantity, value(quantity)])) as Record<
    RateQuantityName,
    Value
  >

/**
 * A value of a quantity in another unit of information: rates in nats are converted, probabilities and errors stay as they are.
 *
 * @example
 * inUnit(quantityOf('rate'), Math.LN2, 'bits') // 1
 * inUnit(quantityOf('coverage'), 0.9, 'bits') // 0.9
 */
export const inUnit = (quantity: Pick<Quantity, 'unit'>, value: number, unit: InformationUnit): number =>
  isInformation(quantity) ? fromNats(value, unit) : value

/**
 * Whether values of a quantity are in the unit of information, as rates are.
 *
 * @example
 * isInformation(quantityOf('ase')) // true
 * isInformation(quantityOf('coverage')) // false
 */
export const isInformation = ({ unit }: Pick<Quantity, 'unit'>): boolean => unit('nats') !== unit('bits')

/**
 * The quantities of a service that follow from its mean rate, in nats.
 *
 * @example
 * serviceValues('sensing', defineNetwork({ J: 3 }), 2, 'nats').ase // 6
 *
 * @param unit - of the values.
 */
export const serviceValues = (service: Service, network: Load, rate: number, unit: InformationUnit): ServiceValues =>
  byRateQuantity(({ fromRate }) => fromRate(service, network, fromNats(rate, unit)))

/** The quantities that a service always has. */
export type ServiceValues = Readonly<Record<RateQuantityName, number>>

/** Such as `communication-rate`, or `sum-ase` for the sum over the services. */
export type ServiceQuantityName =
  | `${Service}-${RateQuantityName}`
  | `sum-${Extract<Row, { sumSymbol: string }>['quantity']}`

/** The same as a member of objects, such as `communicationRate`. */
export type QuantityMember = Member<ServiceQuantityName>

type Member<Name extends string> = Name extends `${infer Of}-${infer Quantity}` ? `${Of}${Capitalize<Quantity>}` : never

/** The symbol of a quantity of a service, such as R_c. */
export type QuantitySymbol = `${Row['letter']}_${ServiceDefinition['subscript']}`

/** The symbol of a quantity that follows from the mean rate. */
export type RateQuantitySymbol =
  `${Extract<Row, { readonly fromRate: unknown }>['letter']}_${ServiceDefinition['subscript']}`

const symbolOf = ({ letter }: Quantity, of: Service): QuantitySymbol =>
  `${letter}_${services.find(({ service }) => service === of)!.subscript}` as QuantitySymbol

/** A quantity of one service that follows from its mean rate, or the sum over all services. */
export interface ServiceQuantity {
  readonly name: ServiceQuantityName
  readonly member: QuantityMember
  readonly quantity: RateQuantity
  /** The services whose values it adds. */
  readonly services: readonly Service[]
  /** Such as R_c or T_sum. */
  readonly symbol: string
}

const row = (
  of: Service | 'sum',
  quantity: RateQuantity,
  its: readonly Service[],
  symbol: string,
): ServiceQuantity => ({
  name: `${of}-${quantity.quantity}` as ServiceQuantityName,
  member: `${of}${quantity.quantity.charAt(0).toUpperCase()}${quantity.quantity.slice(1)}` as QuantityMember,
  quantity,
  services: its,
  symbol,
})

/**
 * The quantities that follow from the mean rate of each service, and sums where they mean something.
 *
 * @example
 * serviceQuantities[0].symbol // 'R_c'
 */
export const serviceQuantities: readonly ServiceQuantity[] = rateQuantities.flatMap((quantity) => [
  ...quantity.services.map((service) => row(service, quantity, [service], symbolOf(quantity, service))),
  ...(quantity.sumSymbol === undefined ? [] : [row('sum', quantity, quantity.services, quantity.sumSymbol)]),
])

/**
 * The row of {@link serviceQuantities} with that name.
 *
 * @example
 * serviceQuantity('sensing-ase').symbol // 'T_s'
 */
export const serviceQuantity = (name: ServiceQuantityName): ServiceQuantity =>
  serviceQuantities.find((row) => row.name === name)!

/**
 * The symbol of a quantity of a service.
 *
 * @example
 * quantitySymbol('ase', 'sensing') // 'T_s'
 */
export const quantitySymbol = (quantity: QuantityName, service: Service): QuantitySymbol =>
  symbolOf(quantityOf(quantity), service)
