import { type PrecoderLaw, precoderSampler } from '@isacnet/beamforming'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { interferenceGainVariance } from './gain-variance.js'
import type { StationGains } from './station-gains.js'

/**
 * Gains of precoders that are sampled in law (@isacnet/beamforming), given how many requests each BS accepted: each BS that is asked for
 * a gain draws what its gains depend on, once a drop.
 */
export const sampledGains = ({ network }: SimulationDefinition): ((drop: NetworkDrop) => StationGains) => {
  const { usersPerCell: K, transmitAntennas: antennas } = network
  // A sampler holds the precoder that it drew last.
  const samplers: ReturnType<typeof precoderSampler>[] = []
  return ({ accepted }) => {
    const laws: PrecoderLaw[] = []
    let last: PrecoderLaw | undefined
    const law = (b: number, random: Parameters<StationGains['interference']>[1]): PrecoderLaw => {
      let known = laws[b]
      if (known === undefined) {
        samplers[b] ??= precoderSampler(K)
        known = samplers[b](antennas, accepted[b]!, random)
        laws[b] = known
      }
      last = known
      return known
    }
    return {
      interference: (b, random) => law(b, random).interferenceGain(random),
      target: (b, _angle, random) => law(b, random).targetGain(random),
      desired: (b, user, random) => law(b, random).desiredGain(user),
      desiredShape: (b) => antennas - K - accepted[b]! + 1,
      targetShape: undefined,
      variance: (b) => interferenceGainVariance(network, accepted[b]!),
      lastAssumed: () => last?.lastProjection() ?? 0,
    }
  }
}
