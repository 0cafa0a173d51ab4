import { defineNetwork, type ParameterName } from '@isacnet/model'
import { defineSimulation, runSimulation, type SimulationOptions, summarize } from '@isacnet/simulation'

/** What one worker does in its life: a simulation, told as it goes. */
export interface SimulationRequest {
  readonly values: Readonly<Record<ParameterName, number>>
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
  readonly abandonedFraction: number | null
  /** Why there will be no more reports; `interrupted` if it was stopped. */
  readonly ended?: 'reached' | 'maximum-trials' | 'interrupted'
  readonly failure?: string
}

/** In milliseconds. */
const reporting = 80

const scope = self as unknown as { postMessage(report: SimulationReport | { failure: string }): void }
const stopping = new AbortController()

self.addEventListener('message', ({ data }: MessageEvent<SimulationRequest | 'stop'>) => {
  if (data === 'stop') stopping.abort()
  else
    simulate(data).catch((error: unknown) =>
      scope.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
    )
})

const simulate = async ({
  values,
  options,
  confidence,
  relativeError,
  maximumTrials,
}: SimulationRequest): Promise<void> => {
  const definition = defineSimulation(defineNetwork(values), options)
  let reported = 0
  const { state, ended } = await runSimulation(definition, {
    until: { relativeError, confidence, maximumTrials },
    signal: stopping.signal,
    onProgress: (now) => {
      const time = performance.now()
      if (time - reported < reporting) return
      reported = time
      scope.postMessage(report(now.sums))
    },
  })
  scope.postMessage({ ...report(state.sums), ended })

  function report(sums: typeof state.sums): SimulationReport {
    const { trials, communication, sensing, nulling } = summarize(sums, confidence)
    const interval = ({ mean, interval: [low, high] }: typeof communication): SimulatedInterval => ({ mean, low, high })
    return {
      trials,
      communication: interval(communication),
      sensing: interval(sensing),
      abandonedFraction: nulling?.abandonedFraction ?? null,
    }
  }
}
