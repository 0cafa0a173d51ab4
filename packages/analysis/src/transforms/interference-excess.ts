import { incompleteBeta, incompleteBetaComplement } from '@isacnet/special-functions'
import { gammaTransformComplement } from './gamma-transform.js'
import { reciprocalPower } from './reciprocal-power.js'

/**
 * $F(\zeta) - 1 = \int_1^\infty \bigl(1-(1+\zeta y^{-\alpha})^{-K}\bigr)\,2y\,dy$ for K ≥ 1, α > 2 and ζ ≥ 0, relative to itself. With
 * $\delta = 2/\alpha$ it is $K\zeta^\delta B(x; 1-\delta, K+\delta) - (1-(1+\zeta)^{-K})$, $x = \zeta/(1+\zeta)$. For large α that is a small
 * difference, and integration by parts the other way gives the sum without one,
 *
 * $$\delta\,\zeta^\delta\sum_{j=1}^K B(x; 1-\delta, j-1+\delta), \qquad
 *   B(x; a, b+1) = \frac{b\,B(x;a,b) + x^a(1-x)^b}{a+b}.$$
 */
export const interferenceExcess = (zeta: number, usersPerCell: number, pathLossExponent: number): number => {
  if (zeta === 0) return 0
  const K = usersPerCell
  const delta = 2 / pathLossExponent
  const a = (pathLossExponent - 2) / pathLossExponent
  if (K * zeta < 0.3) return excessBySeries(zeta, K, delta, a)
  const y = 1 / (1 + zeta)
  const x = zeta * y
  const power = reciprocalPower(zeta, pathLossExponent / 2)
  const nulled = gammaTransformComplement(zeta, K)
  // next to x = 1 the digits are in y
  const first = zeta < 1 ? incompleteBeta(a, K + delta, x) : incompleteBetaComplement(K + delta, a, y)
  const excess = K * power * first - nulled
  if (excess > nulled / 4) return excess
  let part = zeta < 1 ? incompleteBeta(a, delta, x) : incompleteBetaComplement(delta, a, y)
  let powers = x ** a * y ** delta
  let sum = part
  for (let j = 1; j < K; j++) {
    part = ((j - 1 + delta) * part + powers) / j
    // the rounding of y would show in its high powers
    powers = j % 16 === 0 ? x ** a * Math.exp(-(j + delta) * Math.log1p(zeta)) : powers * y
    sum += part
  }
  return delta * power * sum
}

/** $\sum_{n\ge1} (-1)^{n-1}\frac{(K)_n}{n!}\frac{\delta}{n-\delta}\zeta^n$, where the powers of the closed form would round a large logarithm. */
const excessBySeries = (zeta: number, K: number, delta: number, a: number): number => {
  let rising = K * zeta
  let sum = 0
  for (let n = 1; rising !== 0; n++) {
    const term = n === 1 ? (rising * delta) / a : (rising * delta) / (n - delta)
    if (sum + term === sum) break
    sum += term
    rising *= (-zeta * (K + n)) / (n + 1)
  }
  return sum
}

/** The limit of {@link interferenceExcess} as ζ → 0, per ζ: $K\delta/(1-\delta)$. */
export const interferenceExcessSlope = (usersPerCell: number, pathLossExponent: number): number =>
  (2 * usersPerCell) / (pathLossExponent - 2)
