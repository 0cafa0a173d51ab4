import { InvalidParameterError } from '@isacnet/model'

/** Complex numbers in a row: `re` and `im` have one length. */
export interface ComplexVector {
  readonly re: Float64Array
  readonly im: Float64Array
}

/** A `rows` × `columns` matrix, column-major: the entry in row i and column j is at `i + rows * j` of `re` and `im`. */
export interface ComplexMatrix extends ComplexVector {
  readonly rows: number
  readonly columns: number
}

/**
 * The zero matrix of a shape, to be written to.
 *
 * @example
 * complexMatrix(2, 3).re.length // 6
 *
 * @param rows - integer ≥ 1.
 * @param columns - integer ≥ 1.
 * @throws {InvalidParameterError} outside that domain.
 */
export const complexMatrix = (rows: number, columns: number): ComplexMatrix => {
  assertCount('rows', rows)
  assertCount('columns', columns)
  return { rows, columns, re: new Float64Array(rows * columns), im: new Float64Array(rows * columns) }
}

/** @throws {InvalidParameterError} unless the value is an integer ≥ 1. */
export const assertCount = (parameter: string, value: number): void => {
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidParameterError(parameter, value, 'an integer ≥ 1')
}
