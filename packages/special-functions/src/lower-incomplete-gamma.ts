import { requireNonNegative, requireShape } from './domain.js'
import { keptGammaOf, lowerGammaPart } from './incomplete-gamma-part.js'

export function lowerIncompleteGamma(s: number, x: number): number {
  requireShape('lowerIncompleteGamma', 's', s)
  requireNonNegative('lowerIncompleteGamma', 'x', x)
  if (x === 0) return 0
  if (x === Number.POSITIVE_INFINITY) return keptGammaOf(s)
  return lowerGammaPart(s, x, false)
}
