import type { NetworkParameters } from '@isacnet/model'
import { gaussLegendre } from '@isacnet/quadrature'
import { echoLaw } from './echo-law.js'
import { vanishingTransform, weightedGammaTransform } from './gamma-transform.js'
import { interferenceFunction } from './interference-function.js'
import { inversePower } from './inverse-power.js'
import { madeOnce } from './made-once.js'
import { type Rate, rateByTwoRules } from './rate.js'
import { singleCellSensingRate } from './single-cell-sensing.js'
import { squaredDistanceRatioRule } from './squared-distance-ratio.js'

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
  const interference = interferenceFunction(K, alpha)
  const saturated = vanishingTransform(K)
  /** 1 + η²S̃ at ζ. */
  const clusterExponent = (
    { outerArea, outerPower, measure, ringPower, linearBelow, slope }: Annulus,
    zeta: number,
  ) => {
    if (zeta < linearBelow) return 1 + slope * zeta
    const outer = outerArea * interference(zeta * outerPower)
    if (zeta * outerPower > saturated) return outer
    return outer - weightedGammaTransform(measure, ringPower, zeta, K)
  }
  return rateByTwoRules((nodes) => {
    const echo = echoLaw(network, Q, nodes)
    const { nodes: q, weights } = squaredDistanceRatioRule(Q, nodes)
    const power = q.map((value) => value ** (-alpha / 2))
    const annuli = ringsFor(nodes).map((rings) => annulus(rings, K, alpha))
    return (x) => {
      const zeta = Math.exp(x)
      const added = echo.addedExponent(zeta)
      let sum = 0
      for (let j = 0; j < power.length; j++) {
        const exponent = clusterExponent(annuli[j]!, zeta) + added
        sum += weights[j]! * inversePower(exponent, Q) * echo.mean(zeta * power[j]!, exponent / q[j]!)
      }
      return sum
    }
  }, relativeTolerance)
}

/** The rings around a BS at distance η from the target that the unit disc around the target cuts. */
interface Rings {
  readonly eta: number
  /** $2\rho f(\rho)\,d\rho$ with the weight of the rule. */
  readonly measure: Float64Array
  /** $\rho^2$. */
  readonly squaredDistance: Float64Array
}

/**
 * With θ the angle at the target, $\rho^2 = 1+\eta^2+2\eta\cos\theta$, $\rho\,d\rho = -\eta\sin\theta\,d\theta$, and the ring is outside the
 * disc for the angles ψ to π at the BS, $\tan\psi = \sin\theta/(\eta+\cos\theta)$: all analytic in θ.
 */
const ringsAt = (eta: number, nodes: number): Rings => {
  const rule = gaussLegendre(Math.ceil(nodes * (0.25 + 0.75 * eta)))
  const angles = rule.nodes.map((x) => Math.PI * x)
  return {
    eta,
    measure: angles.map((theta, i) => {
      const psi = Math.atan2(Math.sin(theta), eta + Math.cos(theta))
      return Math.PI * rule.weights[i]! * 2 * eta * Math.sin(theta) * (1 - psi / Math.PI)
    }),
    squaredDistance: angles.map((theta) => 1 + eta * eta + 2 * eta * Math.cos(theta)),
  }
}

/** The rings for every node of the squared ratio's rule, whose nodes are the same for each Q. */
const ringsFor = madeOnce((nodes: number): readonly Rings[] =>
  Array.from(squaredDistanceRatioRule(2, nodes).nodes, (q) => ringsAt(Math.sqrt(q), nodes)),
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
