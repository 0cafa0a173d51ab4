import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import type { StationGains } from './station-gains.js'

/** The gains that the theorems assume: $\Gamma(M_t-K-N_I+1,1)$ for a user, Γ(K, 1) at interfered receivers and towards targets. */
export const gammaGains = ({ network }: SimulationDefinition): ((drop: NetworkDrop) => StationGains) => {
  const { usersPerCell: K, transmitAntennas: antennas } = network
  return ({ accepted }) => {
    const order = (b: number): number => antennas - K - accepted[b]! + 1
    let last = 0
    const draw = (random: RandomStream): number => {
      last = random.gamma(K)
      return last
    }
    return {
      interference: (_b, random) => draw(random),
      target: (_b, _angle, random) => draw(random),
      desired: (b, _user, random) => random.gamma(order(b)),
      desiredShape: order,
      targetShape: K,
      variance: () => K,
      lastAssumed: () => last,
    }
  }
}
