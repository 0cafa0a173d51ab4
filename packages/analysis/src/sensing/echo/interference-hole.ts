import { cumulativeGaussLegendre, gaussLegendre } from '@isacnet/quadrature'
import { madeOnce } from '../../rules/work/made-once.js'

/**
 * The interference hole (Fig. 2 of the paper): no BS is closer to the target than the one that serves it, at distance 1.
 *
 * A ring of radius t < 2 around the serving BS meets the unit disc around the target in an arc, where there is nobody. With
 * $t = 2\cos(\theta/2)$ the arc ends at the angle θ seen from the target, and the density of interferers, relative to
 * $\pi\lambda R^2$, is
 *
 * $$a(t)\,dt = 2t\Bigl(1-\frac{1}{\pi}\arccos\frac t2\Bigr)dt = 2\sin\theta\Bigl(1-\frac{\theta}{2\pi}\Bigr)d\theta,$$
 *
 * which is analytic in θ, from 0 (t = 2) to π (t = 0). Their number within t has the mean $A(t)$; $A(2) = 3$.
 */
export interface HolePoints {
  /** t, descending from 2 to 0. */
  readonly distance: Float64Array
  /** $a(t)\,dt$ with the weight of the rule. */
  readonly measure: Float64Array
  /** $A(t)$. */
  readonly within: Float64Array
}

/**
 * A rule for the integral of $a(t)\,dt$ over the whole hole region, 0 < t < 2: Gauss–Legendre in $v$ with
 * $\theta = \pi(1-(1-v)^2)$, which crowds nodes towards t = 0, where transforms behave as non-integer powers of t.
 */
export const holeRule = madeOnce((nodes: number): HolePoints => {
  const rule = gaussLegendre(nodes)
  return holePoints(
    rule.nodes.map((v) => Math.PI * (1 - (1 - v) ** 2)),
    rule.weights.map((weight, i) => weight * Math.PI * 2 * (1 - rule.nodes[i]!)),
  )
})

/** A rule in two panels that integrates $f(t)a(t)\,dt$ from each of its nodes to 2 as well. */
export interface CumulativeHoleRule extends HolePoints {
  /** Writes $\int_{t_i}^2 f a\,dt$ into `sums`, given $f(t_i)$. */
  readonly integrateToEdge: (values: Float64Array, sums: Float64Array) => void
}

/** Where the panels meet. */
const seam = 0.8

/** @param nodesPerPanel - the number of nodes in the two panels, 2 > t > 0.8 and 0.8 > t > 0. */
export const cumulativeHoleRule = madeOnce((nodesPerPanel: number): CumulativeHoleRule => {
  const n = nodesPerPanel
  const rule = cumulativeGaussLegendre(n)
  const middle = 2 * Math.acos(seam / 2)
  const starts = [0, middle]
  const widths = [middle, Math.PI - middle]
  const angles = new Float64Array(2 * n)
  const weights = new Float64Array(2 * n)
  for (let k = 0; k < 2 * n; k++) {
    const panel = k < n ? 0 : 1
    angles[k] = starts[panel]! + widths[panel]! * rule.nodes[k % n]!
    weights[k] = widths[panel]! * rule.weights[k % n]!
  }
  const points = holePoints(angles, weights)
  // What lies between a node and the start of its panel, as a sum over the panel's values, row by row.
  const fromStart = new Float64Array(2 * n * n)
  for (let k = 0; k < 2 * n; k++)
    for (let j = 0; j < n; j++) {
      const other = k < n ? j : n + j
      const share = 1 - rule.toEnd[(k % n) * n + j]! / rule.weights[j]!
      fromStart[k * n + j] = points.measure[other]! * share
    }
  return {
    ...points,
    integrateToEdge: (values, sums) => {
      let firstPanel = 0
      for (let j = 0; j < n; j++) firstPanel += points.measure[j]! * values[j]!
      for (let k = 0; k < 2 * n; k++) {
        const offset = k < n ? 0 : n
        let sum = k < n ? 0 : firstPanel
        for (let j = 0; j < n; j++) sum += fromStart[k * n + j]! * values[offset + j]!
        sums[k] = sum
      }
    },
  }
})

const holePoints = (angles: Float64Array, weights: Float64Array): HolePoints => ({
  distance: angles.map((theta) => 2 * Math.cos(theta / 2)),
  measure: angles.map((theta, i) => weights[i]! * 2 * Math.sin(theta) * (1 - theta / (2 * Math.PI))),
  within: angles.map((theta) => 1 + 2 * Math.cos(theta) - (theta * Math.cos(theta) - Math.sin(theta)) / Math.PI),
})
