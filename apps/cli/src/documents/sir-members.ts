import { type Service, type SirQuantity, type SirQuantityName, sirQuantities } from '@isacnet/model'

/** One member for each quantity that is a mean of another function of the SIR. */
export const bySirQuantity = <Value>(
  of: Service,
  value: (quantity: SirQuantity) => Value,
): Readonly<Record<SirQuantityName, Value>> =>
  Object.fromEntries(sirQuantities(of).map((quantity) => [quantity.quantity, value(quantity)])) as Record<
    SirQuantityName,
    Value
  >
