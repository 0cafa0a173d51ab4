import { degreesOfFreedom, type NetworkParameters } from '@isacnet/model'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import { farField, farFieldBias } from './far-field.js'
import type { Trial } from './trial.js'

/** Interferers that are sampled one by one. */
const sampled = 40

/**
 * Trials of the typical user with the gain laws that the theorems assume: the distances of a sampled PPP, the L − 1 other BSs of
 * the cluster silent, the desired gain Γ(D, 1) and each interferer's Γ(K, 1):
 *
 * $$\mathrm{SIR}_c = \frac{g_1 r_1^{-\alpha}}{\sum_{i>L} g_i r_i^{-\alpha}}.$$
 *
 * Distances enter as $v_i = \pi\lambda r_i^2$, which are cumulated exponentials: λ cancels. Beyond the nearest 40 interferers the
 * mean is added. With noise, $N_0K/P_t$ joins the interference in units of $r^{-\alpha}$.
 */
export const gainLawCommunicationTrial = (network: NetworkParameters, stream: RandomStream): (() => Trial) => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  const D = degreesOfFreedom(network).diversityOrder
  const beyond = farField(K, alpha)
  const half = alpha / 2
  const noise = (network.noisePower * K) / (network.transmitPower * (Math.PI * network.baseStationDensity) ** half)
  return () => {
    let v = stream.exponential()
    const signal = stream.gamma(D) * v ** -half
    for (let i = 2; i <= L; i++) v += stream.exponential()
    let interference = noise
    for (let i = 0; i < sampled; i++) {
      v += stream.exponential()
      interference += stream.gamma(K) * v ** -half
    }
    interference += beyond.mean(v, 0)
    return {
      rate: Math.log1p(signal / interference),
      bias: farFieldBias(signal, interference, beyond.variance(v)),
    }
  }
}
