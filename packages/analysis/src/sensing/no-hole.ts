import type { NetworkParameters } from '@isacnet/model'
import { beta as betaFunction } from '@isacnet/special-functions'
import { type MethodDefinition, whereFeasible } from '../method/method.js'
import { precisionOf } from '../rules/averages/gamma-law.js'
import { lnSignalOfGammaFactors } from '../rules/averages/mean-signal.js'
import { integrateRate, type Rate } from '../rules/rate.js'
import { separableIntegrand } from '../rules/separable-rate.js'
import { chebyshevTable } from '../rules/work/chebyshev-table.js'
import { addedNoiseAndClutter } from '../transforms/added-interference.js'
import { interferenceFunction, interferenceScale } from '../transforms/interference-function.js'
import { echoOffset, echoScales, openEcho } from './echo/echo-law.js'

/**
 * The radar information rate without the interference hole, as the benchmark of Fig. 7: the serving BS sees a homogeneous PPP
 * around it, whatever its distance to the target, so $a(t) = 2t$ and $A(t) = t^2$ in place of the exact ones. It underestimates
 * the rate, because BSs that can't exist interfere.
 *
 * For Q = 1, $1+S = 1 + K B(1-\delta, K+\delta)\,s^\delta$ with δ = 2/α. For Q ≥ 2 (bs-centric clusters) the distance of the (Q−1)-th
 * nearest BS is independent of R: {@link clusterWithoutHole}.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
const noHole = (network: NetworkParameters, relativeTolerance: number): Rate => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha } = network
  if (Q > 1) return clusterWithoutHole(network, Q - 1, relativeTolerance)
  const delta = 2 / alpha
  const plane = K * betaFunction(1 - delta, K + delta)
  const integrand = openEcho(network, (s) => 1 + plane * s ** delta, precisionOf(relativeTolerance))
  return integrateRate(
    integrand,
    echoScales(network, [-Math.log(plane) / delta, interferenceScale(K, alpha, 1)]),
    relativeTolerance,
  )
}

/**
 * The rate when the serving BS, at distance R from the target, sees a PPP beyond its n-th nearest neighbour, whose distance r has
 * $v = \pi\lambda r^2 \sim \Gamma(n, 1)$ independent of $u = \pi\lambda R^2 \sim \mathrm{Exp}(1)$. With $\zeta = zR^{2\beta}r^{-\alpha}$,
 *
 * $$R_s = \int\frac{d\zeta}{\zeta}\;\mathrm E_v\Bigl[e^{-v(F(\zeta)-1)-N(\zeta,v)}\;S\bigl(c(\pi\lambda)^{\beta-\alpha/2}\zeta v^{\alpha/2}\bigr)\Bigr],
 *   \qquad S(y) = \mathrm E_u\bigl[1-(1+yu^{-\beta})^{-K}\bigr],$$
 *
 * N being what {@link AddedInterference noise and clutter} add.
 *
 * @param neighbour - n ≥ 1.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
export const clusterWithoutHole = (network: NetworkParameters, neighbour: number, relativeTolerance: number): Rate => {
  const { usersPerCell: K, pathLossExponent: alpha } = network
  const interference = interferenceFunction(K, alpha)
  const precision = precisionOf(relativeTolerance)
  const added = addedNoiseAndClutter(network)
  const offset = echoOffset(network)
  const target = { shape: 1, power: -network.echoPathLossExponent }
  const lnExponent = (x: number): number => Math.log(interference(Math.exp(x)))
  // Two laws share a lattice where their steps are alike.
  const alike = Math.abs(Math.log(network.echoPathLossExponent) - Math.log(alpha / 2)) < 3
  const integrand =
    added.none && alike
      ? clearIntegrand(
          neighbour,
          lnExponent,
          lnSignalOfGammaFactors(K, [target, { shape: neighbour, power: alpha / 2 }], precision),
          alpha / 2,
          offset,
        )
      : separableIntegrand({
          shape: neighbour,
          lnExponent,
          lnSignal: chebyshevTable(lnSignalOfGammaFactors(K, [target], precision)),
          signalGrowth: alpha / 2,
          signalOffset: offset,
          added,
          precision,
        })
  const scales = echoScales(network, [interferenceScale(K, alpha, neighbour)], Math.log(neighbour))
  return integrateRate(integrand, scales, relativeTolerance)
}

/** The row of the rate without the hole. */
export const sensingWithoutHole = {
  method: 'no-hole',
  title: 'without the hole',
  milliseconds: 4,
  rate: whereFeasible(noHole),
} as const satisfies MethodDefinition

/** Without noise and clutter v is in the signal only: $\mathcal E^{-n}$ times the signal's mean over $w = v\mathcal E$ as well. */
const clearIntegrand =
  (
    shape: number,
    lnExponent: (x: number) => number,
    lnMeanSignal: (y: number) => number,
    signalGrowth: number,
    signalOffset: number,
  ) =>
  (x: number): number => {
    const exponent = lnExponent(x)
    return Math.exp(lnMeanSignal(x + signalOffset - signalGrowth * exponent) - shape * exponent)
  }
