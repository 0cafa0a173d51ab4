import { basename } from 'node:path'
import { InvalidParameterError, readSeed } from '@isacnet/model'
import { type CostEstimate, estimateCost, type ResolvedStudy } from '@isacnet/scenario'
import { inProcessRunner } from '@isacnet/simulation'
import {
  computationVersions,
  openStudyDirectory,
  resultCache,
  runStudy,
  type Shard,
  type StudyDirectory,
  type StudyProgress,
} from '@isacnet/study'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { openOutputDirectory } from '../../files/output-directory.js'
import { count } from '../../flags/count.js'
import { parameterAssignments } from '../../flags/parameter-assignments.js'
import type { CommandRun } from '../../process/command-run.js'
import { UsageError } from '../../process/exit-code.js'
import { formatCount, formatDuration } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { narration } from '../../terminal/narration.js'
import { readScenarioFile } from './scenario-file.js'
import { printStudy, writeStudy } from './study-results.js'
import { whenFree } from './when-free.js'

export interface SweepOptions extends EngineFlags {
  readonly out?: string
  readonly resume?: boolean
  readonly force?: boolean
  readonly takeOver?: boolean
  readonly cache?: string
  readonly shard?: string
  readonly set?: readonly string[]
  readonly seed?: string
  readonly json?: boolean
}

/** `isacnet sweep`. */
export const sweep = async (file: string, options: SweepOptions, run: CommandRun, io: Io): Promise<void> => {
  if (options.resume === true && options.force === true)
    throw new UsageError('--force must be left out with --resume, got both')
  const openEngine = blockEngine(options, io)
  const shard = options.shard === undefined ? null : shardOf(options.shard)
  const { study } = await readScenarioFile(file, io, {
    network: parameterAssignments(options.set ?? []),
    ...(options.seed === undefined ? {} : { seed: readSeed(options.seed) }),
  })
  if (shard !== null && shard.count > study.points.length)
    throw new UsageError(
      `--shard must be of at most ${study.points.length} shards, one for each point, got ${options.shard}`,
    )
  const cost = await estimateCost(study)
  const path = options.out ?? `${file === '-' ? 'stdin' : basename(file).replace(/\.[^.]*$/, '')}-results`
  const progress = narration(io)
  const goesOn = `interrupted; what was computed is in ‘${path}’: the same command goes on from there`
  await run.checkpoint()
  const output = openOutputDirectory(path)
  run.releaseAtEnd(output.abandon)
  const open = (): StudyDirectory =>
    openStudyDirectory(path, {
      study,
      shard,
      versions: computationVersions(),
      existing: options.force === true ? 'force' : options.resume === true ? 'resume' : 'refuse',
      takeOver: options.takeOver === true,
      onNotice: progress.say,
      ...(options.cache === undefined ? {} : { cache: resultCache(options.cache) }),
    })
  const directory = await whenFree(open, run, progress.say)
  run.releaseAtEnd(directory.close)
  await run.checkpoint(goesOn)
  const engine = await openEngine(progress.say, run.signal)
  run.closeAtEnd(engine.close)
  run.releaseAtEnd(progress.clear)
  const { computed, tasks } = await runStudy(directory, {
    signal: run.signal,
    simulationsAtOnce: engine.simulationsAtOnce,
    onProgress: studyProgress(cost, study, progress.show),
    runnerFor: (definition) => engine.runnerFor(definition) ?? inProcessRunner(definition),
    onTask: (task) => progress.detail(`point ${task.point.index}, ${task.name}: ${directory.reason(task.key)}`),
  })
  progress.clear()
  const written = await writeStudy(directory, () => run.checkpoint(goesOn))
  printStudy(path, directory, written, { json: options.json === true, computed, tasks }, io)
  const failed = written.rows.filter(({ status }) => status === 'failed')
  if (failed.length > 0)
    throw new Error(`${failed.length} results failed, the first at point ${failed[0]!.point}: ${failed[0]!.reason}`)
}

/** `2/8`. */
const shardOf = (text: string): Shard => {
  const invalid = () => new InvalidParameterError('--shard', `‘${text}’`, 'i/n with 1 ≤ i ≤ n')
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (i === undefined || n === undefined) throw invalid()
  const shard = { index: count(i, invalid), count: count(n, invalid, 100_000) }
  if (shard.index > shard.count) throw invalid()
  return shard
}

/** How often the progress line is rewritten, in milliseconds. */
const progressInterval = 200

/** Progress over the whole study; the time left follows from estimated costs and how they compare with the clock so far. */
const studyProgress = (
  cost: CostEstimate,
  study: ResolvedStudy,
  show: (text: string) => void,
): ((progress: StudyProgress) => void) => {
  const begin = performance.now()
  let next = begin + progressInterval
  let first: number | undefined
  const simulations =
    study.points.length * study.points[0]!.computations.filter(({ kind }) => kind === 'simulation').length
  const trialsEach = cost.simulation.trials / Math.max(1, simulations)
  return ({ done, total, task, trials }) => {
    const now = performance.now()
    const inFlight = trials === 0 ? 0 : Math.min(0.95, trials / trialsEach)
    first ??= done
    if (now < next) return
    next = now + progressInterval
    const made = done + inFlight - first
    const left = made > 0 ? ((total - done - inFlight) * (now - begin)) / 1000 / made : undefined
    show(
      [
        `${formatCount(done)} of ${formatCount(total)} results`,
        `point ${task.point.index}, ${task.name}${trials === 0 ? '' : `, ${formatCount(trials)} trials`}`,
        ...(left === undefined ? [] : [`${formatDuration(left)} left`]),
      ].join(' · '),
    )
  }
}
