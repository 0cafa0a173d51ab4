import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatePoint } from '@isacnet/figures'
import { readCheckpoint, runSimulation, simulationCheckpoint } from '@isacnet/simulation'
import { isacnetCommit, isacnetVersion } from '../documents/build-information.js'
import { failureReason } from '../files/output-directory.js'
import type { CommandRun } from '../process/command-run.js'
import type { BlockEngine } from './block-engine.js'

/** What simulates the points of figures and claims. */
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

/** Between two turns of the event loop: no signal finds the temporary file. */
const save = (path: string, text: string): void => {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new Error(`could not write ‘${path}’: ${failureReason(error)}`)
  }
}

/** Where a directory of results keeps what was simulated for them. */
export const keptSimulations = (out: string): string => join(out, '.isacnet-simulations')
