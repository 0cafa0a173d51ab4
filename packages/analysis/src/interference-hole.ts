import { type CumulativeGaussRule, cumulativeGaussLegendre, gaussLegendre } from '@isacnet/quadrature'

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

/** θ at the ends of the panels: t = 2, 1, 1/2, 1/4, 0. */
const panelEnds = [2, 1, 1 / 2, 1 / 4, 0].map((t) => 2 * Math.acos(t / 2))

/** A rule for the integral of $a(t)\,dt$ over the whole hole region, 0 < t < 2. */
export const holeRule = (nodes: number): HolePoints => {
  const rule = gaussLegendre(nodes)
  return holePoints(
    rule.nodes.map((x) => Math.PI * x),
    rule.weights.map((weight) => Math.PI * weight),
  )
}

/** A rule in panels that integrates $f(t)a(t)\,dt$ from each of its nodes to 2 as well. */
export interface CumulativeHoleRule extends HolePoints {
  /** Writes $\int_{t_i}^2 f a\,dt$ into `sums`, given $f(t_i)$. */
  readonly integrateToEdge: (values: Float64Array, sums: Float64Array) => void
}

/** @param nodesPerPanel - of four panels, at t = 1, 1/2 and 1/4. */
export const cumulativeHoleRule = (nodesPerPanel: number): CumulativeHoleRule => {
  const rule: CumulativeGaussRule = cumulativeGaussLegendre(nodesPerPanel)
  const panels = panelEnds.slice(1).map((end, p) => ({ start: panelEnds[p]!, width: end - panelEnds[p]! }))
  const angles = panels.flatMap(({ start, width }) => Array.from(rule.nodes, (x) => start + width * x))
  const weights = panels.flatMap(({ width }) => Array.from(rule.weights, (weight) => width * weight))
  const points = holePoints(Float64Array.from(angles), Float64Array.from(weights))
  const density = Float64Array.from(points.measure, (measure, i) => measure / weights[i]!)
  const n = nodesPerPanel
  const integrand = new Float64Array(n)
  return {
    ...points,
    integrateToEdge: (values, sums) => {
      let above = 0
      panels.forEach(({ width }, p) => {
        const offset = p * n
        let panel = 0
        for (let j = 0; j < n; j++) {
          integrand[j] = values[offset + j]! * density[offset + j]! * width
          panel += integrand[j]! * rule.weights[j]!
        }
        for (let i = 0; i < n; i++) {
          let beyond = 0
          for (let j = 0; j < n; j++) beyond += rule.toEnd[i * n + j]! * integrand[j]!
          sums[offset + i] = above + panel - beyond
        }
        above += panel
      })
    },
  }
}

const holePoints = (angles: Float64Array, weights: Float64Array): HolePoints => ({
  distance: angles.map((theta) => 2 * Math.cos(theta / 2)),
  measure: angles.map((theta, i) => weights[i]! * 2 * Math.sin(theta) * (1 - theta / (2 * Math.PI))),
  within: angles.map((theta) => 1 + 2 * Math.cos(theta) - (theta * Math.cos(theta) - Math.sin(theta)) / Math.PI),
})
