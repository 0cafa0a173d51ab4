import { degreesOfFreedom, type Network } from '@isacnet/model'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import { emptyTrial, type Trial } from '../../trials/trial.js'
import { FarField } from '../far-field.js'
import { gainLawUnits } from '../gain-law-units.js'
import { recordWithFarMean } from './far-mean.js'

/** Interferers that are sampled one by one. */
const sampled = 40

/**
 * Trials of the typical user with the gain laws that the theorems assume, each variate drawn: the distances of a sampled PPP, the L − 1
 * other BSs of the cluster silent, the desired gain Γ(D, 1) and each interferer's Γ(K, 1):
 *
 * $$\mathrm{SIR}_c = \frac{g_1 r_1^{-\alpha}}{\sum_{i>L} g_i r_i^{-\alpha}}.$$
 *
 * Distances enter as $v_i = \pi\lambda r_i^2$, which are cumulated exponentials: λ cancels. Beyond the nearest 40 interferers the
 * mean is added. With noise, $N_0K/P_t$ joins the interference in units of $r^{-\alpha}$.
 *
 * The reference for `gainLawCommunication`, which gives the same mean in less time.
 */
export const plainCommunication = (network: Network, stream: RandomStream): (() => Trial) => {
  const { usersPerCell: K, communicationClusterSize: L, pathLossExponent: alpha } = network
  const D = degreesOfFreedom(network).diversityOrder
  const { noise } = gainLawUnits(network)
  const far = new FarField(network)
  const half = alpha / 2
  const trial = emptyTrial()
  return () => {
    let v = stream.exponential()
    const attenuation = v ** -half
    for (let i = 2; i <= L; i++) v += stream.exponential()
    let near = noise
    for (let i = 0; i < sampled; i++) {
      v += stream.exponential()
      near += stream.gamma(K) * v ** -half
    }
    far.setInterferers(v, 0)
    const [farMean, farVariance] = far.cumulants as unknown as readonly [number, number]
    const signal = { drawn: stream.gamma(D) * attenuation, mean: D * attenuation }
    recordWithFarMean(trial, signal, { near, farMean, farVariance })
    return trial
  }
}
