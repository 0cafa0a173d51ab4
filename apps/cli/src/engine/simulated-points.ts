import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SimulatePoint } from '@isacnet/figures'
import { readCheckpoint, runSimulation, simulationCheckpoint } from '@isacnet/simulation'
import { writeCompleteFiles } from '@isacnet/study/files'
import { isacnetCommit, isacnetVersion } from '../documents/build-information.js'
import { failureReason } from '../files/output-directory.js'
import type { CommandRun } from '../process/command-run.js'
import type { BlockEngine } from './block-engine.js'

/** Simulates the points of figures and claims. */
export interface SimulatedPoints {
  readonly engine: BlockEngine
  /** A directory that keeps what was simulated, so that a run that was interrupted goes on; nothing without one. */
  readonly directory?: string
  readonly run: Pick<CommandRun, 'signal' | 'checkpoint'>
}

/**
 * Simulates points on an engine, or finds them in a directory where an earlier run of the same version has left them. A file that is
 * torn, or of another simulation, counts as none.
 */
export const simulatedPoints = ({ engine, directory, run }: SimulatedPoints): SimulatePoint => {
  const pathOf = (content: unknown): string | undefined =>
    directory === undefined ? undefined : join(directory, `${hash([content, isacnetVersion, isacnetCommit])}.json`)
  return async (definition, until) => {
    const path = pathOf([definition, until])
    const known = path === undefined ? undefined : readState(path, JSON.stringify(definition))
    if (known !== undefined) return known
    const runner = engine.runnerFor(definition)
    try {
      const { signal, checkpoint } = run
      const { state } = await runSimulation(definition, { until, signal, ...(runner === undefined ? {} : { runner }) })
      await checkpoint()
      if (path !== undefined) save(path, simulationCheckpoint(definition, state))
      return state
    } finally {
      await runner?.close()
    }
  }
}

const hash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)

const readState = (path: string, definition: string) => {
  try {
    const checkpoint = readCheckpoint(readFileSync(path, 'utf8'))
    return JSON.stringify(checkpoint.definition) === definition ? checkpoint.state : undefined
  } catch {
    return undefined
  }
}

const save = (path: string, text: string): void => {
  const failure = (where: string, reason: unknown): Error =>
    new Error(`could not write ‘${where}’: ${failureReason(reason)}`)
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw failure(path, error)
  }
  writeCompleteFiles([{ path, content: text }], { failure })
}

/** Where a directory of results keeps what was simulated for them. */
export const keptSimulations = (out: string): string => join(out, '.isacnet-simulations')
