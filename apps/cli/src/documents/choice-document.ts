import {
  type ChosenQuantity,
  chosenServiceQuantity,
  type InformationUnit,
  inUnit,
  isServiceQuantityName,
  serviceQuantity,
} from '@isacnet/model'

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
  inUnit(
    isServiceQuantityName(name) ? serviceQuantity(name).quantity : chosenServiceQuantity(name).chosen.quantity,
    value,
    unit,
  )
