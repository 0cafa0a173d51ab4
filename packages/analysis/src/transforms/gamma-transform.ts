import { integerPower, inversePower } from './inverse-power.js'

/**
 * $\mathrm E\,e^{-zG} = (1+z)^{-n}$ for a channel gain $G \sim \Gamma(n, 1)$, z ≥ 0: n is K for the sum of K beams' gains, and
 * D = M_t − KL − J(Q−1) + 1 for the desired gain.
 */
export const gammaTransform = (z: number, n: number): number => inversePower(1 + z, n)

/**
 * $1 - \mathrm E\,e^{-zG}$ for $G \sim \Gamma(n, 1)$, with full relative accuracy for every z ≥ 0: with $r = 1/(1+z)$ it is
 * $zr(1 + r + \dots + r^{n-1})$, where nothing cancels, summed by doubling, bit by bit of n.
 */
export const gammaTransformComplement = (z: number, n: number): number => {
  if (n > 1024) return -Math.expm1(-n * Math.log1p(z))
  const r = 1 / (1 + z)
  if (r === 0) return 1
  let sum = 1
  let power = r
  for (let bit = 1 << (30 - Math.clz32(n)); bit > 0; bit >>= 1) {
    sum += sum * power
    power *= power
    if ((n & bit) !== 0) {
      sum += power
      power *= r
    }
  }
  return z * r * sum
}

/** z beyond which $(1+z)^{-n}$ is below half an ulp of 1. */
export const vanishingTransform = (n: number): number => 2 ** (53 / n)

/**
 * $\sum_i w_i(1+zx_i)^{-n}$, the transform at points $zx_i$ in a rule's sum: with one division a term. Where a power overflows, the term is 0
 * to more than 300 digits.
 */
export const weightedGammaTransform = (weights: Float64Array, points: Float64Array, z: number, n: number): number => {
  let sum = 0
  for (let i = 0; i < points.length; i++) {
    sum += weights[i]! / integerPower(1 + z * points[i]!, n)
  }
  return sum
}
