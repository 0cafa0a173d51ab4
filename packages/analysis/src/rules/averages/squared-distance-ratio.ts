import { type GaussRule, gaussLegendre } from '@isacnet/quadrature'

/**
 * A rule for the law of the squared ratio $q = \eta^2 = (r_1/r_n)^2$ of the distances to the nearest and the n-th nearest
 * point of a PPP, which is Beta$(1, n-1)$ (Zhang and Haenggi 2014, Lemma 3), restricted to $q <$ `upper`:
 *
 * $$\sum_i w_i f(q_i) \approx \int_0^{\mathrm{upper}} f(q)\,(n-1)(1-q)^{n-2}\,dq.$$
 *
 * Rates behave at $q \to 0$ as $\ln q$ and non-integer powers of q. The substitution $q = \mathrm{upper}\cdot s^5$ makes that smooth
 * enough for Gauss–Legendre in s to converge as fast as the rest requires.
 *
 * @param clusterSize - n ≥ 2.
 * @param nodes - number of nodes.
 * @param upper - in (0, 1]; default 1.
 */
export const squaredDistanceRatioRule = (clusterSize: number, nodes: number, upper = 1): GaussRule => {
  const rule = gaussLegendre(nodes)
  const q = Float64Array.from(rule.nodes, (s) => upper * s ** 5)
  const weights = rule.weights.map(
    (weight, i) => weight * 5 * upper * rule.nodes[i]! ** 4 * (clusterSize - 1) * (1 - q[i]!) ** (clusterSize - 2),
  )
  return { nodes: q, weights }
}

/**
 * Whether the rule above is good for a signal that saturates at this $q$: its nodes lie on the scale of $q^{1/5}$, so that it can't resolve what happens
 * where the distances differ by orders of magnitude.
 */
export const resolvesRatio = (lnRatio: number): boolean => lnRatio > -6
