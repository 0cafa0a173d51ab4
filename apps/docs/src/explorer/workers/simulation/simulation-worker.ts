import { defineNetwork } from '@isacnet/model'
import { defineSimulation, inProcessRunner, runSimulation, type SimulationOptions } from '@isacnet/simulation'
import type { ExplorerParameter } from '../../state/parameters/explorer-parameters.js'
import { answerRequests } from '../answer-requests.js'
import { firstReports, type SimulationReport, simulationReport } from './simulation-report.js'

/** A simulation to be run, and told of as it goes. */
export interface SimulationRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly options: SimulationOptions
  readonly confidence: number
  readonly relativeError: number
  readonly maximumTrials: number
}

export interface SimulationPart {
  /** Left out where no trial was made since the last one. */
  readonly report?: SimulationReport
  /** Why there will be no more reports; `interrupted` if it was stopped. */
  readonly ended?: 'reached' | 'maximum-trials' | 'interrupted'
}

/** In milliseconds. */
const reporting = 80

answerRequests<SimulationRequest, SimulationPart>(
  async ({ values, options, confidence, relativeError, maximumTrials }, { post, stopping }) => {
    const definition = defineSimulation(defineNetwork(values), options)
    const tell = (report: SimulationReport): void => post({ report }, false)
    // A block may take a while: of the first one all batches are told, and of its first batch the first trials.
    const runner = inProcessRunner(definition, {
      onBatch: (block, { sums, rates }) => {
        if (block > 0) return
        if (sums.communication.batches === 1) for (const report of firstReports(rates)) tell(report)
        tell(simulationReport(sums, confidence))
      },
    })
    let reported = 0
    try {
      const { state, ended } = await runSimulation(definition, {
        until: { relativeError, confidence, maximumTrials },
        runner,
        signal: stopping,
        onProgress: ({ sums }) => {
          const time = performance.now()
          if (time - reported < reporting) return
          reported = time
          tell(simulationReport(sums, confidence))
        },
      })
      // One that was stopped in its first block has told all that it has.
      post({ ...(state.blocks === 0 ? {} : { report: simulationReport(state.sums, confidence) }), ended }, true)
    } finally {
      await runner.close()
    }
  },
)
