/** Relative size of the last step: the steps that follow shrink slowly where the fraction converges slowest. */
const LAST_STEP = 4e-18
const LARGE = 1e100
const SMALL = 1e-100
/** Terms from which on the rounding errors of the forward recurrence, about an ulp for every ten terms, would show. */
const MANY = 16
/** And from which on they would even where the fraction is only taken from a whole. */
const VERY_MANY = 200
const MOST_TERMS = 10_000_000

/** The n-th convergent, from its last term to its first: more divisions, but rounding errors fade on the way. */
function convergentFromItsEnd(p: number, q: number, u: number, v: number, lambda: number, n: number): number {
  let value = Number.POSITIVE_INFINITY
  let alpha = 0
  for (let k = n; k >= 0; k -= 1) {
    const previous = p + (k + k - 1)
    const common = (k * (q - k)) / previous
    value = k + common * u + ((p + k) * (lambda + 1 + k * (1 + v))) / (p + (k + k + 1)) + alpha / value
    alpha = ((p + (k - 1)) * (p + q + (k - 1)) * common * u * u) / previous
  }
  return 1 / value
}

/**
 * F such that B_u(p, q) = uᵖ v^q F, v = 1 − u, by the even part of the continued fraction of DLMF 8.17.22 in the form
 * of Didonato & Morris (1992), eq. 9:
 *
 *   F = 1/(β₀ + α₁/(β₁ + α₂/(β₂ + …))),
 *   αₙ = (p+n−1)(p+q+n−1) n (q−n) u² / (p+2n−1)²,
 *   βₙ = n + n(q−n)u/(p+2n−1) + (p+n)(λ + 1 + n(2−u))/(p+2n+1),  λ = p v − q u ({@link meanOffset}).
 *
 * For p > 1, and fast for u below p/(p+q). Numerators and denominators go forward and are rescaled, so that a term
 * costs one division, off the critical path. `tolerance` is the absolute error permitted in F; a
 * caller that needs F itself passes zero, and a convergent of many terms is then evaluated from its end.
 */
export function incompleteBetaFraction(
  p: number,
  q: number,
  u: number,
  v: number,
  lambda: number,
  tolerance: number,
): number {
  const twoMinusU = 1 + v
  const uSquared = u * u
  const sum = p + q
  let reciprocal = 1 / (p + 1) // 1/(p+2n+1)
  let olderNumerator = 0
  let olderDenominator = 1
  let numerator = 1
  let denominator = p * (lambda + 1) * reciprocal
  let determinant = 1 // |Aₙ Bₙ₋₁ − Aₙ₋₁ Bₙ|, the product of the α
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const previous = reciprocal
    reciprocal = 1 / (p + (n + n + 1))
    const common = n * (q - n) * previous
    const alpha = (p + (n - 1)) * (sum + (n - 1)) * previous * common * uSquared
    const betaN = n + common * u + (p + n) * (lambda + 1 + n * twoMinusU) * reciprocal
    const nextNumerator = betaN * numerator + alpha * olderNumerator
    const nextDenominator = betaN * denominator + alpha * olderDenominator
    determinant *= alpha < 0 ? -alpha : alpha
    if (determinant <= denominator * (LAST_STEP * nextNumerator + tolerance * nextDenominator)) {
      return n < MANY || (tolerance > 0 && n < VERY_MANY)
        ? nextNumerator / nextDenominator
        : convergentFromItsEnd(p, q, u, v, lambda, n)
    }
    olderNumerator = numerator
    olderDenominator = denominator
    numerator = nextNumerator
    denominator = nextDenominator
    if (denominator > LARGE) {
      olderNumerator *= SMALL
      olderDenominator *= SMALL
      numerator *= SMALL
      denominator *= SMALL
      determinant *= SMALL * SMALL
    }
  }
  throw new RangeError(
    `incomplete beta: no convergence in ${MOST_TERMS} terms at p = ${p}, q = ${q}, u = ${u}; reached ${numerator / denominator}`,
  )
}
