import { type InformationUnit, inUnit, namedQuantity } from '@isacnet/model'

/** Quantities that are no rows of the table of quantities: pure numbers that only figures show. */
const ofFigures: readonly string[] = [
  'request-probability',
  'reliability-share',
  'communication-cluster-size',
  'sensing-cluster-size',
]

/**
 * The quantity that a curve shows: of one service, or the sum of both, such as `sum-ase`; or one of the law of the SIR, such as
 * `communication-coverage:3dB`; or one that only figures show: `request-probability`, `reliability-share`, `communication-cluster-size`,
 * `sensing-cluster-size`.
 */
export type Quantity = string

/**
 * Unit of a quantity in words that every plot understands, such as `nat/s/Hz/km²`.
 *
 * @example
 * quantityUnit('communication-ase', 'bits') // 'bit/s/Hz/km²'
 * quantityUnit('sensing-angle-error:95%', 'nats') // '°'
 * quantityUnit('request-probability', 'nats') // ''
 *
 * @throws {UnknownNameError} for a name that is no quantity's.
 */
export const quantityUnit = (quantity: Quantity, unit: InformationUnit): string =>
  ofFigures.includes(quantity) ? '' : namedQuantity(quantity).unit(unit)

/**
 * A value of a quantity in a unit of information; of what is no information as it is.
 *
 * @example
 * quantityInUnit('communication-rate', 1, 'bits').toFixed(4) // '1.4427'
 * quantityInUnit('request-probability', 0.2, 'bits') // 0.2
 *
 * @param value - in nats.
 * @throws {UnknownNameError} for a name that is no quantity's.
 */
export const quantityInUnit = (quantity: Quantity, value: number, unit: InformationUnit): number =>
  ofFigures.includes(quantity) ? value : inUnit(namedQuantity(quantity), value, unit)
