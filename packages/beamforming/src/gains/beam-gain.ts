import type { ComplexMatrix, ComplexVector } from '../channels/complex-matrix.js'

/**
 * The gain of a receiver from all beams together, $\sum_k \lvert h^{\mathsf H}w_k\rvert^2$.
 *
 * With K unit-norm beams its mean over $h\sim\mathcal{CN}(0,I)$ independent of the beams is K, and so is that over beams of
 * isotropic direction with h the steering vector, of squared length M (Lemma 1).
 *
 * @example
 * beamGain(receiveFilter(4, 1), steeringVector(4, 1)).toFixed(12) // '4.000000000000'
 *
 * @param beams - M × K, one beam a column.
 * @param channel - the M entries of h; not checked.
 */
export const beamGain = (beams: ComplexMatrix, channel: ComplexVector): number => {
  const { rows, columns, re, im } = beams
  const { re: hRe, im: hIm } = channel
  let gain = 0
  for (let k = 0; k < columns; k++) {
    let real = 0
    let imaginary = 0
    for (let i = 0, at = rows * k; i < rows; i++, at++) {
      real += hRe[i]! * re[at]! + hIm[i]! * im[at]!
      imaginary += hRe[i]! * im[at]! - hIm[i]! * re[at]!
    }
    gain += real * real + imaginary * imaginary
  }
  return gain
}
