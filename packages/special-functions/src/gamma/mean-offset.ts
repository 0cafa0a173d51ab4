import { productError } from '../arithmetic/compensated-power.js'

/** Below this sum of parameters rounding leaves p v − q u more digits than its users need. */
const MODERATE = 400

/** e^slip, to second order where the first leaves something: 5e-15 at an exponent of 1e9. */
export function slipFactor(slip: number): number {
  return slip < 1e-9 && slip > -1e-9 ? 1 + slip : 1 + slip * (1 + 0.5 * slip)
}

/**
 * λ = p v − q u = (p + q)(p/(p+q) − u), how far u is below the mean. Of large parameters the products are taken exactly, and what
 * rounding took from the u or v that is 1 − x is put back: `slip` has it times q/v or p/u.
 */
export function meanOffset(p: number, q: number, u: number, v: number, slip: number): number {
  const first = p * v
  const second = q * u
  if (p + q < MODERATE) return first - second
  const lost = slip === 0 ? 0 : u < 0.5 ? (slip * first) / q : (-slip * second) / p
  return first - second + (productError(p, v) - productError(q, u) + lost)
}
