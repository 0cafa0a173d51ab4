import { gaussLegendre } from '@isacnet/quadrature'

/**
 * Nodes for means over the correlation ρ of zero-forced beams, $\rho^2 \sim$ Beta(1, D): in $\sqrt\rho$, since ρ is small where D is large.
 */
const rule = gaussLegendre(32)

/** ρ. */
export const correlations: readonly number[] = Array.from(rule.nodes, (t) => t * t)

/** The weights of an integral over ρ. */
const measures = Array.from(rule.nodes, (t, i) => 2 * t * rule.weights[i]!)

/**
 * Weights at {@link correlations} of the law of ρ where the diversity order is D with probability `orders[D]`: its density is
 * $\sum_D \mathrm P(D)\,2\rho D(1-\rho^2)^{D-1}$.
 */
export const correlationWeights = (orders: Float64Array): Float64Array =>
  Float64Array.from(correlations, (rho, i) => {
    const rest = 1 - rho * rho
    let density = 0
    for (let D = orders.length - 1; D > 0; D--) density = density * rest + orders[D]! * D
    return density * 2 * rho * measures[i]!
  })

/** The larger eigenvalue of the beams' Gram matrix in the model with two: $1 + (K-1)\rho$ once and $1 - \rho$ for the others. */
export const largeEigenvalue = (usersPerCell: number, rho: number): number => 1 + (usersPerCell - 1) * rho
