import { type Service, type ServiceDefinition, services } from '@isacnet/model'
import { ase } from './ase.js'
import { meanRate } from './mean-rate.js'
import type { QuantityDefinition } from './quantity.js'

const rows = [meanRate, ase] as const

type Row = (typeof rows)[number]

export type QuantityName = Row['quantity']

export type Quantity = QuantityDefinition<QuantityName>

/**
 * The quantities that are computed, tabulated, plotted and maximised, in the order in which they are shown.
 *
 * @example
 * quantities.map(({ heading, unit }) => `${heading} (${unit('bits')})`) // ['rate (bit/s/Hz)', 'ASE (bit/s/Hz/km²)']
 */
export const quantities: readonly Quantity[] = rows

export const quantityNames: readonly QuantityName[] = quantities.map(({ quantity }) => quantity)

/**
 * The row of {@link quantities} with that name.
 *
 * @example
 * quantityOf('ase').unit('bits') // 'bit/s/Hz/km²'
 */
export const quantityOf = (name: QuantityName): Quantity => quantities.find(({ quantity }) => quantity === name)!

/**
 * One value for each quantity.
 *
 * @example
 * byQuantity(({ unit }) => unit('nats')) // { rate: 'nat/s/Hz', ase: 'nat/s/Hz/km²' }
 */
export const byQuantity = <Value>(value: (quantity: Quantity) => Value): Readonly<Record<QuantityName, Value>> =>
  Object.fromEntries(quantities.map((quantity) => [quantity.quantity, value(quantity)])) as Record<QuantityName, Value>

/** Such as `communication-rate`, or `sum-ase` for the sum over the services. */
export type ServiceQuantityName =
  | `${Service}-${QuantityName}`
  | `sum-${Extract<Row, { sumSymbol: string }>['quantity']}`

/** The same as a member of objects, such as `communicationRate`. */
export type QuantityMember = Member<ServiceQuantityName>

type Member<Name extends string> = Name extends `${infer Of}-${infer Quantity}` ? `${Of}${Capitalize<Quantity>}` : never

/** The symbol of a quantity of a service, such as R_c. */
export type QuantitySymbol = `${Row['letter']}_${ServiceDefinition['subscript']}`

/** A quantity of one service, or its sum over all. */
export interface ServiceQuantity {
  readonly name: ServiceQuantityName
  readonly member: QuantityMember
  readonly quantity: Quantity
  /** The services whose values it adds. */
  readonly services: readonly Service[]
  /** Such as R_c or T_sum. */
  readonly symbol: string
}

const row = (of: Service | 'sum', quantity: Quantity, its: readonly Service[], symbol: string): ServiceQuantity => ({
  name: `${of}-${quantity.quantity}` as ServiceQuantityName,
  member: `${of}${quantity.quantity.charAt(0).toUpperCase()}${quantity.quantity.slice(1)}` as QuantityMember,
  quantity,
  services: its,
  symbol,
})

/**
 * The quantities of each service, and sums where they mean something.
 *
 * @example
 * serviceQuantities.map(({ symbol }) => symbol) // ['R_c', 'R_s', 'T_c', 'T_s', 'T_sum']
 */
export const serviceQuantities: readonly ServiceQuantity[] = quantities.flatMap((quantity) => [
  ...services
    .filter(({ service }) => quantity.services.includes(service))
    .map(({ service, subscript }) => row(service, quantity, [service], `${quantity.letter}_${subscript}`)),
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
  serviceQuantity(`${service}-${quantity}`).symbol as QuantitySymbol
