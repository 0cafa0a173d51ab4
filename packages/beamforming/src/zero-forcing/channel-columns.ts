import { InvalidParameterError } from '@isacnet/model'
import type { ComplexMatrix } from '../channels/complex-matrix.js'
import { RankDeficientChannelError } from './rank-deficient-channel-error.js'

/** A column nearer to the span of those before it, in parts of its own length, counts as dependent. */
export const RANK_TOLERANCE = 1e-12

/** Below it squares of a column's entries underflow, so that its length and its distance to others have no digits. */
export const SMALLEST_SQUARED_NORM = 1e-280

/**
 * Holds for channels that may have zero-forcing beams.
 *
 * @throws {InvalidParameterError} unless served is an integer in 1 … columns.
 * @throws {RankDeficientChannelError} if there are more columns than rows.
 */
export const assertServable = ({ rows, columns }: ComplexMatrix, served: number): void => {
  if (!Number.isSafeInteger(served) || served < 1 || served > columns)
    throw new InvalidParameterError('served', served, `an integer from 1 to the number of columns, ${columns}`)
  if (columns > rows)
    throw new RankDeficientChannelError({ rows, columns, served, column: dependentColumn(rows, columns, served) })
}

/** Nulled columns come first: the place in that order → the column. */
const dependentColumn = (place: number, columns: number, served: number): number =>
  place < columns - served ? place + served : place - (columns - served)

/**
 * The error for the column at a place in the order in which nulled columns come first, then served ones; its squared norm
 * is given to tell dependence from entries whose squares are no (normal) numbers. A column of zeros is dependent.
 */
export const dependenceError = (
  { rows, columns, re, im }: ComplexMatrix,
  served: number,
  place: number,
  squaredNorm: number,
): Error => {
  const column = dependentColumn(place, columns, served)
  const isZero = (part: Float64Array) => part.subarray(rows * column, rows * (column + 1)).every((entry) => entry === 0)
  return squaredNorm <= Number.MAX_VALUE && (squaredNorm >= SMALLEST_SQUARED_NORM || (isZero(re) && isZero(im)))
    ? new RankDeficientChannelError({ rows, columns, served, column })
    : new InvalidParameterError(
        'channels',
        `column ${column} of squared norm ${squaredNorm}`,
        `of squared norms from ${SMALLEST_SQUARED_NORM} to the largest double`,
      )
}
