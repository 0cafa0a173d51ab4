import {
  type NetworkParameters,
  quantitySymbol,
  type RateQuantitySymbol,
  rateQuantities,
  type Service,
  services,
} from '@isacnet/model'

/** A symbol as an expression has it: `Rc` for R_c. */
type Written<Symbol extends string> = Symbol extends `${infer Letter}_${infer Subscript}`
  ? `${Letter}${Subscript}`
  : never

export type ObjectiveQuantity = Written<RateQuantitySymbol>

/** The quantities that an expression for an objective may refer to, in nats; parameters besides, by code name or alias. */
export type ObjectiveQuantities = Readonly<Record<ObjectiveQuantity, number>>

/** Efficiencies first: they are what is mostly maximised. */
const rows = rateQuantities.toReversed().flatMap(({ quantity, fromRate, services: those }) =>
  services
    .filter(({ service }) => those.includes(service))
    .map(({ service }) => ({
      name: quantitySymbol(quantity, service).replace('_', '') as ObjectiveQuantity,
      service,
      fromRate,
    })),
)

/** Tc, Ts, Rc and Rs. */
export const objectiveQuantityNames: readonly ObjectiveQuantity[] = rows.map(({ name }) => name)

/**
 * The quantities of a network with these rates, in nats.
 *
 * @example
 * objectiveQuantities(defineNetwork({ K: 2 }), { communication: 3, sensing: 2 }).Tc // 6
 */
export const objectiveQuantities = (
  network: NetworkParameters,
  rates: Readonly<Record<Service, number>>,
): ObjectiveQuantities =>
  Object.fromEntries(
    rows.map(({ name, service, fromRate }) => [name, fromRate(service, network, rates[service])]),
  ) as ObjectiveQuantities
