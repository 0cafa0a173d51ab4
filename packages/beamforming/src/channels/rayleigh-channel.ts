import { type ComplexMatrix, complexMatrix } from './complex-matrix.js'
import type { RandomVariates } from './random-variates.js'

/**
 * A `rows` × `columns` matrix of independent entries of $\mathcal{CN}(0,1)$: real and imaginary parts are independent
 * normal variates of variance 1/2. A column is the channel from `rows` antennas to one receiver.
 *
 * @example
 * const { rows, columns, re } = rayleighChannel(4, 2, randomStream(1, 0, 'fading'))
 * [rows, columns, re.length] // [4, 2, 8]
 *
 * @param rows - integer ≥ 1.
 * @param columns - integer ≥ 1.
 * @throws {InvalidParameterError} outside that domain.
 */
export const rayleighChannel = (
  rows: number,
  columns: number,
  random: Pick<RandomVariates, 'normal'>,
): ComplexMatrix => {
  const channel = complexMatrix(rows, columns)
  const { re, im } = channel
  for (let i = 0; i < re.length; i++) {
    re[i] = Math.SQRT1_2 * random.normal()
    im[i] = Math.SQRT1_2 * random.normal()
  }
  return channel
}
