import { type BlockRunner, type Interruption, runSimulation, type SimulationDefinition } from '@isacnet/simulation'
import { optimizationResult } from './optimization-result.js'
import type { StudyDirectory } from './study-directory.js'
import type { StudyTask } from './study-task.js'
import { missingResult, type TaskResult } from './task-result.js'
import { theoremResult } from './theorem-result.js'

/** How far a study is. */
export interface StudyProgress {
  /** Tasks that have results. */
  readonly done: number
  readonly total: number
  /** What is being computed. */
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
  /** Called after each task and each block. */
  readonly onProgress?: (progress: StudyProgress) => void
  /** Called with each task that is about to be computed. */
  readonly onTask?: (task: StudyTask) => void
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
 * @throws {StudyFileError} when the journal can't be written.
 * @throws whatever a block's runner throws.
 */
export const runStudy = async (directory: StudyDirectory, options: StudyRunOptions = {}): Promise<StudyRun> => {
  const { signal, onProgress, onTask } = options
  const tasks = [...new Map(directory.tasks.map((task) => [task.key, task])).values()]
  const open = tasks.filter(({ key }) => directory.result(key) === undefined)
  let computed = 0
  for (const task of open) {
    const progress = (trials: number): void =>
      onProgress?.({ done: tasks.length - open.length + computed, total: tasks.length, task, trials })
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (signal?.aborted) break
    onTask?.(task)
    progress(0)
    const result = await taskResult(task, directory, options, progress)
    if (result === undefined) break
    directory.addResult(task.key, result)
    computed++
    progress(0)
  }
  directory.sync()
  return { ended: computed === open.length ? 'finished' : 'interrupted', computed, tasks: tasks.length }
}

/** Nothing if the signal came first. */
const taskResult = async (
  task: StudyTask,
  directory: StudyDirectory,
  options: StudyRunOptions,
  onTrials: (trials: number) => void,
): Promise<TaskResult | undefined> => {
  const { content } = task
  try {
    if (content.kind === 'theorem') return await theoremResult(content.network, content.computation)
    if (content.kind === 'optimization')
      return await optimizationResult(content.network, content.computation, options.signal)
    return await simulationResult(task, directory, options, onTrials)
  } catch (error) {
    return missingResult(error)
  }
}

const simulationResult = async (
  task: StudyTask,
  directory: StudyDirectory,
  { runnerFor, signal }: StudyRunOptions,
  onTrials: (trials: number) => void,
): Promise<TaskResult | undefined> => {
  if (task.content.kind !== 'simulation') return undefined
  const { definition, until } = task.content
  const from = directory.state(task.key)
  const runner = runnerFor?.(definition)
  try {
    const { state, ended } = await runSimulation(definition, {
      until,
      onProgress: (current) => {
        directory.addState(task, current)
        onTrials(current.sums.trials)
      },
      ...(runner === undefined ? {} : { runner }),
      ...(from === undefined ? {} : { from }),
      ...(signal === undefined ? {} : { signal }),
    })
    return ended === 'interrupted' ? undefined : { kind: 'simulation', ended, state }
  } finally {
    await runner?.close()
  }
}
