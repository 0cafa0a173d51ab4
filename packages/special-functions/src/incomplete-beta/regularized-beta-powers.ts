import { add, divide, logarithm, multiply, sumOf } from '../arithmetic/double-double.js'
import { log1pLessArgument } from '../arithmetic/log1p-less-argument.js'
import { meanOffset, slipFactor } from '../gamma/mean-offset.js'
import { stirlingCorrection } from '../gamma/stirling-correction.js'

/** Below it an exponent is computed in double-double arithmetic. */
const FAR = -16
const TWO_PI = 6.283185307179586

/** p [ln(w/w₀) − t], where w/w₀ = 1 + t: through the ratio when 1 + t would lose the small w. */
function scaledLogarithm(p: number, t: number, w: number, mean: number): number {
  return p * (t < -0.5 ? Math.log(w / mean) - t : log1pLessArgument(t))
}

const term = new Float64Array(2)
const factor = new Float64Array(2)
const total = new Float64Array(2)

/** term = p ln(w (p + q)/p), in double-double arithmetic. */
function farTerm(p: number, q: number, w: number): void {
  sumOf(term, p, q)
  sumOf(factor, w, 0)
  multiply(term, term, factor)
  sumOf(factor, p, 0)
  divide(term, term, factor)
  logarithm(term, term)
  multiply(term, term, factor)
}

/** e to the p ln(u/u₀) + q ln(v/v₀), u₀ = p/(p+q): an exponent of hundreds would multiply its own rounding. */
function farPowers(p: number, q: number, u: number, v: number, slip: number): number {
  farTerm(p, q, u)
  total.set(term)
  farTerm(q, p, v)
  add(total, total, term)
  return Math.exp(total[0]!) * (1 + total[1]!) * slipFactor(slip)
}

/**
 * uᵖ v^q / B(p, q), where neither the powers nor B need be representable; v = 1 − u, `slip` is the relative
 * correction of the powers for the rounding of 1 − x, and `whole` is B(p, q).
 *
 * While B is a normal number, uᵖ v^q is taken as a square: its root is representable wherever the quotient is. Beyond
 * (p and q both above some 500), B is replaced by Stirling's formula about the mean p/(p+q) (DLMF 5.11.1), and the terms of first
 * order in the distance to it, which cancel, are left out.
 */
export function regularizedBetaPowers(p: number, q: number, u: number, v: number, slip: number, whole: number): number {
  if (whole > 1e-290) {
    const correction = slipFactor(slip)
    const powers = u ** p * v ** q
    if (powers > 1e-290) return (powers / whole) * correction
    const root = u ** (0.5 * p) * v ** (0.5 * q)
    return (root / whole) * root * correction
  }
  const sum = p + q
  const lambda = meanOffset(p, q, u, v, slip)
  const exponent = scaledLogarithm(p, -lambda / p, u, p / sum) + scaledLogarithm(q, lambda / q, v, q / sum)
  const correction = stirlingCorrection(sum) - stirlingCorrection(p) - stirlingCorrection(q)
  const powers = exponent > FAR || exponent < -800 ? Math.exp(exponent) : farPowers(p, q, u, v, slip)
  return powers * Math.exp(correction) * Math.sqrt(p / TWO_PI) * Math.sqrt(q / sum)
}
