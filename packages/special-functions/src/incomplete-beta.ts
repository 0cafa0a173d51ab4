import { requireShape, requireUnit } from './domain.js'
import { incompleteBetaPart, keptBetaOf } from './incomplete-beta-part.js'

export function incompleteBeta(a: number, b: number, x: number): number {
  requireShape('incompleteBeta', 'a', a)
  requireShape('incompleteBeta', 'b', b)
  requireUnit('incompleteBeta', 'x', x)
  if (x === 0) return 0
  if (x === 1) return keptBetaOf(a, b)
  const y = 1 - x
  return incompleteBetaPart(a, b, x, y, x < 0.5 ? (b * (1 - y - x)) / y : 0, false)
}

export function incompleteBetaComplement(a: number, b: number, x: number): number {
  requireShape('incompleteBetaComplement', 'a', a)
  requireShape('incompleteBetaComplement', 'b', b)
  requireUnit('incompleteBetaComplement', 'x', x)
  if (x === 0) return keptBetaOf(a, b)
  if (x === 1) return 0
  const y = 1 - x
  return incompleteBetaPart(b, a, y, x, x < 0.5 ? (b * (1 - y - x)) / y : 0, false)
}
