import {
  beamGain,
  type ComplexMatrix,
  complexMatrix,
  rayleighChannel,
  steeringVector,
  zeroForcingKernel,
} from '@isacnet/beamforming'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { interferenceGainVariance } from './gain-variance.js'
import type { StationGains } from './station-gains.js'

interface Precoder {
  /** M_t × (K + N_I): the channels of the own users, then of the accepted requests. */
  readonly channels: ComplexMatrix
  /** M_t × K. */
  readonly beams: ComplexMatrix
}

/**
 * Gains from precoders that are built: each BS that is asked for one draws the channels of its users and of the requests that it
 * accepted, and forces zeros. A receiver that isn't nulled draws a channel of its own.
 */
export const literalGains = ({ network }: SimulationDefinition): ((drop: NetworkDrop) => StationGains) => {
  const { usersPerCell: K, transmitAntennas: antennas } = network
  const forceZeros = zeroForcingKernel(antennas, antennas)
  const channel = complexMatrix(antennas, 1)
  return ({ accepted }) => {
    const precoders: Precoder[] = []
    const precoder = (b: number, random: RandomStream): Precoder => {
      let known = precoders[b]
      if (known === undefined) {
        const channels = rayleighChannel(antennas, K + accepted[b]!, random)
        const beams = complexMatrix(antennas, K)
        forceZeros(channels, K, beams)
        known = { channels, beams }
        precoders[b] = known
      }
      return known
    }
    return {
      interference: (b, random) => {
        const { beams } = precoder(b, random)
        for (let i = 0; i < antennas; i++) {
          channel.re[i] = Math.SQRT1_2 * random.normal()
          channel.im[i] = Math.SQRT1_2 * random.normal()
        }
        return beamGain(beams, channel)
      },
      target: (b, angle, random) => beamGain(precoder(b, random).beams, steeringVector(antennas, angle)),
      desired: (b, user, random) => {
        const { channels, beams } = precoder(b, random)
        let real = 0
        let imaginary = 0
        for (let i = 0, at = antennas * user; i < antennas; i++, at++) {
          real += channels.re[at]! * beams.re[at]! + channels.im[at]! * beams.im[at]!
          imaginary += channels.re[at]! * beams.im[at]! - channels.im[at]! * beams.re[at]!
        }
        return real * real + imaginary * imaginary
      },
      desiredShape: (b) => antennas - K - accepted[b]! + 1,
      targetShape: undefined,
      variance: (b) => interferenceGainVariance(network, accepted[b]!),
    }
  }
}
