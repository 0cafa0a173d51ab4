import type { NetworkParameters } from '@isacnet/model'
import { type CumulativeGaussRule, cumulativeGaussLegendre } from '@isacnet/quadrature'
import { madeOnce } from '../../rules/work/made-once.js'
import { distanceExcess } from '../../sensing/echo/echo-law.js'
import { interferersWithin } from '../../sensing/sensing-laplace-transform.js'
import { lnClutter } from '../../transforms/added-interference.js'
import { gainSeries, gainSums, interferenceSeries, type SeriesAt } from '../series/interference-series.js'
import { spendLawWork } from '../series/law-work.js'
import { nodesOfLevel } from '../series/levels.js'
import { multiplyByPower } from '../series/positive-series.js'
import type { AddedExponent, ClusterLaw, ShapePart } from './cluster-law.js'
import { type InterfererLaw, noiseAt, ratioPart } from './communication-cluster.js'
import { gradedEdges } from './graded-panels.js'

/**
 * The interference of {@link exactSensingRateBsCentric}: $\mathcal E = 1 + A(t) + S(s,t)$, averaged over the distance t of the last BS that nulls.
 * Beyond the hole, t > 2, that is a ratio $q = t^{-2}$ below 1/4, with $v = ut^2$ and $F(sq^{\alpha/2})$ as in communication; within it,
 * $v = u$ and the measure is $(Q-1)aA^{Q-2}dt$. For Q = 1, $\mathcal E = 1 + S(s,0)$.
 */
export const bsCentricCluster = (network: NetworkParameters, interferers: InterfererLaw): ClusterLaw => {
  const { sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const whole = wholeExponent(alpha, interferers.shape)
  const parts =
    Q === 1
      ? [unsharedPart(whole)]
      : [
          ratioPart(
            { clusterSize: Q, upper: 1 / 4, power: beta },
            interferenceSeries(interferers.shape, alpha),
            interferers,
            alpha,
            whole.at(mostLevel),
          ),
          holePart(Q, whole, interferers),
        ]
  return { shape: Q, parts, ...echo(network, interferers) }
}

/** The parts of a sensing law besides its cluster: echo, noise and clutter. */
export const echo = (
  network: NetworkParameters,
  interferers: InterfererLaw,
): Pick<ClusterLaw, 'lnScale' | 'distanceExcess' | 'added'> => {
  const { echoPathLossExponent: beta, baseStationDensity } = network
  const excess = distanceExcess(network)
  return {
    distanceExcess: excess,
    lnScale: -excess * Math.log(Math.PI * baseStationDensity),
    added: [...noiseAt(network, beta, interferers), ...clutterAt(network, interferers)],
  }
}

/** $u\chi'z^{1/\beta}$, see `clutterCoefficient`. */
const clutterAt = (network: NetworkParameters, { shape: K }: InterfererLaw): readonly AddedExponent[] => {
  const { pathLossExponent: alpha, echoPathLossExponent: beta, baseStationDensity } = network
  const coefficient = lnClutter(network)
  if (coefficient === Number.NEGATIVE_INFINITY) return []
  // that of lnClutter is of s^(1/β) in units of v^(α/2β)
  const lnCoefficient =
    coefficient + Math.log(K / network.usersPerCell) + (alpha / (2 * beta) - 1) * Math.log(Math.PI * baseStationDensity)
  return [{ lnCoefficient, ofZ: 1 / beta, ofU: 1 }]
}

/** Nodes in the hole, and what can be known of them before s is. */
interface HoleNodes {
  readonly nodesPerPanel: number
  /** $-\alpha\ln t$. */
  readonly lnPower: Float64Array
  /** $a(t)\,dt$ with the weight of the rule. */
  readonly measure: Float64Array
  /** A(t). */
  readonly within: Float64Array
}

const cumulativeRule = madeOnce((n: number): CumulativeGaussRule => cumulativeGaussLegendre(n))

/**
 * Gauss–Legendre panels in ω, $t = 2\sin(\omega/2)$, where $a\,dt = \sin\omega\,(1+\omega/\pi)\,d\omega$ is analytic and the rings of the
 * {@link HolePoints hole} end at ω = π.
 */
const holeNodes = (lnCentre: number, alpha: number, nodesPerPanel: number): HoleNodes => {
  const { nodes, weights } = cumulativeRule(nodesPerPanel)
  const edges = gradedEdges(lnCentre, alpha, 2, Number.NEGATIVE_INFINITY).map((t) => 2 * Math.asin(t / 2))
  const count = (edges.length - 1) * nodesPerPanel
  const lnPower = new Float64Array(count)
  const measure = new Float64Array(count)
  const within = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const panel = Math.floor(i / nodesPerPanel)
    const k = i % nodesPerPanel
    const width = edges[panel + 1]! - edges[panel]!
    const omega = edges[panel]! + width * nodes[k]!
    const t = 2 * Math.sin(omega / 2)
    lnPower[i] = -alpha * Math.log(t)
    measure[i] = weights[k]! * width * Math.sin(omega) * (1 + omega / Math.PI)
    within[i] = interferersWithin(Math.min(2, t))
  }
  return { nodesPerPanel, lnPower, measure, within }
}

/** Exponents of the hole's nodes: $W_k$ at each, and the whole. */
interface WholeExponent {
  /** Writes $4F(2^{-\alpha}s(1-w))-\int_0^2(1+s(1-w)t^{-\alpha})^{-K}a\,dt = 1+S(s,0)$ with a rule of a level. */
  readonly at: (level: number) => SeriesAt
  readonly nodes: (y: number, level: number) => HoleNodes
  readonly beyond: SeriesAt
  readonly gain: SeriesAt
}

const wholeExponent = (alpha: number, K: number): WholeExponent => {
  const series = interferenceSeries(K, alpha)
  const gain = gainSeries(K)
  const sums = gainSums(K)
  const grid = Math.min(0.5, 2 / alpha)
  const made = new Map<string, HoleNodes>()
  const nodes = (y: number, level: number): HoleNodes => {
    // Transforms change around (1+s t^−α)^K ≈ 2, from s t^−α = 1/K to 1.
    const lnCentre = Math.round((y + Math.log(Math.max(1, K)) / 2) / alpha / grid) * grid
    const key = `${level} ${lnCentre}`
    const known = made.get(key)
    if (known !== undefined) return known
    const rule = holeNodes(lnCentre, alpha, nodesOfLevel(level))
    made.set(key, rule)
    return rule
  }
  const beyond: SeriesAt = (y, n, f) => {
    series(y - alpha * Math.LN2, n, f)
    for (let k = 0; k <= n; k++) f[k]! *= 4
  }
  let w = new Float64Array(64)
  return {
    nodes,
    beyond,
    gain,
    at: (level) => (y, n, f) => {
      if (w.length <= n) w = new Float64Array(2 * n)
      beyond(y, n, f)
      const { lnPower, measure } = nodes(y, level)
      spendLawWork(measure.length * (n + 50))
      sums(lnPower, y, measure, n, w)
      f[0]! -= w[0]!
      for (let k = 1; k <= n; k++) f[k]! += w[k]!
    },
  }
}

/** Writes $1+S(s,0)$: the exponent of all BSs but the serving one. */
export const singleExponent = ({ pathLossExponent }: NetworkParameters, shape: number): SeriesAt =>
  wholeExponent(pathLossExponent, shape).at(mostLevel)

/** The level by which the whole is known where it is only a part of a factor. */
const mostLevel = 5

const unsharedPart = (whole: WholeExponent): ShapePart => {
  let f = new Float64Array(64)
  return {
    rule: 'plain',
    visit: (y, n, level, _between, visit) => {
      if (f.length <= n) f = new Float64Array(2 * n)
      whole.at(level)(y, n, f)
      visit(1, 0, f, undefined)
    },
  }
}

/**
 * The hole's part: $\mathcal E(t) = 4F(2^{-\alpha}s) - \int_t^2(1+sy^{-\alpha})^{-K}a\,dy$. With abandoned requests $A^{Q-2}$ becomes
 * $\bigl(A - p_a\int_0^t(1-(1+sy^{-\alpha})^{-K})a\,dy\bigr)^{Q-2}(1-p_a+p_a(1+st^{-\alpha})^{-K})$.
 */
const holePart = (Q: number, whole: WholeExponent, { abandonment }: InterfererLaw): ShapePart => ({
  rule: 'plain',
  visit: (y, n, level, _between, visit) => {
    const { nodesPerPanel: m, lnPower, measure, within } = whole.nodes(y, level)
    const { weights, toEnd } = cumulativeRule(m)
    const count = measure.length
    const outer = new Float64Array(n + 1)
    whole.beyond(y, n, outer)
    const gains = Array.from({ length: count }, (_, i) => {
      const w = new Float64Array(n + 1)
      whole.gain(y + lnPower[i]!, n, w)
      return w
    })
    spendLawWork(count * (n + 1) * (m + 4) + 100 * count)
    const toEdge = new Float64Array(n + 1)
    const f = new Float64Array(n + 1)
    const nodeSum = new Float64Array(n + 1)
    const total = new Float64Array(n + 1)
    for (let i = 0; i < count; i++) for (let k = 0; k <= n; k++) total[k]! += measure[i]! * gains[i]![k]!
    // Panel by panel from the edge inwards: what lies beyond a panel is complete.
    for (let start = count - m; start >= 0; start -= m) {
      for (let i = start; i < start + m; i++) {
        nodeSum.set(toEdge)
        for (let j = 0; j < m; j++) {
          const share = (toEnd[(i - start) * m + j]! / weights[j]!) * measure[start + j]!
          const w = gains[start + j]!
          for (let k = 0; k <= n; k++) nodeSum[k]! += share * w[k]!
        }
        f[0] = outer[0]! - nodeSum[0]!
        for (let k = 1; k <= n; k++) f[k] = Math.max(0, outer[k]! + nodeSum[k]!)
        const weight = (Q - 1) * measure[i]!
        if (abandonment === 0) visit(weight * within[i]! ** (Q - 2), 0, f, undefined)
        else {
          const between = new Float64Array(n + 1)
          const factor = gains[i]!.map((value) => abandonment * value)
          factor[0]! += 1 - abandonment
          for (let k = 0; k <= n; k++) between[k] = Math.max(0, abandonment * (total[k]! - nodeSum[k]!))
          between[0]! += (1 - abandonment) * within[i]!
          multiplyByPower(factor, between, Q - 2, n)
          visit(weight, 0, f, factor)
        }
      }
      for (let j = 0; j < m; j++) for (let k = 0; k <= n; k++) toEdge[k]! += measure[start + j]! * gains[start + j]![k]!
    }
  },
})
