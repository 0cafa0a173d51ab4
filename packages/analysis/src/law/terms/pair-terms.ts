import type { Expansion } from './success-terms.js'

/**
 * The second moment of the conditional success probability, $\sum_{j,k<D}[w^jv^k]$ of the mean of
 * $e^{-z(1-w)I}e^{-z(1-v)I'}$, I and I′ being two independent draws of the fading over the same positions. With interferers of the shape 2K,
 * $\mathcal E = f_0 - \sum f_mw^m$, the exponent of the pair is
 *
 * $$f_0 - \sum_{j+k\ge1}\frac{\binom{K+j-1}{j}\binom{K+k-1}{k}}{\binom{2K+j+k-1}{j+k}}f_{j+k}\,w^jv^k,$$
 *
 * and its powers and exponentials have recursions in which no term is negative, as in one variable.
 *
 * @param D - shape of the signal's gain.
 * @param K - shape of the interferers' gains.
 */
export const pairTerms = (D: number, K: number): Expansion => {
  const single = new Float64Array(D)
  single[0] = 1
  for (let k = 1; k < D; k++) single[k] = (single[k - 1]! * (K + k - 1)) / k
  const order = 2 * D - 2
  const reciprocals = new Float64Array(order + 1)
  for (let m = 0, double = 1; m <= order; m++) {
    reciprocals[m] = 1 / double
    double *= (2 * K + m) / (m + 1)
  }
  const a = new Float64Array(D * D)
  const p = new Float64Array(D * D)
  return {
    order,
    length: 1,
    work: D ** 4 / 8 + 20 * D,
    write: (exponent, added, power, h) => {
      const f0 = exponent[0]! + 2 * (added?.[0] ?? 0)
      const [kappa, mu, scale] = 'power' in power ? [1, power.power - 1, 1 / f0] : [0, power.scale, 1]
      for (let j = 0; j < D; j++)
        for (let k = 0; k < D; k++) {
          if (j + k === 0) continue
          let value = single[j]! * single[k]! * reciprocals[j + k]! * exponent[j + k]!
          if (added !== undefined && (j === 0 || k === 0)) value += added[j + k]!
          a[j * D + k] = value * scale
        }
      p[0] = 'power' in power ? f0 ** -power.power : Math.exp(-power.scale * f0)
      // Symmetric in its two indices: the larger one first.
      let sum = 0
      for (let j = 0; j < D; j++)
        for (let k = 0; k <= j; k++) {
          if (j > 0) {
            let same = 0
            let weighted = 0
            for (let i = 0; i <= j; i++) {
              let row = 0
              const from = i * D
              const other = (j - i) * D + k
              for (let l = i === 0 ? 1 : 0; l <= k; l++) row += a[from + l]! * p[other - l]!
              same += row
              weighted += i * row
            }
            p[j * D + k] = kappa * same + (mu / j) * weighted
            p[k * D + j] = p[j * D + k]!
          }
          sum += (j === k ? 1 : 2) * p[j * D + k]!
        }
      h[0] = sum
    },
    multiply: (h, factor, product) => {
      product[0] = h[0]! * factor[0]!
    },
  }
}
