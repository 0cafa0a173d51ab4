import { requirePositive } from './domain.js'
import { reciprocalGammaNearTwo } from './gamma-near-two.js'
import { stirlingCorrection } from './stirling-correction.js'

const SQRT_TWO_PI = 2.5066282746310002

/** Γ(s) for a validated s > 0. */
export function gammaOfPositive(s: number): number {
  if (s < 0.5) return 1 / (s * (1 + s) * reciprocalGammaNearTwo(s))
  if (s < 1.5) return 1 / (s * reciprocalGammaNearTwo(s - 1))
  if (s < 10) {
    let product = 1
    let t = s
    while (t >= 2.5) {
      t -= 1
      product *= t
    }
    return product / reciprocalGammaNearTwo(t - 2)
  }
  if (s > 172) return Number.POSITIVE_INFINITY
  // s^(s − 1/2) overflows before Γ(s) does: two halves, with e^(−s) between them
  const half = s ** (0.5 * (s - 0.5))
  return SQRT_TWO_PI * (half * Math.exp(-s) * Math.exp(stirlingCorrection(s))) * half
}

export function gamma(s: number): number {
  requirePositive('gamma', 's', s)
  return gammaOfPositive(s)
}
