import { availableParallelism } from 'node:os'
import { InvalidParameterError, permittedName } from '@isacnet/model'
import type { BlockRunner, SimulationDefinition } from '@isacnet/simulation'
import { type WorkerThreads, workerThreads } from '@isacnet/simulation/workers'
import { count } from './decimal-number.js'
import { engineNames } from './engine-options.js'
import { UsageError } from './exit-code.js'
import type { Io } from './io.js'
import { redisQueue } from './redis-flags.js'

/** What says who computes blocks, as it was typed. No number depends on it. */
export interface EngineFlags {
  readonly engine?: string
  readonly workers?: string
  readonly redis?: string
  readonly queue?: string
}

/** Who computes blocks. */
export interface BlockEngine {
  /** What computes those of a simulation; nothing where this thread does. The caller closes it. */
  readonly runnerFor: (definition: SimulationDefinition) => BlockRunner | undefined
  /** For how many simulations it may pay to have runners at once. */
  readonly simulationsAtOnce: number
  /** After the last runner. */
  close(): Promise<void>
}

/** Starts an engine. What it has to say while it runs, it says by the function. */
export type OpenEngine = (say: (line: string) => void) => Promise<BlockEngine>

/** More threads than any machine can use; a slip of the hand isn't to start a million. */
const mostWorkers = 1024

/** What is known of each, and its blocks that came early, takes memory. */
const mostSimulations = 64

/** The threads for simulations that are done sooner than threads start: this one. */
export const shortSimulations = 1

/** How many workers a flag asks for; without it, as many as the machine can run at once. */
export const workerCount = (flag?: string): number =>
  flag === undefined
    ? Math.min(availableParallelism(), mostWorkers)
    : count(
        flag,
        (got) => new InvalidParameterError('workers', got, `an integer ≥ 1 and ≤ ${mostWorkers}`),
        mostWorkers,
      )

/**
 * The engine that flags describe. They are checked here; nothing is started before the result is called.
 *
 * @param unasked - how many threads there are where no flag says anything of them.
 * @throws {UsageError} for flags of the other engine, and without a URL where one is needed.
 * @throws {UnknownNameError} for an engine that is not known.
 * @throws {InvalidParameterError} for a number of threads, a URL or a queue that may not be.
 */
export const blockEngine = (flags: EngineFlags, { env }: Pick<Io, 'env'>, unasked = workerCount()): OpenEngine => {
  const engine = flags.engine === undefined ? 'threads' : permittedName('engine', flags.engine, engineNames)
  if (engine === 'threads') {
    for (const name of ['redis', 'queue'] as const)
      if (flags[name] !== undefined) throw new UsageError(`--${name} must be left out without --engine redis`)
    return threads(flags.engine === undefined && flags.workers === undefined ? unasked : workerCount(flags.workers))
  }
  if (flags.workers !== undefined)
    throw new UsageError(
      `--workers must be left out with --engine redis, got ‘${flags.workers}’: it is isacnet worker that has them`,
    )
  const options = redisQueue(flags, env)
  return async (onNotice) => {
    const { redisStudy } = await import('@isacnet/distribution')
    const study = await redisStudy({ ...options, onNotice })
    return { runnerFor: study.runner, simulationsAtOnce: mostSimulations, close: study.close }
  }
}

/** One worker is this thread; others start when the first simulation does, and go from one to the next. */
const threads =
  (workers: number): OpenEngine =>
  async (say) => {
    let started: WorkerThreads | undefined
    return {
      runnerFor: (definition) => {
        if (workers === 1) return undefined
        started ??= workerThreads({
          workers,
          onWorkerDeath: ({ block }) => say(`a worker died in block ${block}; the block is done again`),
        })
        return started.runnerFor(definition)
      },
      simulationsAtOnce: workers,
      close: async () => {
        await started?.close()
      },
    }
  }
