import { requireNonNegative, requireShape } from './domain.js'
import { keptGammaOf, upperGammaPart } from './incomplete-gamma-part.js'

export function upperIncompleteGamma(s: number, x: number): number {
  requireShape('upperIncompleteGamma', 's', s)
  requireNonNegative('upperIncompleteGamma', 'x', x)
  if (x === 0) return keptGammaOf(s)
  if (x === Number.POSITIVE_INFINITY) return 0
  return upperGammaPart(s, x, false)
}
