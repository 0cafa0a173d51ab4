import { availableParallelism } from 'node:os'
import { type BlockEngine as Engine, workerThreads } from '@isacnet/engine'
import { InvalidParameterError, permittedName } from '@isacnet/model'
import type { BlockRunner, SimulationDefinition, SimulationSums } from '@isacnet/simulation'
import { simulationBlocks } from '@isacnet/simulation/blocks'
import { count } from '../flags/count.js'
import { engineNames } from '../flags/engine-options.js'
import { redisQueue } from '../flags/redis-flags.js'
import { UsageError } from '../process/exit-code.js'
import type { Io } from '../terminal/io.js'

/** The flags that say who computes blocks, as they were typed. No number depends on them. */
export interface EngineFlags {
  readonly engine?: string
  readonly threads?: string
  readonly redis?: string
  readonly queue?: string
}

/** Who computes blocks. */
export interface BlockEngine {
  /** Returns what computes the blocks of a simulation; nothing where this thread does. The caller closes it. */
  readonly runnerFor: (definition: SimulationDefinition) => BlockRunner | undefined
  /** For how many simulations it may pay to have runners at once. */
  readonly simulationsAtOnce: number
  /** After the last runner. */
  close(): Promise<void>
}

/**
 * Starts an engine. What it has to say while it runs, it says by the function. Before it has started, it gives up at the signal, with the
 * signal's reason.
 */
export type OpenEngine = (say: (line: string) => void, signal: AbortSignal) => Promise<BlockEngine>

/** More threads than any machine can use; a slip of the hand isn't to start a million. */
const mostThreads = 1024

/** The most simulations at once: each, with its blocks that came early, takes memory. */
const mostSimulations = 64

/** The threads for simulations that are done sooner than threads start: this one. */
export const shortSimulations = 1

/** How many threads a flag asks for; without it, as many as the machine can run at once. */
export const threadCount = (flag?: string): number =>
  flag === undefined
    ? Math.min(availableParallelism(), mostThreads)
    : count(
        flag,
        (got) => new InvalidParameterError('threads', got, `an integer ≥ 1 and ≤ ${mostThreads}`),
        mostThreads,
      )

/**
 * The engine that flags describe. They are checked here; nothing is started before the result is called.
 *
 * @param unasked - how many threads there are where no flag says anything of them.
 * @throws {UsageError} for flags of the other engine, and without a URL where one is needed.
 * @throws {UnknownNameError} for an engine that is not known.
 * @throws {InvalidParameterError} for a number of threads, a URL or a queue that may not be.
 */
export const blockEngine = (flags: EngineFlags, { env }: Pick<Io, 'env'>, unasked = threadCount()): OpenEngine => {
  const engine = flags.engine === undefined ? 'threads' : permittedName('engine', flags.engine, engineNames)
  if (engine === 'threads') {
    for (const name of ['redis', 'queue'] as const)
      if (flags[name] !== undefined) throw new UsageError(`--${name} must be left out without --engine redis`)
    return onThreads(flags.engine === undefined && flags.threads === undefined ? unasked : threadCount(flags.threads))
  }
  if (flags.threads !== undefined)
    throw new UsageError(
      `--threads must be left out with --engine redis, got ‘${flags.threads}’: it is isacnet worker that has them`,
    )
  const options = redisQueue(flags, env)
  return async (onNotice, signal) => {
    const { redisStudy } = await import('@isacnet/engine/redis')
    const study = await redisStudy(simulationBlocks, { ...options, onNotice, signal })
    return { runnerFor: study.runnerFor, simulationsAtOnce: mostSimulations, close: study.close }
  }
}

/** One thread is this one; others start when the first simulation does, and go from one to the next. */
const onThreads =
  (threads: number): OpenEngine =>
  async (say) => {
    let started: Engine<SimulationDefinition, SimulationSums> | undefined
    return {
      runnerFor: (definition) => {
        if (threads === 1) return undefined
        started ??= workerThreads(simulationBlocks, {
          threads,
          onWorkerDeath: ({ block }) => say(`a worker died in block ${block}; the block is done again`),
        })
        return started.runnerFor(definition)
      },
      simulationsAtOnce: threads,
      close: async () => {
        await started?.close()
      },
    }
  }
