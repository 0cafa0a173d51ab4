import type { NetworkParameters } from '@isacnet/model'
import { lnGamma } from '@isacnet/special-functions'
import { gammaLawStep, precisionOf } from '../../rules/averages/gamma-law.js'
import { logConcaveSum } from '../../rules/averages/log-concave-sum.js'
import { squaredDistanceRatioRule } from '../../rules/averages/squared-distance-ratio.js'
import { type Rate, rateByTwoRules, rateStep, separateRules } from '../../rules/rate.js'
import { madeOnce } from '../../rules/work/made-once.js'
import { spendWork } from '../../rules/work/work.js'
import { addedNoiseAndClutter } from '../../transforms/added-interference.js'
import { decayingSum, exponentialLattice } from '../../transforms/exponential-lattice.js'
import {
  gammaTransformComplement,
  vanishingTransform,
  weightedGammaTransform,
} from '../../transforms/gamma-transform.js'
import {
  type InterferenceFunction,
  interferenceFunction,
  interferenceScale,
} from '../../transforms/interference-function.js'
import { inversePower } from '../../transforms/inverse-power.js'
import {
  type ClearSignal,
  clearSignal,
  closedClutter,
  distanceExcess,
  echoOffset,
  echoScales,
} from '../echo/echo-law.js'
import { type Rings, ringsAt } from './rings.js'
import { singleCellSensingRate } from './single-cell-sensing.js'

/**
 * The exact radar information rate when the Q BSs nearest to the *target* form the cluster (what Section II of the paper says):
 * interferers are the PPP outside the disc of radius $r_Q = R/\eta$ around the target, seen from the serving BS at distance R
 * from its centre. With $v = \pi\lambda r_Q^2 \sim \Gamma(Q,1)$ independent of η, and $u = v\eta^2$,
 *
 * $$R_s = \int\frac{ds}{s}\int_0^1 2(Q-1)\eta(1-\eta^2)^{Q-2}\,(1+\eta^2\tilde S(s,1/\eta))^{-Q}\;\mathrm E_w[\cdot]\,d\eta,$$
 *
 * $\tilde S(s,w) = \int (1-(1+sy^{-\alpha})^{-K})\,2yf(y)\,dy$, where f is the share of the ring of radius y around the BS that lies
 * outside the disc of radius w around the target. In units of $r_Q$, with $\zeta = s\eta^\alpha$,
 *
 * $$1+\eta^2\tilde S = (1+\eta)^2F\bigl(\zeta(1+\eta)^{-\alpha}\bigr) - \int_{1-\eta}^{1+\eta}(1+\zeta\rho^{-\alpha})^{-K}\,2\rho f\,d\rho.$$
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const exactSensingRateTargetCentric = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha } = network
  if (Q === 1) return singleCellSensingRate(network, relativeTolerance)
  const scales = echoScales(network, [interferenceScale(K, alpha, Q)], Math.log(Q))
  const precision = precisionOf(relativeTolerance)
  const signal = clearSignal(network, Q, precision)
  return rateByTwoRules(
    separateRules((nodes) =>
      signal === undefined ? openIntegrand(network, nodes, precision) : clearIntegrand(network, nodes, signal),
    ),
    scales,
    relativeTolerance,
    { fewestNodes: 40, mostNodes: 256 },
  )
}

/** The integrand where v is averaged over in closed form or in the signal alone. */
const clearIntegrand = (network: NetworkParameters, nodes: number, signal: ClearSignal): ((x: number) => number) => {
  const { sensingClusterSize: Q, echoPathLossExponent: beta } = network
  const exponentAt = clusterExponents(network, nodes)
  const clutter = closedClutter(network)
  const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes)
  const lnEchoPower = q.map((value) => -beta * Math.log(value))
  return (x) => {
    const zeta = Math.exp(x)
    const added = clutter(zeta)
    let sum = 0
    for (let j = 0; j < q.length; j++) {
      const exponent = exponentAt(j, zeta) + added
      sum += weights[j]! * inversePower(exponent, Q) * signal.at(x, exponent, lnEchoPower[j]!)
    }
    return sum
  }
}

/**
 * Otherwise v is averaged over last: noise and clutter depend on ζ and v only, and the signal, at
 * $c\zeta(\pi\lambda/v)^{\beta-\alpha/2}\eta^{-2\beta}$, has the weight $v^{Q-1}e^{-v(1+\eta^2\tilde S)}/(Q-1)!$.
 *
 * The step in ln v is such that the signal is asked for at few points: those of a lattice in $\ln\zeta-(\beta-\alpha/2)\ln v$.
 */
const openIntegrand = (network: NetworkParameters, nodes: number, precision: number): ((x: number) => number) => {
  const { usersPerCell: K, sensingClusterSize: Q, echoPathLossExponent: beta } = network
  const exponentAt = clusterExponents(network, nodes)
  const added = addedNoiseAndClutter(network)
  const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes)
  const excess = distanceExcess(network)
  const sufficient = gammaLawStep(Q, Math.min(added.strip, Math.PI / (2 * Math.abs(excess))), precision)
  const step = commensurate(sufficient * Math.abs(excess), rateStep) / Math.abs(excess) || sufficient
  const signals = weightedSignals(
    weights,
    q.map((value) => value ** -beta),
    K,
  )
  const offset = echoOffset(network)
  const v = exponentialLattice(step)
  const addedOnLattice = added.onLattice(step)
  const exponents = new Float64Array(q.length)
  const constant = Math.log(step) - lnGamma(Q)
  let mode = Math.round(Math.log(Q) / step)
  return (x) => {
    const zeta = Math.exp(x)
    let least = Number.POSITIVE_INFINITY
    let greatest = 0
    for (let i = 0; i < exponents.length; i++) {
      exponents[i] = exponentAt(i, zeta)
      least = Math.min(least, exponents[i]!)
      greatest = Math.max(greatest, exponents[i]!)
    }
    for (let i = 0; i < exponents.length; i++) exponents[i]! -= least
    const spread = greatest - least
    const addedAt = addedOnLattice(x, 0)
    const sum = logConcaveSum(
      (j) => {
        spendWork(exponents.length / 8)
        const row = signals.row(x + offset - excess * step * j)
        const vj = v(j)
        const mean =
          vj * spread < 1e-15
            ? signals.values()[row + exponents.length]!
            : decayingSum(signals.values(), row, exponents, vj, spread)
        return Q * step * j - vj * least + Math.log(mean) - addedAt(j)
      },
      mode,
      precision,
    )
    mode = sum.mode
    return Math.exp(constant + sum.logarithm)
  }
}

/** The largest multiple of unit/b, b ≤ 16, that is at most `length` and not much less, for the smallest b; 0 if there is none. */
const commensurate = (length: number, unit: number): number => {
  for (let b = 1; b <= 16; b++) {
    const multiple = (Math.floor((length * b) / unit) * unit) / b
    if (multiple >= 0.8 * length) return multiple
  }
  return 0
}

/** Rows of the products $w_i(1-(1+e^yx_i)^{-K})$ with their sum at the end, remembered for each y. */
const weightedSignals = (weights: Float64Array, points: Float64Array, K: number) => {
  const n = weights.length
  const length = n + 1
  const starts = new Map<number, number>()
  let values = new Float64Array(64 * length)
  return {
    /** Where the row for y starts in the values. */
    row: (y: number): number => {
      // Far closer than points of a lattice are, far wider than they are rounded.
      const key = Math.round(y * 2 ** 30)
      const known = starts.get(key)
      if (known !== undefined) return known
      const start = Math.min(starts.size, mostRows) * length
      if (start === values.length) {
        const longer = new Float64Array(2 * values.length)
        longer.set(values)
        values = longer
      }
      const z = Math.exp(y)
      let sum = 0
      for (let i = 0; i < n; i++) {
        values[start + i] = weights[i]! * gammaTransformComplement(z * points[i]!, K)
        sum += values[start + i]!
      }
      values[start + n] = sum
      if (starts.size < mostRows) starts.set(key, start)
      return start
    },
    values: (): Float64Array => values,
  }
}

/** Rows that are remembered; one more is made anew each time. */
const mostRows = 2 ** 14 - 1

/** $1+\eta^2\tilde S$ at ζ for each node of the rule for η². */
const clusterExponents = (
  { usersPerCell: K, pathLossExponent: alpha }: NetworkParameters,
  nodes: number,
): ((node: number, zeta: number) => number) => {
  const interference: InterferenceFunction = interferenceFunction(K, alpha)
  const saturated = vanishingTransform(K)
  const annuli = ringsFor(nodes).map((rings) => annulus(rings, K, alpha))
  return (node, zeta) => {
    const { outerArea, outerPower, measure, ringPower, linearBelow, slope } = annuli[node]!
    if (zeta < linearBelow) return 1 + slope * zeta
    spendWork(ringPower.length / 8)
    const outer = outerArea * interference(zeta * outerPower)
    if (zeta * outerPower > saturated) return outer
    return outer - weightedGammaTransform(measure, ringPower, zeta, K)
  }
}

/** The rings for every node of the squared ratio's rule, whose nodes are the same for each Q. */
const ringsFor = madeOnce((nodes: number): readonly Rings[] =>
  Array.from(squaredDistanceRatioRule(2, nodes).nodes, (q) => {
    const eta = Math.sqrt(q)
    return ringsAt(eta, Math.ceil(nodes * (0.25 + 0.75 * eta)))
  }),
)

/** Rings whose distances have been raised to $-\alpha$. */
interface Annulus {
  readonly measure: Float64Array
  /** $\rho^{-\alpha}$. */
  readonly ringPower: Float64Array
  /** (1+η)². */
  readonly outerArea: number
  /** (1+η)^{−α}. */
  readonly outerPower: number
  /** Below it, $1+\eta^2\tilde S = 1 + $ slope·ζ to 1e-12. */
  readonly linearBelow: number
  readonly slope: number
}

const annulus = ({ eta, measure, squaredDistance }: Rings, K: number, alpha: number): Annulus => {
  const outerArea = (1 + eta) ** 2
  const outerPower = (1 + eta) ** -alpha
  const ringPower = squaredDistance.map((square) => square ** (-alpha / 2))
  let sum = 0
  let greatest = 0
  for (let i = 0; i < ringPower.length; i++) {
    sum += measure[i]! * ringPower[i]!
    greatest = Math.max(greatest, ringPower[i]!)
  }
  return {
    measure,
    ringPower,
    outerArea,
    outerPower,
    linearBelow: 1e-6 / (K * greatest),
    // F has the slope Kδ/(1−δ) at 0, δ = 2/α.
    slope: K * ((outerArea * outerPower * 2) / (alpha - 2) + sum),
  }
}
