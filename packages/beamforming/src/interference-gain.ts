import { InvalidParameterError } from '@isacnet/model'
import { assertCount } from './complex-matrix.js'
import type { RandomVariates } from './random-variates.js'

/**
 * Draws of $h_q = \sum_k\lvert h^{\mathsf H}w_k\rvert^2$, the gain of an interfering BS that serves K users by zero forcing,
 * at one receiver whose channel is independent of the beams. Each draw is of another precoder and receiver; for several
 * receivers of one precoder see {@link samplePrecoder}.
 *
 * Exact in law, without channels or their inverse. The users' channels, once the nulled ones are projected out, are an
 * m × K matrix of $\mathcal{CN}(0,1)$, $m = M_t - N_I$. With its triangular factor R (Bartlett: $\lvert r_{ii}\rvert^2\sim
 * \Gamma(m-i+1,1)$, $\mathcal{CN}(0,1)$ above the diagonal) and $z\sim\mathcal{CN}(0,I_K)$,
 *
 * $$h_q = \sum_k \frac{\lvert(R^{-1}z)_k\rvert^2}{\lVert\operatorname{row}_k R^{-1}\rVert^2}.$$
 *
 * The README has the proof. $\mathrm E h_q = K$ and $\operatorname{Var} h_q = K\bigl(1+\frac{K-1}{m-K+2}\bigr)$, so Γ(K,1) is
 * exact for K = 1 only. No draw allocates.
 *
 * @param usersPerCell - K, integer ≥ 1.
 * @returns `(dimensions, random)`, where dimensions is m, the transmit antennas less the nulls; integer ≥ K. It throws an
 * `InvalidParameterError` if m < K.
 * @throws {InvalidParameterError} outside that domain.
 */
export const interferenceGainSampler = (
  usersPerCell: number,
): ((dimensions: number, random: Pick<RandomVariates, 'normal' | 'exponential' | 'gamma'>) => number) => {
  assertCount('usersPerCell', usersPerCell)
  const last = usersPerCell - 1
  // T = R⁻¹, column-major so that a row of it is a sum over contiguous columns.
  const tRe = new Float64Array(usersPerCell * usersPerCell)
  const tIm = new Float64Array(usersPerCell * usersPerCell)
  const xRe = new Float64Array(usersPerCell)
  const xIm = new Float64Array(usersPerCell)
  const rowRe = new Float64Array(usersPerCell)
  const rowIm = new Float64Array(usersPerCell)

  return (dimensions, random) => {
    if (!(dimensions >= usersPerCell))
      throw new InvalidParameterError('dimensions', dimensions, `an integer ≥ the users per cell, ${usersPerCell}`)
    if (last === 0) return random.exponential()
    let gain = 0
    // Row i of R⁻¹ is [1, −ρ T']/r, where ρ are the entries of row i of R above the diagonal and T' the rows below.
    for (let i = last; i >= 0; i--) {
      let aRe = Math.SQRT1_2 * random.normal()
      let aIm = Math.SQRT1_2 * random.normal()
      for (let k = i + 1; k <= last; k++) {
        rowRe[k] = 0
        rowIm[k] = 0
      }
      for (let j = i + 1; j <= last; j++) {
        const c = Math.SQRT1_2 * random.normal()
        const d = Math.SQRT1_2 * random.normal()
        aRe -= c * xRe[j]! - d * xIm[j]!
        aIm -= c * xIm[j]! + d * xRe[j]!
        for (let k = j, at = j * usersPerCell + j; k <= last; k++, at++) {
          rowRe[k]! -= c * tRe[at]! - d * tIm[at]!
          rowIm[k]! -= c * tIm[at]! + d * tRe[at]!
        }
      }
      let squaredNorm = 1
      for (let k = i + 1; k <= last; k++) squaredNorm += rowRe[k]! ** 2 + rowIm[k]! ** 2
      gain += (aRe * aRe + aIm * aIm) / squaredNorm
      if (i === 0) break // the first row's length cancels, so r₁₁ isn't drawn
      const scale = 1 / Math.sqrt(random.gamma(dimensions - i))
      xRe[i] = scale * aRe
      xIm[i] = scale * aIm
      tRe[i * usersPerCell + i] = scale
      tIm[i * usersPerCell + i] = 0
      for (let k = i + 1, at = i * usersPerCell + i + 1; k <= last; k++, at++) {
        tRe[at] = scale * rowRe[k]!
        tIm[at] = scale * rowIm[k]!
      }
    }
    return gain
  }
}
