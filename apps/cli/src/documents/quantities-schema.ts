import { byRateQuantity, type Quantity, quantitySymbol, type Service } from '@isacnet/model'
import * as z from 'zod/mini'
import { computedQuantities } from './chosen-quantities-schema.js'
import { type DocumentOf, number } from './described-schema.js'
import { type SumMember, summedQuantities } from './summed-quantities.js'

/** One member for each quantity that follows from the mean rate. */
export const rateQuantities = byRateQuantity(({ meaning }) => number(meaning))

/** The quantities of a service, and the numerical error of its rate. */
export const ratedService = {
  ...rateQuantities,
  errorEstimate: number('of the numerical integration, in the unit of the rate'),
  quantities: computedQuantities,
}

const eitherService = z.strictObject(ratedService)

export type ServiceDocument = DocumentOf<typeof eitherService>

/** The symbol of a service's quantity, and what it is per if that is an area. */
export const symbolOf = (quantity: Quantity, service: Service): string =>
  perArea(quantitySymbol(quantity.quantity, service), quantity)

const perArea = (symbol: string, { unit }: Quantity): string =>
  unit('nats').endsWith('/km²') ? `${symbol}, per km²` : symbol

/** One member for each quantity that may be added over the services, such as T_c + T_s. */
export const sums = Object.fromEntries(
  summedQuantities.map(({ member, quantity, services }) => [
    member,
    number(perArea(services.map((service) => quantitySymbol(quantity.quantity, service)).join(' + '), quantity)),
  ]),
) as Record<SumMember, ReturnType<typeof number>>
