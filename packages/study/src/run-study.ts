import { setMaxListeners } from 'node:events'
import { aFunction, anObject, assertOptions, integerFrom, type OptionChecks } from '@isacnet/model'
import {
  type BlockRunner,
  type Interruption,
  inProcessRunner,
  runSimulation,
  type SimulationDefinition,
} from '@isacnet/simulation'
import type { StudyDirectory } from './journal/study-directory.js'
import { type BlockDemand, blockDemand } from './tasks/block-demand.js'
import { optimizationResult } from './tasks/optimization-result.js'
import type { StudyTask } from './tasks/study-task.js'
import { missingResult, type TaskResult } from './tasks/task-result.js'
import { theoremResult } from './tasks/theorem-result.js'

/** How far a study is. */
export interface StudyProgress {
  /** Tasks that have results. */
  readonly done: number
  readonly total: number
  /** The task that is being computed. */
  readonly task: StudyTask
  /** Trials of the simulation that is running. */
  readonly trials: number
}

/** How a study is run; no number depends on it. */
export interface StudyRunOptions {
  /** Who computes the blocks of a simulation; closed when it ends. Default: this thread. */
  readonly runnerFor?: (definition: SimulationDefinition) => BlockRunner
  /** An `AbortSignal`: the run ends with what it has, journalled. */
  readonly signal?: Interruption
  /**
   * How many simulations may be under way at once, default 1. Another begins only where those that run leave a runner without
   * blocks to wait for, which pays where runners share many workers.
   */
  readonly simulationsAtOnce?: number
  /** Called after each task and each block. */
  readonly onProgress?: (progress: StudyProgress) => void
  /** Called with each task that is about to be computed. */
  readonly onTask?: (task: StudyTask) => void
}

const optionChecks: OptionChecks<StudyRunOptions> = {
  runnerFor: aFunction,
  signal: anObject,
  simulationsAtOnce: integerFrom(1),
  onProgress: aFunction,
  onTask: aFunction,
}

export interface StudyRun {
  readonly ended: 'finished' | 'interrupted'
  /** Tasks that were computed in this run. */
  readonly computed: number
  /** Different tasks of the study: some may be the same at several points. */
  readonly tasks: number
}

/**
 * Computes what a study lacks, task by task in its order; results and, after each block, how far a simulation is, are journalled as
 * they come.
 *
 * A point of which a method says nothing, where no allocation is feasible, or an integral doesn't converge has this as its result.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * const directory = openStudyDirectory(folder, { study, versions: computationVersions() })
 * const run = await runStudy(directory)
 * directory.close()
 * run // { ended: 'finished', computed: 2, tasks: 2 }
 *
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 * @throws {StudyFileError} when the journal can't be written.
 * @throws whatever a block's runner throws.
 */
export const runStudy = async (directory: StudyDirectory, options: StudyRunOptions = {}): Promise<StudyRun> => {
  assertOptions('runStudy', options, optionChecks)
  const { signal, simulationsAtOnce = 1, onProgress, onTask } = options
  const tasks = [...new Map(directory.tasks.map((task) => [task.key, task])).values()]
  const open = tasks.filter(({ key }) => directory.result(key) === undefined)
  const demand = blockDemand(simulationsAtOnce)
  const stopping = new AbortController()
  // One for each simulation: nothing leaks.
  setMaxListeners(0, stopping.signal)
  const stop = (): void => stopping.abort()
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)
  const running = new Set<Promise<void>>()
  let computed = 0
  let failure: { readonly error: unknown } | undefined
  const compute = async (task: StudyTask): Promise<void> => {
    const progress = (trials: number): void => {
      onProgress?.({ done: tasks.length - open.length + computed, total: tasks.length, task, trials })
      demand.changed()
    }
    try {
      onTask?.(task)
      progress(0)
      const result = await taskResult(task, directory, { ...options, signal: stopping.signal }, { demand, progress })
      if (result === undefined) return
      directory.addResult(task.key, result)
      computed++
      progress(0)
    } catch (error) {
      failure ??= { error }
      stop()
    }
  }
  try {
    for (const task of open) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      if (task.content.kind === 'simulation') await demand.room(stopping.signal)
      if (stopping.signal.aborted) break
      const work = compute(task)
      if (task.content.kind !== 'simulation' || simulationsAtOnce === 1) await work
      else {
        running.add(work)
        void work.then(() => {
          running.delete(work)
          demand.changed()
        })
      }
    }
    await Promise.all(running)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  if (failure !== undefined) throw failure.error
  directory.sync()
  return { ended: computed === open.length ? 'finished' : 'interrupted', computed, tasks: tasks.length }
}

/** Who is told how a task gets on. */
interface TaskWatch {
  readonly demand: BlockDemand
  readonly progress: (trials: number) => void
}

/** Nothing if the signal came first. */
const taskResult = async (
  task: StudyTask,
  directory: StudyDirectory,
  options: StudyRunOptions,
  watch: TaskWatch,
): Promise<TaskResult | undefined> => {
  const { content } = task
  try {
    if (content.kind === 'theorem') return await theoremResult(content.network, content.computation)
    if (content.kind === 'optimization')
      return await optimizationResult(content.network, content.computation, options.signal)
    return await simulationResult(task, directory, options, watch)
  } catch (error) {
    return missingResult(error)
  }
}

const simulationResult = async (
  task: StudyTask,
  directory: StudyDirectory,
  { runnerFor, signal }: StudyRunOptions,
  { demand, progress }: TaskWatch,
): Promise<TaskResult | undefined> => {
  if (task.content.kind !== 'simulation') return undefined
  const { definition, until } = task.content
  const from = directory.state(task.key)
  const runner = demand.watched((runnerFor ?? inProcessRunner)(definition))
  try {
    const { state, ended } = await runSimulation(definition, {
      until,
      onProgress: (current) => {
        directory.addState(task, current)
        progress(current.sums.trials)
      },
      runner,
      ...(from === undefined ? {} : { from }),
      ...(signal === undefined ? {} : { signal }),
    })
    return ended === 'interrupted' ? undefined : { kind: 'simulation', ended, state }
  } finally {
    await runner.close()
  }
}
