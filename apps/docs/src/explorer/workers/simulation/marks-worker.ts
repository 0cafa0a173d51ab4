import { defineNetwork, isFeasible, type Service, services } from '@isacnet/model'
import { defineSimulation, runSimulation, summarize } from '@isacnet/simulation'
import { answerRequests } from '../answer-requests.js'
import type { CurveNetwork, CurvesRequest } from '../theorems/curves.js'
import { isNoNetwork } from '../theorems/sweep.js'

/** The explorer's request for simulated marks on curves. */
export interface MarksRequest extends Pick<CurvesRequest, 'networks' | 'axis' | 'axisValues'> {
  readonly seed: number
}

/** A simulated mean rate with its interval, in nats. */
export interface SimulatedMark {
  readonly x: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface MarksPart {
  /** One entry for each network, its marks by ascending x. */
  readonly marks: readonly Readonly<Record<Service, readonly SimulatedMark[]>>[]
}

/** The confidence of the marks' intervals. */
export const marksConfidence = 0.95

/** Narrower than a mark. */
const until = { relativeError: 0.01, confidence: marksConfidence, maximumTrials: 200_000 } as const

answerRequests<MarksRequest, MarksPart>(async ({ networks, axis, axisValues, seed }, { post, listen }) => {
  const marks = networks.map(() => ({ communication: [] as SimulatedMark[], sensing: [] as SimulatedMark[] }))
  for (const x of axisValues)
    for (const [place, network] of networks.entries()) {
      await listen()
      const found = await markAt(network, axis, x, seed)
      if (found === undefined) continue
      for (const { service } of services) marks[place]![service].push(found[service])
      post({ marks }, false)
    }
  post({ marks }, true)
})

const markAt = async (
  { values, clusters }: CurveNetwork,
  axis: CurvesRequest['axis'],
  x: number,
  seed: number,
): Promise<Readonly<Record<Service, SimulatedMark>> | undefined> => {
  try {
    const network = defineNetwork({ ...values, [axis]: x })
    // Gains in law are those of mean requests.
    if (!isFeasible(network)) return undefined
    const definition = defineSimulation(network, { fidelity: 'gain-law', sensingClusters: clusters, seed })
    const { state } = await runSimulation(definition, { until })
    const summary = summarize(state.sums, marksConfidence)
    const mark = ({ mean, interval: [low, high] }: (typeof summary)['communication']): SimulatedMark => ({
      x,
      mean,
      low,
      high,
    })
    return { communication: mark(summary.communication), sensing: mark(summary.sensing) }
  } catch (error) {
    if (isNoNetwork(error)) return undefined
    throw error
  }
}
