import { requireNonNegative, requireShape } from './domain.js'
import { upperGammaPart } from './incomplete-gamma-part.js'

export function regularizedUpperIncompleteGamma(s: number, x: number): number {
  requireShape('regularizedUpperIncompleteGamma', 's', s)
  requireNonNegative('regularizedUpperIncompleteGamma', 'x', x)
  if (x === 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return upperGammaPart(s, x, true)
}
