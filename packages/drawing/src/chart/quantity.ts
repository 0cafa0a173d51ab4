import { type InformationUnit, namedQuantity } from '@isacnet/model'

/**
 * The quantity that a curve shows: of one service, or the sum of both, such as `sum-ase`; or one of the law of the SIR, such as
 * `communication-coverage:3dB`.
 */
export type Quantity = string

/**
 * Unit of a quantity in words that every plot understands, such as `nat/s/Hz/km²`.
 *
 * @example
 * quantityUnit('communication-ase', 'bits') // 'bit/s/Hz/km²'
 * quantityUnit('sensing-angle-error:95%', 'nats') // '°'
 *
 * @throws {UnknownNameError} for a name that is no quantity's.
 */
export const quantityUnit = (quantity: Quantity, unit: InformationUnit): string => namedQuantity(quantity).unit(unit)
