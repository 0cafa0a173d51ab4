const HALF_ULP = 1.1102230246251565e-16
const MOST_ALTERNATING_TERMS = 40
const MOST_POSITIVE_TERMS = 10_000_000

const coefficients = new Float64Array(MOST_ALTERNATING_TERMS)
let keptS = Number.NaN
let known = 0
/** (−1)ⁿ/n! of the last coefficient known. */
let factorial = 1

/**
 * Σ_{n≥1} (−x)ⁿ / (n! (s+n)), so that γ(s, x) = x^s (1/s + this) (DLMF 8.7.1); for x ≤ 2. Stops at a term below `floor`. The coefficients of the
 * last s are kept: the values returned are the same as without.
 */
export function alternatingGammaSeries(s: number, x: number, floor: number): number {
  if (s !== keptS) {
    keptS = s
    known = 0
    factorial = 1
  }
  let power = 1
  let total = 0
  for (let n = 1; n < MOST_ALTERNATING_TERMS; n += 1) {
    if (n > known) {
      factorial = -factorial / n
      coefficients[n] = factorial / (s + n)
      known = n
    }
    power *= x
    const term = coefficients[n]! * power
    total += term
    if ((term < 0 ? -term : term) <= floor) return total
  }
  return total
}

/** From here on the series has so many terms that their rounding errors would show. */
const LARGE_SHAPE = 1e3

/** Σ_{n≥0} xⁿ/(s+1)ₙ, so that γ(s, x) = x^s e^(−x)/s times this (DLMF 8.7.1); fast for x below s. */
export function positiveGammaSeries(s: number, x: number): number {
  if (s > LARGE_SHAPE) return longGammaSeries(s, x)
  let term = 1
  let total = 1
  for (let n = 1; n < MOST_POSITIVE_TERMS; n += 1) {
    term *= x / (s + n)
    total += term
    if (term <= HALF_ULP * total) return total
  }
  throw new RangeError(`incomplete gamma: no convergence at s = ${s}, x = ${x}; reached ${total}`)
}

/** The same for large s: what a term loses against the one before it is small, and the rounding of terms and sum is carried along. */
function longGammaSeries(s: number, x: number): number {
  const gap = s - x
  let term = 1
  let termLow = 0
  let total = 1
  let totalLow = 0
  for (let n = 1; n < MOST_POSITIVE_TERMS; n += 1) {
    const share = (gap + n) / (s + n)
    const loss = share * (term + termLow)
    const next = term - loss
    termLow += term - next - loss
    term = next
    const sum = total + term
    totalLow += total - sum + term + termLow
    total = sum
    if (term <= HALF_ULP * total * share) return total + totalLow
  }
  throw new RangeError(`incomplete gamma: no convergence at s = ${s}, x = ${x}; reached ${total}`)
}
