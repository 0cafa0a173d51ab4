import { gaussLegendre } from '@isacnet/quadrature'

/** The rings around a BS at distance η from the target that the unit disc around the target cuts. */
export interface Rings {
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
export const ringsAt = (eta: number, nodes: number): Rings => {
  const rule = gaussLegendre(nodes)
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
