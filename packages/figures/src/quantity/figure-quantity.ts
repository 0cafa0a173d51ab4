import type { Quantity } from '@isacnet/drawing'
import {
  type ChosenServiceQuantity,
  chosenServiceQuantity,
  isServiceQuantityName,
  type ServiceQuantity,
  serviceQuantity,
} from '@isacnet/model'
import type { CurveDefinition } from '../definition/figure-definition.js'

/** A quantity that a curve shows: one that follows from the rates of its services, or one of the law of the SIR. */
export type FigureQuantity = ServiceQuantity | ChosenServiceQuantity

/** @throws {UnknownNameError} for a name that is no quantity's. */
export const figureQuantity = (name: Quantity): FigureQuantity =>
  isServiceQuantityName(name) ? serviceQuantity(name) : chosenServiceQuantity(name)

/** The name of a curve's quantity at a value of the abscissa. */
export const quantityAt = ({ quantity }: Pick<CurveDefinition, 'quantity'>, x: number): Quantity =>
  typeof quantity === 'string' ? quantity : quantity(x)
