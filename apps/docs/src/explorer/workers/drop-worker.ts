import { type Topology, topology, topologyDrop, topologySteps } from '@isacnet/drawing'
import { defineNetwork, type SensingClusters } from '@isacnet/model'
import { defineSimulation } from '@isacnet/simulation'
import type { ExplorerParameter } from '../state/parameters/explorer-parameters.js'
import type { Sampling } from '../state/sampling.js'
import { answerRequests, inTurns } from './answer-requests.js'

export interface DropRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  readonly seed: number
  readonly sampling: Sampling
  /** Requests of the cell shown that aren't made; numbers beyond the last one are left out. */
  readonly withheld: readonly number[]
}

export interface DropPart {
  /** With the requests of all cells, and rates at each stage. */
  readonly drop: Topology
}

answerRequests<DropRequest, DropPart>(async ({ values, clusters, seed, sampling, withheld }, turn) => {
  const definition = defineSimulation(defineNetwork(values), {
    ...sampling,
    fidelity: 'channel',
    sensingClusters: clusters,
    seed,
  })
  const drop = topologyDrop(definition)
  const asked = withheld.length === 0 ? 0 : topology(definition, drop).requests.length
  await turn.listen()
  const steps = topologySteps(definition, drop, {
    otherRequests: true,
    rates: true,
    withheld: withheld.filter((number) => number <= asked),
  })
  turn.post({ drop: await inTurns(steps, turn) }, true)
})
