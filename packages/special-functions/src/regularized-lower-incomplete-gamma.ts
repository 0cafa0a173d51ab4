import { requireNonNegative, requireShape } from './domain.js'
import { lowerGammaPart } from './incomplete-gamma-part.js'

export function regularizedLowerIncompleteGamma(s: number, x: number): number {
  requireShape('regularizedLowerIncompleteGamma', 's', s)
  requireNonNegative('regularizedLowerIncompleteGamma', 'x', x)
  if (x === 0) return 0
  if (x === Number.POSITIVE_INFINITY) return 1
  return lowerGammaPart(s, x, true)
}
