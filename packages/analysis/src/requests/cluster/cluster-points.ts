import { gaussLegendre } from '@isacnet/quadrature'
import { madeOnce } from '../../rules/work/made-once.js'

/**
 * A rule for integrals over A, the mean number of interferers within a distance t in units of $(\pi\lambda)^{-1}$ and of the nearest
 * distance, that integrates from 0 to each of its nodes too.
 *
 * The n − 1 BSs of a cluster are ordered by distance. Given the outermost, at A, the j-th is the largest of j points with the law of those
 * within A, so that averages over all of them are nested means, {@link ClusterPoints.meanWithin}.
 */
export interface ClusterPoints {
  /** A, ascending. */
  readonly within: Float64Array
  /** t. */
  readonly distance: Float64Array
  /** dA with the weight of the rule. */
  readonly measure: Float64Array
  /** Index of the first node of the panels that begin where the hole ends; 0 where there is no hole. */
  readonly clearFrom: number
  /**
   * Writes $kA^{-k}\int_0^A f\,A'^{\,k-1}dA'$ at each node into `means`: the mean of f over the outermost of k points within A.
   */
  readonly meanWithin: (k: number, values: Float64Array, means: Float64Array) => void
}

/** One stretch of A, as a function of x in (0, 1). */
export interface Panel {
  readonly within: (x: number) => number
  /** dA/dx. */
  readonly slope: (x: number) => number
  readonly distance: (x: number) => number
}

/** @param panels - from A close to 0 to A so large that nothing is beyond. */
export const clusterPoints = (panels: readonly Panel[], nodes: number, holePanels: number): ClusterPoints => {
  const rule = gaussLegendre(nodes)
  const along = (f: (panel: Panel, x: number, weight: number) => number): Float64Array =>
    Float64Array.from(panels.flatMap((panel) => Array.from(rule.nodes, (x, i) => f(panel, x, rule.weights[i]!))))
  const within = along((panel, x) => panel.within(x))
  const matrices = madeOnce((k: number) => panels.map((panel) => panelMatrix(panel, rule.nodes, k)))
  return {
    within,
    distance: along((panel, x) => panel.distance(x)),
    measure: along((panel, x, weight) => weight * panel.slope(x)),
    clearFrom: holePanels * nodes,
    meanWithin: (k, values, means) => {
      const rows = matrices(k)
      // Towards A = 0, f is constant.
      let atStart = values[0]!
      for (let p = 0; p < panels.length; p++) {
        const { matrix, carry } = rows[p]!
        const offset = p * nodes
        for (let m = 0; m < nodes; m++) {
          let sum = carry[m]! * atStart
          for (let i = 0; i < nodes; i++) sum += matrix[m * nodes + i]! * values[offset + i]!
          means[offset + m] = sum
        }
        let sum = carry[nodes]! * atStart
        for (let i = 0; i < nodes; i++) sum += matrix[nodes * nodes + i]! * values[offset + i]!
        atStart = sum
      }
    },
  }
}

/** A panel's part of the means at its nodes and at its end: a matrix over the values on it, and the weight of the mean at its start. */
interface PanelMatrix {
  readonly matrix: Float64Array
  readonly carry: Float64Array
}

const panelMatrix = (panel: Panel, nodes: Float64Array, k: number): PanelMatrix => {
  const n = nodes.length
  const matrix = new Float64Array((n + 1) * n)
  const carry = new Float64Array(n + 1)
  const start = panel.within(0)
  const lagrange = lagrangePolynomials(nodes)
  for (let m = 0; m <= n; m++) {
    const end = m < n ? nodes[m]! : 1
    const area = panel.within(end)
    carry[m] = (start / area) ** k
    for (const [x, weight] of towards(end)) {
      const density = ((weight * k * panel.slope(x)) / area) * (panel.within(x) / area) ** (k - 1)
      if (density === 0) continue
      lagrange(x, density, matrix, m * n)
    }
  }
  return { matrix, carry }
}

/** A rule for (0, end) that crowds nodes towards the end, where the density of the outermost of many points has its mass. */
const towards = (end: number): readonly (readonly [x: number, weight: number])[] => {
  const { nodes, weights } = gaussLegendre(20)
  const points: [number, number][] = []
  let from = 0
  for (let piece = 0; piece < 9; piece++) {
    const to = piece === 8 ? end : end - (end - from) / 3
    for (let i = 0; i < nodes.length; i++) points.push([from + (to - from) * nodes[i]!, (to - from) * weights[i]!])
    from = to
  }
  return points
}

/** Adds multiples of the Lagrange polynomials of the nodes at x to a row. */
const lagrangePolynomials = (nodes: Float64Array) => {
  const n = nodes.length
  const signs = Float64Array.from(nodes, (x, i) => {
    let product = 1
    for (let j = 0; j < n; j++) if (j !== i) product *= x - nodes[j]!
    return 1 / product
  })
  const terms = new Float64Array(n)
  return (x: number, factor: number, row: Float64Array, offset: number): void => {
    let sum = 0
    for (let i = 0; i < n; i++) {
      const difference = x - nodes[i]!
      if (difference === 0) {
        row[offset + i]! += factor
        return
      }
      terms[i] = signs[i]! / difference
      sum += terms[i]!
    }
    for (let i = 0; i < n; i++) row[offset + i]! += (factor * terms[i]!) / sum
  }
}
