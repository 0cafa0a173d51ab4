import { type ChosenQuantity, type InformationUnit, inUnit, namedQuantity } from '@isacnet/model'

/** The members that say which quantity is chosen. */
export const choiceDocument = ({ name, quantity, parameter }: ChosenQuantity) => ({
  name,
  quantity: quantity.quantity,
  parameter,
})

/** A linear map of values of the quantity, in nats, to the unit. */
export const toUnit =
  ({ quantity }: ChosenQuantity, unit: InformationUnit) =>
  (value: number): number =>
    inUnit(quantity, value, unit)

/** The value of a quantity such as `communication-percentile-rate:5%` or `sum-ase` in a unit of information. */
export const quantityInUnit = (name: string, value: number, unit: InformationUnit): number =>
  inUnit(namedQuantity(name), value, unit)
