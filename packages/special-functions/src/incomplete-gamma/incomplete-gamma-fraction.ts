/** Relative size of the last step: the steps that follow shrink slowly where the fraction converges slowest. */
const LAST_STEP = 4e-18
const LARGE = 1e100
const SMALL = 1e-100
/** Terms from which on the rounding errors of the forward recurrence would show. */
const MANY = 16
/** And from which on they would even where the fraction is only taken from a whole. */
const VERY_MANY = 200
const MOST_TERMS = 10_000_000

/** The n-th convergent, from its last term to its first: a division a term, but rounding errors fade on the way. */
function convergentFromItsEnd(s: number, x: number, n: number): number {
  let value = x + (n + n + 1) - s
  for (let k = n; k >= 1; k -= 1) value = x + (k + k - 1) - s + (k * (s - k)) / value
  return 1 / value
}

/**
 * F such that Γ(s, x) = x^s e^(−x) F, by the even part of the continued fraction of DLMF 8.9.2,
 *
 *   F = 1/(x+1−s − 1(1−s)/(x+3−s − 2(2−s)/(x+5−s − …))),
 *
 * fast for x above s. Numerators and denominators go forward and are rescaled: no division in the loop. `tolerance`
 * is the absolute error permitted in F; a caller that needs F itself passes zero, and a convergent of many terms
 * is then evaluated from its end.
 */
export function incompleteGammaFraction(s: number, x: number, tolerance: number): number {
  let beta = x + 1 - s
  let olderNumerator = 0
  let olderDenominator = 1
  let numerator = 1
  let denominator = beta
  let determinant = 1 // |Aₙ Bₙ₋₁ − Aₙ₋₁ Bₙ|, the product of the α
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const alpha = n * (s - n)
    beta += 2
    const nextNumerator = beta * numerator + alpha * olderNumerator
    const nextDenominator = beta * denominator + alpha * olderDenominator
    determinant *= alpha < 0 ? -alpha : alpha
    if (determinant <= denominator * (LAST_STEP * nextNumerator + tolerance * nextDenominator)) {
      return n < MANY || (tolerance > 0 && n < VERY_MANY)
        ? nextNumerator / nextDenominator
        : convergentFromItsEnd(s, x, n)
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
  throw new RangeError(`incomplete gamma: no convergence at s = ${s}, x = ${x}; reached ${numerator / denominator}`)
}
