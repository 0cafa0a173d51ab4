import { assertNodes, type GaussRule, MOST_NODES } from './gauss-jacobi.js'

/**
 * The $n$-point Gauss–Legendre rule on (0, 1): $\sum_i w_i f(x_i) \approx \int_0^1 f(x)\,dx$. Made once for each n.
 *
 * Newton's method on $P_n(1-2y)$ from Tricomi's estimate of its zeros (DLMF 18.16.8), for y below 1/2 in differences of neighbouring
 * polynomials, so that y is accurate relative to itself; the other half is its mirror image. Accuracy: nodes and weights within 1e-14
 * of themselves.
 *
 * @example
 * const { nodes, weights } = gaussLegendre(3)
 * nodes.reduce((sum, x, i) => sum + weights[i] * x ** 5, 0).toFixed(12) // '0.166666666667'
 *
 * @param n - number of nodes, integer from 1 to 1024.
 * @throws {RangeError} outside that domain.
 */
export const gaussLegendre = (n: number): GaussRule => {
  const known = rules.get(n)
  if (known !== undefined) return { nodes: known.nodes.slice(), weights: known.weights.slice() }
  assertNodes('gaussLegendre', n, MOST_NODES)
  rules.set(n, legendreRule(n))
  return gaussLegendre(n)
}

/** Rules made so far; callers get copies. */
const rules = new Map<number, GaussRule>()

/** Newton's method doubles the digits of an estimate that has two at least. */
const STEPS = 5

const legendreRule = (n: number): GaussRule => {
  const nodes = new Float64Array(n)
  const weights = new Float64Array(n)
  for (let i = 0; i < Math.ceil(n / 2); i++) {
    const theta = (Math.PI * (i + 0.75)) / (n + 0.5)
    // (1 − x)/2 for x = (1 − (n−1)/8n³) cos θ
    let y = Math.sin(theta / 2) ** 2 + ((n - 1) / (16 * n ** 3)) * Math.cos(theta)
    let slope = 1
    for (let step = 0; step <= STEPS; step++) {
      let value = 1
      let difference = 0
      let previous = 1
      for (let k = 0; k < n; k++) {
        previous = value
        difference = (k * difference - 2 * (2 * k + 1) * y * value) / (k + 1)
        value += difference
      }
      // (1 − x²) P′, whose derivative vanishes at the node
      slope = n * (previous - (1 - 2 * y) * value)
      if (step < STEPS) y += (2 * y * (1 - y) * value) / slope
    }
    if (2 * i + 1 === n) y = 0.5
    const weight = (4 * y * (1 - y)) / slope ** 2
    nodes[i] = y
    weights[i] = weight
    nodes[n - 1 - i] = 1 - y
    weights[n - 1 - i] = weight
  }
  return { nodes, weights }
}
