/**
 * The power series of B_u(p, q) about u = 0 (DLMF 8.17.7), and what the same series leaves of B(p, q). Its
 * coefficients depend on (p, q) alone, and a caller integrates over u with (p, q) fixed, so the coefficients of the
 * last pair are kept: the values returned are the same as without.
 */

/** Enough for u ≤ 1/2 with q ≤ 1 and for q u ≤ 3 with u ≤ 1/2. */
const MOST_TERMS = 80

const coefficients = new Float64Array(MOST_TERMS)
let keptP = Number.NaN
let keptQ = Number.NaN
let known = 0
/** (1−q)ₙ/n! of the last coefficient known. */
let pochhammer = 1

/**
 * Σ_{n≥1} (1−q)ₙ uⁿ / (n! (p+n)), so that B_u(p, q) = uᵖ (1/p + this); for u ≤ 1/2 and q u ≤ 3. Stops at a
 * term below `floor`, since the caller knows what the sum is added to.
 */
export function incompleteBetaSeries(p: number, q: number, u: number, floor: number): number {
  if (p !== keptP || q !== keptQ) {
    keptP = p
    keptQ = q
    known = 0
    pochhammer = 1
  }
  let power = 1
  let total = 0
  for (let n = 1; n < MOST_TERMS; n += 1) {
    if (n > known) {
      pochhammer *= (n - q) / n
      coefficients[n] = pochhammer / (p + n)
      known = n
    }
    power *= u
    const term = coefficients[n]! * power
    total += term
    if ((term < 0 ? -term : term) <= floor) return total
  }
  return total
}
