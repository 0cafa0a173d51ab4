import { type PrecoderLaw, precoderSampler } from '@isacnet/beamforming'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { StationGains } from '../gains/station-gains.js'
import type { LoadedDrop } from './loaded-drop.js'

/**
 * Gains of stations that send k streams each, in units of $P_t$: those of k beams over k. In law, or Γ variates where the simulation assumes
 * that (of interferers and towards targets).
 */
export const loadedGains = ({ network, assumptions }: SimulationDefinition): ((drop: LoadedDrop) => StationGains) => {
  const { transmitAntennas: antennas, usersPerCell } = network
  const simplified = assumptions.includes('gamma-gains')
  // A sampler holds the precoder that it drew last.
  const samplers: ReturnType<typeof precoderSampler>[] = []
  return ({ streams, acceptedRequests }) => {
    const laws: PrecoderLaw[] = []
    const law = (b: number, random: RandomStream): PrecoderLaw => {
      const at = b * (usersPerCell + 1) + streams[b]!
      samplers[at] ??= precoderSampler(streams[b]!)
      laws[b] ??= samplers[at](antennas, acceptedRequests[b]!, random)
      return laws[b]
    }
    const shape = (b: number): number => antennas - streams[b]! - acceptedRequests[b]! + 1
    return {
      interference: (b, random) =>
        (simplified ? random.gamma(streams[b]!) : law(b, random).interferenceGain(random)) / streams[b]!,
      target: (b, _angle, random) =>
        (simplified ? random.gamma(streams[b]!) : law(b, random).targetGain(random)) / streams[b]!,
      desired: (b, user, random) =>
        (simplified ? random.gamma(shape(b)) : law(b, random).desiredGain(user)) / streams[b]!,
      desiredShape: shape,
      targetShape: undefined,
      // Var h = k(1 + (k − 1)/(D + 1)), or k of a gamma variate.
      variance: (b) => (simplified ? 1 : 1 + (streams[b]! - 1) / (shape(b) + 1)) / streams[b]!,
    }
  }
}
