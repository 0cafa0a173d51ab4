import { defineNetwork, informationUnits, permittedName } from '@isacnet/model'
import {
  assertSameSimulation,
  defineSimulation,
  type SimulationDefinition,
  type SimulationState,
  summarize,
  summarizeSites,
} from '@isacnet/simulation'
import { documentJson } from '../../documents/document-json.js'
import { siteDocuments, siteRecords } from '../../documents/site-document.js'
import { blockEngine, type EngineFlags } from '../../engine/block-engine.js'
import { runJob } from '../../engine/simulation-run.js'
import { type OpenedOutputFile, openOutputFile } from '../../files/output-file.js'
import { type GivenSimulation, givenSimulation, type SimulationFlags } from '../../flags/simulation-flags.js'
import { showSiteNotices, withSiteQuantities } from '../../flags/site-flags.js'
import { type StoppingFlags, stoppingTarget, untilRelativeError } from '../../flags/stopping-flags.js'
import type { CommandRun } from '../../process/command-run.js'
import { InterruptedError, UsageError } from '../../process/exit-code.js'
import { formatCount } from '../../terminal/estimate-format.js'
import type { Io } from '../../terminal/io.js'
import { narration } from '../../terminal/narration.js'
import { withExactControl } from './exact-control.js'
import { readSavedSimulation, type SavedSimulation, savedSimulation } from './saved-simulation.js'
import type { SimulateDocument } from './simulate-schema.js'
import { simulationDocument } from './simulation-document.js'
import { simulationTable } from './simulation-table.js'

export interface SimulateOptions extends SimulationFlags, StoppingFlags, EngineFlags {
  readonly unit?: string
  readonly control?: boolean
  readonly coverage?: boolean
  readonly out?: string
  readonly resume?: string
  readonly json?: boolean
}

/** `isacnet simulate`. */
export const simulate = async (options: SimulateOptions, run: CommandRun, io: Io): Promise<void> => {
  const openEngine = blockEngine(options, io)
  const given = givenSimulation(options)
  showSiteNotices(given.siteFile, narration(io))
  const givenUnit = options.unit === undefined ? undefined : permittedName('unit', options.unit, informationUnits)
  const saved = options.resume === undefined ? undefined : await readSavedSimulation(options.resume)
  const unit = givenUnit ?? saved?.unit ?? 'nats'
  const target = stoppingTarget(options, saved?.target ?? untilRelativeError(0.005))
  const controlled = options.control === true
  const definition = saved === undefined ? begun(given, controlled) : resumed(saved, given, controlled)
  if (options.everySite === true && definition.sites === undefined)
    throw new UsageError('--every-site must be left out without --sites')
  const path = options.out ?? options.resume
  await run.checkpoint(nothingDone)
  const file = path === undefined ? undefined : openOutputFile(path)
  if (file !== undefined) run.releaseAtEnd(file.abandon)

  const records = given.siteFile === undefined ? saved?.sites : siteRecords(given.siteFile)
  const begin = performance.now()
  const documentOf = (state: SimulationState, ended: SimulateDocument['ended']): SimulateDocument =>
    simulationDocument(definition, summarize(state.sums, target.confidence, definition), {
      unit,
      until: target.until,
      ended,
      elapsedSeconds: (saved?.elapsedSeconds ?? 0) + (performance.now() - begin) / 1000,
      ...(records === undefined
        ? {}
        : siteDocuments(
            records,
            definition,
            summarizeSites(state.sums, definition, target.confidence),
            target.confidence,
            unit,
          )),
    })
  const afterBlock =
    file === undefined
      ? undefined
      : savingWhileRunning(file, (state) => savedSimulation(documentOf(state, 'running'), definition, state), io)
  const job = { definition, target, openEngine, unit, from: saved?.state }
  const { state, ended } = await runJob(afterBlock === undefined ? job : { ...job, afterBlock }, run, io)
  const { stoppedBy } = run
  const { trials } = state.sums
  if (trials === 0 && stoppedBy !== undefined) throw new InterruptedError(stoppedBy, nothingDone)

  const document = documentOf(state, ended)
  // The result is shown even if it can't be saved.
  io.stdout.write(
    options.json === true
      ? documentJson(document)
      : `${simulationTable(document, options.coverage === true, io).join('\n')}\n`,
  )
  file?.write(savedSimulation(document, definition, state))
  if (ended === 'interrupted' && stoppedBy !== undefined)
    throw new InterruptedError(stoppedBy, `interrupted after ${formatCount(trials)} trials; ${howToGoOn(path)}`)
  if (saved !== undefined && state.blocks === saved.state.blocks)
    narration(io).say(`there was nothing to do: ‘${options.resume}’ has what was asked for`)
}

const nothingDone = 'interrupted before the first trials were done; there is no result'

const begun = ({ network, options, siteFile }: GivenSimulation, controlled: boolean): SimulationDefinition => {
  const chosen = siteFile === undefined ? options : withSiteQuantities(options)
  const definition = defineSimulation(defineNetwork(network), chosen)
  return controlled ? withExactControl(definition) : definition
}

/** The saved simulation, with which everything that is given must agree. */
const resumed = (
  { definition }: SavedSimulation,
  { network, options }: GivenSimulation,
  controlled: boolean,
): SimulationDefinition => {
  assertSameSimulation(definition, { ...definition, ...options, network: { ...definition.network, ...network } })
  if (controlled && definition.control === undefined) assertSameSimulation(definition, withExactControl(definition))
  return definition
}

/** How often a running simulation is saved, in milliseconds. */
const savingInterval = 10_000

/** Saves a simulation after its first block and then from time to time. */
const savingWhileRunning = (file: OpenedOutputFile, contentOf: (state: SimulationState) => string, io: Io) => {
  let next = 0
  let complained = false
  return (state: SimulationState): void => {
    if (performance.now() < next) return
    next = performance.now() + savingInterval
    try {
      file.write(contentOf(state))
    } catch (error) {
      // The disk may have room again when the run ends.
      if (!complained) io.stderr.write(`isacnet: ${(error as Error).message}; the simulation goes on\n`)
      complained = true
    }
  }
}

const howToGoOn = (path: string | undefined): string =>
  path === undefined
    ? 'with --out FILE it could be resumed'
    : `go on with: isacnet simulate --resume ${/^[\w./+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`
