import { InvalidParameterError } from '@isacnet/model'
import { assertCount } from '../channels/complex-matrix.js'
import type { RandomVariates } from '../channels/random-variates.js'

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
 * `PROOFS.md` has the proof. $\mathrm E h_q = K$ and $\operatorname{Var} h_q = K\bigl(1+\frac{K-1}{m-K+2}\bigr)$, so Γ(K,1) is
 * exact for K = 1 only. No draw allocates.
 *
 * @example
 * interferenceGainSampler(5)(13, randomStream(1, 0, 'fading')).toFixed(6) // '4.887214'
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
  // √½ T with T = R⁻¹, column-major; ρ is without that factor, which makes its entries CN(0, 1).
  const tRe = new Float64Array(usersPerCell * usersPerCell)
  const tIm = new Float64Array(usersPerCell * usersPerCell)
  const xRe = new Float64Array(usersPerCell)
  const xIm = new Float64Array(usersPerCell)
  const rhoRe = new Float64Array(usersPerCell)
  const rhoIm = new Float64Array(usersPerCell)

  return (dimensions, random) => {
    if (!(Number.isSafeInteger(dimensions) && dimensions >= usersPerCell))
      throw new InvalidParameterError('dimensions', dimensions, `an integer ≥ the users per cell, ${usersPerCell}`)
    let gain = random.exponential()
    if (last === 0) return gain
    // Phases that don't change the gain make the entries next to R's diagonal real, and the last of z; x is √½ T z.
    let scale = Math.SQRT1_2 / Math.sqrt(random.gamma(dimensions - last))
    tRe[last + usersPerCell * last] = scale
    xRe[last] = scale * Math.sqrt(gain)
    xIm[last] = 0
    // Row i is [1, −ρ T']/r, where ρ are the entries of row i of R above the diagonal and T' the rows below.
    for (let i = last - 1; i >= 0; i--) {
      const next = Math.sqrt(2 * random.exponential())
      rhoRe[i + 1] = next
      rhoIm[i + 1] = 0
      let a = Math.SQRT1_2 * random.normal() - next * xRe[i + 1]!
      let b = Math.SQRT1_2 * random.normal() - next * xIm[i + 1]!
      for (let j = i + 2; j <= last; j++) {
        const c = random.normal()
        const d = random.normal()
        rhoRe[j] = c
        rhoIm[j] = d
        a -= c * xRe[j]! - d * xIm[j]!
        b -= c * xIm[j]! + d * xRe[j]!
      }
      let squaredNorm = 1
      for (let k = i + 1; k <= last; k++) {
        const column = usersPerCell * k
        let c = 0
        let d = 0
        for (let j = i + 1; j <= k; j++) {
          const p = rhoRe[j]!
          const q = rhoIm[j]!
          const t = tRe[column + j]!
          const u = tIm[column + j]!
          c -= p * t - q * u
          d -= p * u + q * t
        }
        tRe[column + i] = c
        tIm[column + i] = d
        squaredNorm += c * c + d * d
      }
      gain += (a * a + b * b) / squaredNorm
      if (i === 0) break // r cancels in its own row, so the first isn't drawn
      scale = Math.SQRT1_2 / Math.sqrt(random.gamma(dimensions - i))
      xRe[i] = scale * a
      xIm[i] = scale * b
      tRe[i + usersPerCell * i] = scale
      for (let k = i + 1; k <= last; k++) {
        tRe[i + usersPerCell * k]! *= scale
        tIm[i + usersPerCell * k]! *= scale
      }
    }
    return gain
  }
}
