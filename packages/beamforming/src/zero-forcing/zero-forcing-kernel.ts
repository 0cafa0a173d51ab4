import { InvalidParameterError } from '@isacnet/model'
import { assertCount, type ComplexMatrix, complexMatrix } from '../channels/complex-matrix.js'
import { assertServable, dependenceError, RANK_TOLERANCE, SMALLEST_SQUARED_NORM } from './channel-columns.js'

/**
 * The beams of {@link zeroForcing}, found on typed arrays.
 *
 * A first call for a shape costs its workspace: to precode often, keep a {@link zeroForcingKernel}.
 *
 * @example
 * const channels = { rows: 2, columns: 2, re: Float64Array.of(1, 0, 0, 1), im: Float64Array.of(0, 0, 1, 0) }
 * [...zeroForcingFast(channels, 2).re].map((entry) => entry.toFixed(6)) // ['0.707107', '0.000000', '0.000000', '1.000000']
 *
 * @param channels - H, M × N: served columns first, then nulled ones.
 * @param served - K, integer in 1 … N.
 * @returns the M × K matrix of unit-norm beams.
 * @throws as {@link zeroForcing}.
 */
export const zeroForcingFast = (channels: ComplexMatrix, served: number): ComplexMatrix => {
  assertServable(channels, served)
  const beams = complexMatrix(channels.rows, served)
  zeroForcingKernel(channels.rows, channels.columns)(channels, served, beams)
  return beams
}

/**
 * Zero forcing without allocation: the function returned writes the beams of {@link zeroForcing} to a matrix given to it.
 *
 * The nulled columns and then the served ones are orthogonalised by Gram and Schmidt's method, a column that loses nine
 * tenths of its length twice, so that Q is orthogonal to rounding however ill-conditioned H is. With $H = QR$ and the served
 * columns last, the beams are the last columns of $QR^{-\mathsf H}$, which need no more of R than its last K × K block.
 *
 * @example
 * const channels = { rows: 2, columns: 2, re: Float64Array.of(1, 0, 0, 1), im: Float64Array.of(0, 0, 1, 0) }
 * const beams = complexMatrix(2, 2)
 * zeroForcingKernel(2, 2)(channels, 2, beams)
 * [...beams.im].map((entry) => entry.toFixed(6)) // ['0.000000', '0.707107', '0.000000', '0.000000']
 *
 * @param maxRows - the largest M it will be given, integer ≥ 1.
 * @param maxColumns - the largest N, integer ≥ 1.
 * @returns `(channels, served, beams)`, where beams is M × K and is overwritten. It throws as {@link zeroForcing}, and an
 * `InvalidParameterError` if the channels exceed the workspace or beams has another shape; beams is then unchanged.
 * @throws {InvalidParameterError} outside that domain.
 */
export const zeroForcingKernel = (
  maxRows: number,
  maxColumns: number,
): ((channels: ComplexMatrix, served: number, beams: ComplexMatrix) => void) => {
  assertCount('maxRows', maxRows)
  assertCount('maxColumns', maxColumns)
  const qRe = new Float64Array(maxRows * maxColumns)
  const qIm = new Float64Array(maxRows * maxColumns)
  // Of R: the block of the served columns, column-major; its diagonal is real.
  const rRe = new Float64Array(maxColumns * maxColumns)
  const rIm = new Float64Array(maxColumns * maxColumns)
  const yRe = new Float64Array(maxColumns)
  const yIm = new Float64Array(maxColumns)

  return (channels, served, beams) => {
    assertServable(channels, served)
    const { rows, columns, re, im } = channels
    if (rows > maxRows || columns > maxColumns)
      throw new InvalidParameterError('channels', `${rows} × ${columns}`, `at most ${maxRows} × ${maxColumns}`)
    if (beams.rows !== rows || beams.columns !== served)
      throw new InvalidParameterError('beams', `${beams.rows} × ${beams.columns}`, `${rows} × ${served}`)
    const nulled = columns - served

    for (let place = 0; place < columns; place++) {
      const own = place - nulled
      const source = rows * (own < 0 ? place + served : own)
      const column = rows * place
      let squaredNorm = 0
      for (let i = 0; i < rows; i++) {
        const a = re[source + i]!
        const b = im[source + i]!
        qRe[column + i] = a
        qIm[column + i] = b
        squaredNorm += a * a + b * b
      }
      if (own > 0) {
        rRe.fill(0, own * served, own * served + own)
        rIm.fill(0, own * served, own * served + own)
      }
      let before = squaredNorm
      let after = squaredNorm
      for (let pass = 0; pass < 2; pass++) {
        // Two columns at a time: most of the time goes into reading them.
        for (let j = 0; j < place; j += 2) {
          const pair = j + 1 < place
          const first = rows * j
          const second = pair ? first + rows : column
          let c = 0
          let d = 0
          let e = 0
          let f = 0
          for (let i = 0; i < rows; i++) {
            const x = qRe[column + i]!
            const y = qIm[column + i]!
            const a1 = qRe[first + i]!
            const b1 = qIm[first + i]!
            const a2 = qRe[second + i]!
            const b2 = qIm[second + i]!
            c += a1 * x + b1 * y
            d += a1 * y - b1 * x
            e += a2 * x + b2 * y
            f += a2 * y - b2 * x
          }
          if (!pair) {
            e = 0
            f = 0
          }
          for (let i = 0; i < rows; i++) {
            const a1 = qRe[first + i]!
            const b1 = qIm[first + i]!
            const a2 = qRe[second + i]!
            const b2 = qIm[second + i]!
            qRe[column + i]! -= c * a1 - d * b1 + (e * a2 - f * b2)
            qIm[column + i]! -= c * b1 + d * a1 + (e * b2 + f * a2)
          }
          if (j >= nulled) {
            rRe[own * served + j - nulled]! += c
            rIm[own * served + j - nulled]! += d
          }
          if (pair && j + 1 >= nulled) {
            rRe[own * served + j + 1 - nulled]! += e
            rIm[own * served + j + 1 - nulled]! += f
          }
        }
        after = 0
        for (let i = 0; i < rows; i++) after += qRe[column + i]! ** 2 + qIm[column + i]! ** 2
        if (after > 0.01 * before) break
        before = after
      }
      const usable = squaredNorm >= SMALLEST_SQUARED_NORM && squaredNorm < Number.POSITIVE_INFINITY
      if (!(usable && after > RANK_TOLERANCE * RANK_TOLERANCE * squaredNorm))
        throw dependenceError(channels, served, place, squaredNorm)
      const length = Math.sqrt(after)
      const scale = 1 / length
      for (let i = 0; i < rows; i++) {
        qRe[column + i]! *= scale
        qIm[column + i]! *= scale
      }
      if (own >= 0) rRe[own * served + own] = length
    }

    for (let k = 0; k < served; k++) {
      // y = column k of the inverse of Rᴴ, times its k-th diagonal entry: y_k = 1.
      yRe[k] = 1
      yIm[k] = 0
      let squaredNorm = 1
      for (let j = k + 1; j < served; j++) {
        let c = 0
        let d = 0
        for (let i = k; i < j; i++) {
          const a = rRe[j * served + i]!
          const b = rIm[j * served + i]!
          c += a * yRe[i]! + b * yIm[i]!
          d += a * yIm[i]! - b * yRe[i]!
        }
        const scale = -1 / rRe[j * served + j]!
        c *= scale
        d *= scale
        yRe[j] = c
        yIm[j] = d
        squaredNorm += c * c + d * d
      }
      if (!(squaredNorm < Number.POSITIVE_INFINITY)) throw dependenceError(channels, served, nulled + k, 1)
      const scale = 1 / Math.sqrt(squaredNorm)
      const beam = rows * k
      for (let i = 0; i < rows; i++) {
        beams.re[beam + i] = 0
        beams.im[beam + i] = 0
      }
      for (let j = k; j < served; j++) {
        const a = scale * yRe[j]!
        const b = scale * yIm[j]!
        const column = rows * (nulled + j)
        for (let i = 0; i < rows; i++) {
          const x = qRe[column + i]!
          const y = qIm[column + i]!
          beams.re[beam + i]! += a * x - b * y
          beams.im[beam + i]! += a * y + b * x
        }
      }
    }
  }
}
