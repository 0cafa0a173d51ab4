import { defineNetwork, type SensingClusters } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationOptimum,
  type AllocationProblem,
  analyticRates,
  memoisedRates,
  type OptimizationProgress,
  optimizationSteps,
  type RegionMetric,
  regionSteps,
  weightedSumObjective,
} from '@isacnet/optimization'
import type { ExplorerParameter } from '../state/explorer-parameters.js'
import { answerRequests, inTurns } from './answer-requests.js'

export interface RegionRequest {
  /** The allocation in them doesn't count: it is what is sought. */
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  readonly metric: RegionMetric
  /** ρ of the weighted sum that the optimum maximises. */
  readonly weight: number
  /** The answers that aren't known yet. */
  readonly wanted: { readonly region: boolean; readonly optimum: boolean }
}

/** A part of the answer: progress again and again, the region, the optimum. */
export interface RegionPart {
  readonly progress?: OptimizationProgress
  readonly region?: AchievableRegion
  readonly optimum?: AllocationOptimum
}

/** In milliseconds. */
const turnLength = 30

/** Rates that the last search asked for: the next one, of the same network, asks for many of them again. */
let known: { readonly key: string; readonly problem: AllocationProblem } | undefined

const problemOf = (values: RegionRequest['values'], clusters: SensingClusters): AllocationProblem => {
  const network = defineNetwork({
    ...values,
    usersPerCell: 1,
    communicationClusterSize: 1,
    targetsPerCell: 1,
    sensingClusterSize: 1,
  })
  const key = JSON.stringify([network, clusters])
  if (known?.key !== key) {
    const rates = memoisedRates(analyticRates(network, { sensingClusters: clusters, relativeTolerance: 1e-7 }))
    known = { key, problem: { network, rates } }
  }
  return known.problem
}

answerRequests<RegionRequest, RegionPart>(
  async ({ values, clusters, metric, weight, wanted }, turn) => {
    const problem = problemOf(values, clusters)
    const tell = (progress: OptimizationProgress): void => turn.post({ progress }, false)
    if (wanted.region)
      turn.post({ region: await inTurns(regionSteps(problem, { metric }), turn, tell) }, !wanted.optimum)
    if (!wanted.optimum) return
    const optimum = optimizationSteps(problem, { objective: weightedSumObjective(weight), runnersUp: 3 })
    turn.post({ optimum: await inTurns(optimum, turn, tell) }, true)
  },
  undefined,
  turnLength,
)
