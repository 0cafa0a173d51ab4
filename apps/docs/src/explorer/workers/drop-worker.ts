import { type Topology, topology, topologyDrop } from '@isacnet/drawing'
import { defineNetwork, type SensingClusters } from '@isacnet/model'
import { defineSimulation } from '@isacnet/simulation'
import type { ExplorerParameter } from '../state/explorer-parameters.js'
import type { Sampling } from '../state/sampling.js'
import { answerRequests } from './answer-requests.js'

export interface DropRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  readonly seed: number
  readonly sampling: Sampling
  readonly otherRequests: boolean
}

export interface DropPart {
  readonly drop: Topology
}

answerRequests<DropRequest, DropPart>(async ({ values, clusters, seed, sampling, otherRequests }, { post }) => {
  const definition = defineSimulation(defineNetwork(values), {
    ...sampling,
    fidelity: 'channel',
    sensingClusters: clusters,
    seed,
  })
  post({ drop: topology(definition, topologyDrop(definition), { otherRequests }) }, true)
})
