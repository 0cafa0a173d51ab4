import { type InformationUnit, type ServiceQuantityName, serviceQuantity } from '@isacnet/model'

/** The quantity that a curve shows: of one service, or the sum of both. */
export type Quantity = ServiceQuantityName

/**
 * Unit of a quantity in words that every plot understands, such as `nat/s/Hz/km²`.
 *
 * @example
 * quantityUnit('communication-ase', 'bits') // 'bit/s/Hz/km²'
 */
export const quantityUnit = (quantity: Quantity, unit: InformationUnit): string =>
  serviceQuantity(quantity).quantity.unit(unit)
