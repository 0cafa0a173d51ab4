import { assertNodes, type GaussRule } from './gauss-jacobi.js'
import { gaussLegendre } from './gauss-legendre.js'

/** A Gauss–Legendre rule that also integrates from each of its nodes to the upper end. */
export interface CumulativeGaussRule extends GaussRule {
  /** Row-major $n \times n$: $\sum_j$ `toEnd[i n + j]` $f(x_j) \approx \int_{x_i}^1 f(x)\,dx$. */
  readonly toEnd: Float64Array
}

/**
 * The $n$-point Gauss–Legendre rule on (0, 1) with the matrix that integrates the interpolating polynomial of degree
 * $n-1$ from each node to 1. With $P_k$ the Legendre polynomials and $\xi = 2x - 1$,
 * $\int_{x_i}^1 \ell_j = \tfrac{1}{2} w_j \sum_{k<n} [P_{k-1}(\xi_i) - P_{k+1}(\xi_i)] P_k(\xi_j)$, where $w_j$ are the weights on
 * (−1, 1) and the first bracket is $1 - \xi_i$ (DLMF 18.17.1).
 *
 * @example
 * const { nodes, toEnd } = cumulativeGaussLegendre(2)
 * [0, 1].map((i) => (toEnd[2 * i] + toEnd[2 * i + 1] + nodes[i]).toFixed(12)) // ['1.000000000000', '1.000000000000']
 *
 * @param n - number of nodes, integer from 1 to 256.
 * @throws {RangeError} outside that domain.
 */
export const cumulativeGaussLegendre = (n: number): CumulativeGaussRule => {
  assertNodes('cumulativeGaussLegendre', n, MOST_NODES)
  const { nodes, weights } = gaussLegendre(n)
  return { nodes, weights, toEnd: (matrices.get(n) ?? remember(n, integrationMatrix(n, nodes, weights))).slice() }
}

/** More would take a second: the cost is cubic. */
const MOST_NODES = 256

/** Matrices made so far; callers get copies. */
const matrices = new Map<number, Float64Array>()

const remember = (n: number, matrix: Float64Array): Float64Array => {
  matrices.set(n, matrix)
  return matrix
}

const integrationMatrix = (n: number, nodes: Float64Array, weights: Float64Array): Float64Array => {
  const polynomials = Array.from(nodes, (x) => legendrePolynomials(n, 2 * x - 1))
  const toEnd = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const atNode = polynomials[i]!
    for (let j = 0; j < n; j++) {
      let sum = 1 - atNode[1]!
      for (let k = 1; k < n; k++) sum += (atNode[k - 1]! - atNode[k + 1]!) * polynomials[j]![k]!
      toEnd[i * n + j] = (weights[j]! * sum) / 2
    }
  }
  return toEnd
}

/** P₀(ξ) … P_n(ξ) by the three-term recurrence (DLMF 18.9.1). */
const legendrePolynomials = (n: number, xi: number): Float64Array => {
  const values = new Float64Array(n + 1)
  values[0] = 1
  values[1] = xi
  for (let k = 1; k < n; k++) values[k + 1] = ((2 * k + 1) * xi * values[k]! - k * values[k - 1]!) / (k + 1)
  return values
}
