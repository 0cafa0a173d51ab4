import type { Network } from '@isacnet/model'

/**
 * Interference from beyond a distance, in units of $\lambda^{\alpha/2}$, by Campbell's theorem for a PPP whose points have gains of
 * mean K: with $e=\lambda r^2$ its mean is $\pi K e^{1-\alpha/2}/(\alpha/2-1)$ and its variance $\pi\,\mathrm E[h^2]\,e^{1-\alpha}/(\alpha-1)$,
 * where $\mathrm E[h^2]\le K^2+K(1+\frac{K-1}2)$, the variance of h being greatest where a BS uses all antennas.
 */
export const farInterference = (
  edge: number,
  { usersPerCell: K, pathLossExponent: alpha }: Network,
): { readonly mean: number; readonly variance: number } => ({
  mean: (Math.PI * K * edge ** (1 - alpha / 2)) / (alpha / 2 - 1),
  variance: (Math.PI * (K * K + (K * (K + 1)) / 2) * edge ** (1 - alpha)) / (alpha - 1),
})
