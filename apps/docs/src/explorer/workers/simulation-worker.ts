import { defineNetwork } from '@isacnet/model'
import { defineSimulation, runSimulation, type SimulationOptions, summarize } from '@isacnet/simulation'
import type { ExplorerParameter } from '../state/explorer-parameters.js'
import { answerRequests } from './answer-requests.js'

/** A simulation to be run, and told of as it goes. */
export interface SimulationRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly options: SimulationOptions
  readonly confidence: number
  readonly relativeError: number
  readonly maximumTrials: number
}

export interface SimulatedInterval {
  /** In nats. */
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface SimulationReport {
  readonly trials: number
  readonly communication: SimulatedInterval
  readonly sensing: SimulatedInterval
  /** Why there will be no more reports; `interrupted` if it was stopped. */
  readonly ended?: 'reached' | 'maximum-trials' | 'interrupted'
}

/** In milliseconds. */
const reporting = 80

answerRequests<SimulationRequest, SimulationReport>(
  async ({ values, options, confidence, relativeError, maximumTrials }, { post, stopping }) => {
    const definition = defineSimulation(defineNetwork(values), options)
    let reported = 0
    const { state, ended } = await runSimulation(definition, {
      until: { relativeError, confidence, maximumTrials },
      signal: stopping,
      onProgress: (now) => {
        const time = performance.now()
        if (time - reported < reporting) return
        reported = time
        post(report(now.sums), false)
      },
    })
    post({ ...report(state.sums), ended }, true)

    function report(sums: typeof state.sums): SimulationReport {
      const { trials, communication, sensing } = summarize(sums, confidence)
      const interval = ({ mean, interval: [low, high] }: typeof communication): SimulatedInterval => ({
        mean,
        low,
        high,
      })
      return { trials, communication: interval(communication), sensing: interval(sensing) }
    }
  },
)
