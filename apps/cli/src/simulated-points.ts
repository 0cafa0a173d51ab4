import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SimulatePoint } from '@isacnet/figures'
import { readCheckpoint, runSimulation, simulationCheckpoint } from '@isacnet/simulation'
import type { BlockEngine } from './block-engine.js'
import { isacnetCommit, isacnetVersion } from './build-information.js'
import type { Checkpoint } from './interruption.js'
import { failureReason } from './output-directory.js'

/** What simulates the points of figures and claims. */
export interface SimulatedPoints {
  readonly engine: BlockEngine
  /** A directory that keeps what was simulated, so that a run that was interrupted goes on; nothing without one. */
  readonly directory?: string
  readonly signal: AbortSignal
  /** Throws after an interruption. */
  readonly checkpoint: Checkpoint
}

/**
 * Simulates points on an engine, or finds them in a directory where an earlier run of the same version has left them. A file that is
 * torn, or of another simulation, counts as none.
 */
export const simulatedPoints = ({ engine, directory, signal, checkpoint }: SimulatedPoints): SimulatePoint => {
  const pathOf = (content: unknown): string | undefined =>
    directory === undefined ? undefined : join(directory, `${hash([content, isacnetVersion, isacnetCommit])}.json`)
  return async (definition, until) => {
    const path = pathOf([definition, until])
    const known = path === undefined ? undefined : await readState(path, JSON.stringify(definition))
    if (known !== undefined) return known
    const runner = engine.runnerFor(definition)
    try {
      const { state } = await runSimulation(definition, { until, signal, ...(runner === undefined ? {} : { runner }) })
      await checkpoint()
      if (path !== undefined) await save(path, simulationCheckpoint(definition, state))
      return state
    } finally {
      await runner?.close()
    }
  }
}

const hash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)

const readState = async (path: string, definition: string) => {
  try {
    const checkpoint = readCheckpoint(await readFile(path, 'utf8'))
    return JSON.stringify(checkpoint.definition) === definition ? checkpoint.state : undefined
  } catch {
    return undefined
  }
}

const save = async (path: string, text: string): Promise<void> => {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new Error(`could not write ‘${path}’: ${failureReason(error)}`)
  }
}

/** Where a directory of results keeps what was simulated for them. */
export const keptSimulations = (out: string): string => join(out, '.isacnet-simulations')
