import { cumulativeGaussLegendre, type GaussRule, gaussJacobi, gaussLegendre } from '../src/index.js'

/** The last rule asked for, since the points of a rule follow each other. */
let last: { key: string; rule: GaussRule } | undefined

const jacobi = (n: number, a: number, b: number): GaussRule => {
  const key = `${n} ${a} ${b}`
  if (last?.key !== key) last = { key, rule: gaussJacobi(n, a, b) }
  return last.rule
}

/** The functions of `corners.py`. */
export const cornerFunctions: Record<string, (...args: number[]) => number> = {
  gaussJacobiNode: (n, a, b, i) => jacobi(n!, a!, b!).nodes[i!]!,
  gaussJacobiWeight: (n, a, b, i) => jacobi(n!, a!, b!).weights[i!]!,
  gaussJacobiMoment: (n, a, b, m) => {
    const { nodes, weights } = jacobi(n!, a!, b!)
    return nodes.reduce((sum, x, i) => sum + weights[i]! * x ** m!, 0)
  },
  gaussLegendreNode: (n, i) => gaussLegendre(n!).nodes[i!]!,
  gaussLegendreWeight: (n, i) => gaussLegendre(n!).weights[i!]!,
  cumulativeGaussLegendreMoment: (n, i, m) => {
    const { nodes, toEnd } = cumulativeGaussLegendre(n!)
    return nodes.reduce((sum, x, j) => sum + toEnd[i! * n! + j]! * x ** m!, 0)
  },
}

/** The integral to the end is one over up to (0, 1), of which it may be a small part. */
export const absolute = ['cumulativeGaussLegendreMoment']
