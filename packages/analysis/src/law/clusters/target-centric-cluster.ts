import type { NetworkParameters } from '@isacnet/model'
import { gaussLegendre } from '@isacnet/quadrature'
import { madeOnce } from '../../rules/work/made-once.js'
import { gainSums, interferenceSeries } from '../series/interference-series.js'
import { spendLawWork } from '../series/law-work.js'
import { nodesOfLevel, stepOfLevel } from '../series/levels.js'
import { multiplyByPower } from '../series/positive-series.js'
import { bsCentricCluster, echo, singleExponent } from './bs-centric-cluster.js'
import type { ClusterLaw, ShapePart } from './cluster-law.js'
import type { InterfererLaw } from './communication-cluster.js'
import { gradedEdges } from './graded-panels.js'
import { type RatioAverage, visitRatios } from './ratio-lattice.js'

/**
 * The interference of {@link exactSensingRateTargetCentric}: $v = \pi\lambda r_Q^2 \sim \Gamma(Q,1)$, $q = \eta^2 \sim$ Beta(1, Q − 1), and, with
 * $\zeta = sq^{\alpha/2}$,
 *
 * $$\mathcal E = (1+\eta)^2F\bigl(\zeta(1+\eta)^{-\alpha}\bigr) - \int_{1-\eta}^{1+\eta}(1+\zeta\rho^{-\alpha})^{-K}\,2\rho f\,d\rho.$$
 *
 * With abandoned requests $(1-q)^{Q-2}$ becomes $(1-q-p_a[qS(s,0)-(\mathcal E-1)])^{Q-2}$, times $1-p_a+p_a(1+\zeta\rho^{-\alpha})^{-K}$ averaged over the
 * circle of radius $r_Q$ around the target.
 */
export const targetCentricCluster = (network: NetworkParameters, interferers: InterfererLaw): ClusterLaw => {
  if (network.sensingClusterSize === 1) return bsCentricCluster(network, interferers)
  return { shape: network.sensingClusterSize, parts: [discPart(network, interferers)], ...echo(network, interferers) }
}

const rule = madeOnce(gaussLegendre)

/** Where the rings around the serving BS meet the disc around the target. */
interface RingNodes {
  /** $-\alpha\ln\rho$. */
  readonly lnPower: Float64Array
  /** $2\rho f\,d\rho$ with the weight of the rule. */
  readonly measure: Float64Array
  /** The share $d\theta/\pi$ of the circle. */
  readonly circle: Float64Array
}

/**
 * In the angle ε at the target, from the direction of the serving BS: $\rho^2 = (1-\eta)^2+4\eta\sin^2(\varepsilon/2)$,
 * $\rho\,d\rho = \eta\sin\varepsilon\,d\varepsilon$, of which the share outside the disc is that of the angles beyond ψ at the BS,
 * $\tan\psi = \sin\varepsilon/(\eta-\cos\varepsilon)$.
 */
const ringNodes = (eta: number, gap: number, lnCentre: number, alpha: number, nodesPerPanel: number): RingNodes => {
  const { nodes, weights } = rule(nodesPerPanel)
  const lnGap = Math.log(gap)
  const edges = gradedEdges(Math.max(lnCentre, lnGap), alpha, Math.PI, lnGap - 1.5)
  const count = (edges.length - 1) * nodesPerPanel
  const lnPower = new Float64Array(count)
  const measure = new Float64Array(count)
  const circle = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const panel = Math.floor(i / nodesPerPanel)
    const k = i % nodesPerPanel
    const width = edges[panel + 1]! - edges[panel]!
    const epsilon = edges[panel]! + width * nodes[k]!
    const half = Math.sin(epsilon / 2)
    const sine = Math.sin(epsilon)
    lnPower[i] = (-alpha / 2) * Math.log(gap * gap + 4 * eta * half * half)
    // η − cos ε without cancellation
    const psi = Math.atan2(sine, 2 * half * half - gap)
    circle[i] = (weights[k]! * width) / Math.PI
    measure[i] = weights[k]! * width * 2 * eta * sine * (1 - psi / Math.PI)
  }
  return { lnPower, measure, circle }
}

const discPart = (network: NetworkParameters, { shape: K, signalShape, abandonment }: InterfererLaw): ShapePart => {
  const { sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const ratio: RatioAverage = {
    clusterSize: Q,
    upper: 1,
    power: beta,
    lnTransition: Math.log(signalShape) - Math.log(K),
    lnSmallest: Math.max(0, (2 / alpha) * Math.log(K)),
  }
  const series = interferenceSeries(K, alpha)
  const sums = gainSums(K)
  const single = singleExponent(network, K)
  return {
    rule: 'plain',
    visit: (y, n, level, _between, visit) => {
      const f = new Float64Array(n + 1)
      const w = new Float64Array(n + 1)
      const factor = new Float64Array(n + 1)
      const betweens = new Float64Array(n + 1)
      const total = new Float64Array(n + 1)
      visitRatios(ratio, y, stepOfLevel(level), false, (lnQ, rest, weight) => {
        const eta = Math.exp(lnQ / 2)
        const gap = rest / (1 + eta)
        const lnZeta = y + beta * lnQ
        const lnOuter = Math.log1p(eta)
        series(lnZeta - alpha * lnOuter, n, f)
        for (let k = 0; k <= n; k++) f[k]! *= (1 + eta) ** 2
        const lnCentre = (lnZeta + Math.log(Math.max(1, K)) / 2) / alpha
        const { lnPower, measure, circle } = ringNodes(eta, gap, lnCentre, alpha, nodesOfLevel(level))
        spendLawWork(measure.length * (n + 150))
        sums(lnPower, lnZeta, measure, n, w)
        f[0]! -= w[0]!
        for (let k = 1; k <= n; k++) f[k]! += w[k]!
        if (abandonment === 0) {
          visit(weight * rest ** (Q - 2), lnQ, f, undefined)
          return
        }
        const q = Math.exp(lnQ)
        single(lnZeta - (alpha / 2) * lnQ, n, total)
        for (let k = 1; k <= n; k++) betweens[k] = Math.max(0, abandonment * (q * total[k]! - f[k]!))
        betweens[0] = Math.max(0, rest - abandonment * (q * (total[0]! - 1) - (f[0]! - 1)))
        sums(lnPower, lnZeta, circle, n, factor)
        for (let k = 0; k <= n; k++) factor[k]! *= abandonment
        factor[0]! += 1 - abandonment
        multiplyByPower(factor, betweens, Q - 2, n)
        visit(weight, lnQ, f, factor)
      })
    },
  }
}
