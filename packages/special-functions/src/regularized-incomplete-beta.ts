import { requireShape, requireUnit } from './domain.js'
import { incompleteBetaPart } from './incomplete-beta-part.js'

export function regularizedIncompleteBeta(a: number, b: number, x: number): number {
  requireShape('regularizedIncompleteBeta', 'a', a)
  requireShape('regularizedIncompleteBeta', 'b', b)
  requireUnit('regularizedIncompleteBeta', 'x', x)
  if (x === 0 || x === 1) return x
  const y = 1 - x
  return incompleteBetaPart(a, b, x, y, x < 0.5 ? (b * (1 - y - x)) / y : 0, true)
}

export function regularizedIncompleteBetaComplement(a: number, b: number, x: number): number {
  requireShape('regularizedIncompleteBetaComplement', 'a', a)
  requireShape('regularizedIncompleteBetaComplement', 'b', b)
  requireUnit('regularizedIncompleteBetaComplement', 'x', x)
  if (x === 0 || x === 1) return 1 - x
  const y = 1 - x
  return incompleteBetaPart(b, a, y, x, x < 0.5 ? (b * (1 - y - x)) / y : 0, true)
}
