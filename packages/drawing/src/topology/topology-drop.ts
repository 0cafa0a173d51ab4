import {
  assertSimulationDefinition,
  dropSampler,
  type NetworkDrop,
  type SimulationDefinition,
} from '@isacnet/simulation'
import { randomStream } from '@isacnet/stochastic-geometry'

/**
 * A drop of the network for a picture. It depends on the definition only: equal seeds give equal drops.
 *
 * The torus is so large that a window of 25 cells and the clusters of the cell in its middle stay off its seam: 144 BSs on average,
 * more for clusters of more than 28.
 *
 * @example
 * topologyDrop(defineSimulation(defineNetwork(), { fidelity: 'channel', seed: 1 })).stations.x.length // 120
 *
 * @param definition - as `defineSimulation` gives it; of its gains nothing is drawn.
 * @throws what `defineSimulation` throws, for a definition that isn't one.
 */
export const topologyDrop = (definition: SimulationDefinition): NetworkDrop => {
  assertSimulationDefinition(definition)
  const { communicationClusterSize, sensingClusterSize } = definition.network
  const clusterRadius = Math.sqrt(Math.max(communicationClusterSize, sensingClusterSize) / Math.PI)
  const meanStations = Math.max(144, Math.ceil(4 * (clusterRadius + 3) ** 2))
  const stream = (purpose: string) => randomStream(definition.seed, 0, purpose)
  return dropSampler(
    definition,
    meanStations,
  )({
    stations: stream('stations'),
    users: stream('users'),
    targets: stream('targets'),
    abandonment: stream('abandonment'),
  })
}
