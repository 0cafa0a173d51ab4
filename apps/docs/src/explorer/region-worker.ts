import type { SensingClusters } from '@isacnet/analysis'
import { defineNetwork, type ParameterName } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationOptimum,
  analyticRates,
  memoisedRates,
  type OptimizationProgress,
  optimizationSteps,
  type RegionMetric,
  regionSteps,
  weightedSumObjective,
} from '@isacnet/optimization'

export interface RegionRequest {
  readonly id: number
  /** The allocation in them doesn't count: it is what is sought. */
  readonly values: Readonly<Record<ParameterName, number>>
  readonly clusters: SensingClusters
  readonly metric: RegionMetric
  /** ρ of the weighted sum that the optimum maximises. */
  readonly weight: number
}

export interface RegionAnswer {
  readonly id: number
  readonly done: boolean
  readonly progress?: OptimizationProgress
  readonly region?: AchievableRegion
  readonly optimum?: AllocationOptimum
  readonly failure?: string
}

/** In milliseconds. */
const turn = 30

const cancelled = new Set<number>()
const scope = self as unknown as { postMessage(answer: RegionAnswer): void }

self.addEventListener('message', ({ data }: MessageEvent<RegionRequest | { readonly cancel: number }>) => {
  if ('cancel' in data) cancelled.add(data.cancel)
  else
    answer(data).catch((error: unknown) =>
      scope.postMessage({ id: data.id, done: true, failure: error instanceof Error ? error.message : String(error) }),
    )
})

const answer = async ({ id, values, clusters, metric, weight }: RegionRequest): Promise<void> => {
  const network = defineNetwork({
    ...values,
    usersPerCell: 1,
    communicationClusterSize: 1,
    targetsPerCell: 1,
    sensingClusterSize: 1,
  })
  // Both searches ask for the same rates.
  const rates = memoisedRates(analyticRates(network, { sensingClusters: clusters, relativeTolerance: 1e-7 }))
  const problem = { network, rates }
  const region = await inTurns(id, regionSteps(problem, { metric }))
  if (region === undefined) return
  scope.postMessage({ id, done: false, region })
  const optimum = await inTurns(
    id,
    optimizationSteps(problem, { objective: weightedSumObjective(weight), runnersUp: 3 }),
  )
  if (optimum === undefined) return
  scope.postMessage({ id, done: true, region, optimum })
}

/** Runs a computation that can be paused; `undefined` if it was cancelled meanwhile. */
const inTurns = async <Result>(
  id: number,
  steps: Generator<OptimizationProgress, Result>,
): Promise<Result | undefined> => {
  let turnEnds = performance.now() + turn
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() < turnEnds) continue
    scope.postMessage({ id, done: false, progress: value })
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (cancelled.delete(id)) return undefined
    turnEnds = performance.now() + turn
  }
}
