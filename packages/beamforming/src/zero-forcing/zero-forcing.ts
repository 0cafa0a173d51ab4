import { Matrix, QrDecomposition, solve } from 'ml-matrix'
import { type ComplexMatrix, complexMatrix } from '../channels/complex-matrix.js'
import { assertServable, dependenceError, RANK_TOLERANCE, SMALLEST_SQUARED_NORM } from './channel-columns.js'

/**
 * The zero-forcing beams of (2): the first `served` columns of
 *
 * $$\tilde W = H(H^{\mathsf H}H)^{-1},$$
 *
 * each divided by its norm. H is M × N with one channel a column: `served` = K users first, then the channels to be nulled.
 * A beam is orthogonal to every other column of H, and the own product $h_k^{\mathsf H}w_k$ is positive.
 *
 * This is the reference, on ml-matrix: with the real matrices [[Re, −Im], [Im, Re]] in place of complex ones and
 * H = QR by Householder reflections, $\tilde W = QR^{-\mathsf T}$. {@link zeroForcingFast} gives the same beams sooner.
 *
 * @example
 * const channels = { rows: 2, columns: 2, re: Float64Array.of(1, 0, 0, 1), im: Float64Array.of(0, 0, 1, 0) }
 * [...zeroForcing(channels, 2).re].map((entry) => entry.toFixed(6)) // ['0.707107', '0.000000', '0.000000', '1.000000']
 *
 * @param channels - H; the squared norms of its columns must lie between 10⁻²⁸⁰ and the largest double.
 * @param served - K, integer in 1 … N.
 * @returns the M × K matrix of unit-norm beams.
 * @throws {RankDeficientChannelError} if a column is in the span of others to within 10⁻¹² of its length; if N > M.
 * @throws {InvalidParameterError} if served is out of range, or a column's squared norm lies outside that range; a column of
 * zeros is dependent.
 */
export const zeroForcing = (channels: ComplexMatrix, served: number): ComplexMatrix => {
  assertServable(channels, served)
  const { rows, columns } = channels
  const nulled = columns - served
  // Nulled columns first, and the two real columns of a complex one side by side: R then tells each complex column's
  // distance from those before it.
  const real = new Matrix(2 * rows, 2 * columns)
  const squaredNorms = new Float64Array(columns)
  for (let place = 0; place < columns; place++) {
    const column = place < nulled ? place + served : place - nulled
    for (let i = 0; i < rows; i++) {
      const re = channels.re[i + rows * column]!
      const im = channels.im[i + rows * column]!
      squaredNorms[place]! += re * re + im * im
      real.set(i, 2 * place, re)
      real.set(i + rows, 2 * place, im)
      real.set(i, 2 * place + 1, -im)
      real.set(i + rows, 2 * place + 1, re)
    }
  }
  const decomposition = new QrDecomposition(real)
  const upper = decomposition.upperTriangularMatrix
  for (let place = 0; place < columns; place++) {
    const squaredNorm = squaredNorms[place]!
    const distance = Math.abs(upper.get(2 * place, 2 * place))
    const usable = squaredNorm >= SMALLEST_SQUARED_NORM && squaredNorm < Number.POSITIVE_INFINITY
    if (!(usable && distance > RANK_TOLERANCE * Math.sqrt(squaredNorm)))
      throw dependenceError(channels, served, place, squaredNorm)
  }
  const selected = Matrix.zeros(2 * columns, served)
  for (let k = 0; k < served; k++) selected.set(2 * (nulled + k), k, 1)
  const pseudoInverse = decomposition.orthogonalMatrix.mmul(solve(upper.transpose(), selected))
  const beams = complexMatrix(rows, served)
  for (let k = 0; k < served; k++) {
    const scale = 1 / pseudoInverse.getColumnVector(k).norm()
    for (let i = 0; i < rows; i++) {
      beams.re[i + rows * k] = scale * pseudoInverse.get(i, k)
      beams.im[i + rows * k] = scale * pseudoInverse.get(i + rows, k)
    }
  }
  return beams
}
