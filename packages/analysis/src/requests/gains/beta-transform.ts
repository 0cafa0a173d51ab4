import { lnGamma } from '@isacnet/special-functions'

/**
 * $1 - \mathrm E\,e^{-yS}$ for $S \sim$ Beta(a, b), $= 1 - {}_1F_1(a; a+b; -y)$, for integers a ≥ 1 and b ≥ 0, with full relative accuracy for
 * y ≥ 0; S = 1 for b = 0.
 *
 * Up to y = 1 by the power series; beyond by Kummer's transformation, $e^{-y}\,{}_1F_1(b; a+b; y)$, whose terms are positive, from the largest
 * outward; where y is large by the asymptotic series, which ends since b is an integer.
 */
export const betaTransformComplement = (y: number, a: number, b: number): number => {
  if (b === 0) return -Math.expm1(-y)
  const c = a + b
  if (y <= 1) {
    let term = 1
    let sum = 0
    for (let n = 0; n < 40 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= (-y * (a + n)) / ((c + n) * (n + 1))
      sum -= term
    }
    return sum
  }
  return 1 - (y > 60 + 4 * a * c ? farTransform(y, a, b) : kummerTransform(y, b, c))
}

const kummerTransform = (y: number, b: number, c: number): number => {
  const first = Math.floor(y)
  const largest = Math.exp(
    first * Math.log(y) - y - lnGamma(first + 1) + lnGamma(b + first) - lnGamma(b) + lnGamma(c) - lnGamma(c + first),
  )
  let sum = largest
  let term = largest
  for (let n = first; term > 1e-17 * sum; n++) {
    term *= (y * (b + n)) / ((c + n) * (n + 1))
    sum += term
  }
  term = largest
  for (let n = first; n > 0 && term > 1e-17 * sum; n--) {
    term *= ((c + n - 1) * n) / (y * (b + n - 1))
    sum += term
  }
  return sum
}

const farTransform = (y: number, a: number, b: number): number => {
  let term = 1
  let sum = 1
  for (let n = 0; n < b - 1 && Math.abs(term) > 1e-18 * sum; n++) {
    term *= (-(a + n) * (b - 1 - n)) / ((n + 1) * y)
    sum += term
  }
  return Math.exp(lnGamma(a + b) - lnGamma(b) - a * Math.log(y)) * sum
}
