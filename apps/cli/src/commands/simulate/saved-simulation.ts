import { readFile } from 'node:fs/promises'
import { type InformationUnit, informationUnits } from '@isacnet/model'
import {
  CheckpointError,
  checkpointContent,
  checkpointFrom,
  type SimulationDefinition,
  type SimulationState,
  type StoppingRule,
} from '@isacnet/simulation'
import { documentJson } from '../../documents/document-json.js'
import type { SiteRecords } from '../../documents/site-document.js'
import { failureReason } from '../../files/output-directory.js'
import type { StoppingTarget } from '../../flags/stopping-flags.js'
import { UsageError } from '../../process/exit-code.js'
import type { SimulateDocument } from './simulate-schema.js'

/** A simulation that a file keeps: what it is, how far it is, and what it was to reach. */
export interface SavedSimulation {
  readonly definition: SimulationDefinition
  readonly state: SimulationState
  readonly target: StoppingTarget
  readonly unit: InformationUnit
  readonly elapsedSeconds: number
  /** The sites as they stood in their file, if there was one. */
  readonly sites?: SiteRecords
}

/** The content of a file from which a simulation can go on: its document, with a checkpoint. */
export const savedSimulation = (
  document: SimulateDocument,
  definition: SimulationDefinition,
  state: SimulationState,
): string => documentJson({ ...document, checkpoint: checkpointContent(definition, state) })

/**
 * Reads what {@link savedSimulation} wrote.
 *
 * @throws {UsageError} when the file can't be read or is something else.
 */
export const readSavedSimulation = async (path: string): Promise<SavedSimulation> => {
  const refused = (reason: string) =>
    new UsageError(`--resume must be a file that isacnet simulate --out wrote, got ‘${path}’: ${reason}`)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw refused(missing ? 'there is no such file' : failureReason(error))
  }
  try {
    const document: unknown = JSON.parse(text)
    if (!isObject(document)) throw new Error('it is not a JSON object')
    if (!isObject(document.checkpoint)) throw new Error('it has no checkpoint')
    return { ...checkpointFrom(document.checkpoint), ...presentation(document), ...savedSites(document) }
  } catch (error) {
    if (error instanceof SyntaxError) throw refused('it is invalid or truncated JSON')
    throw refused(error instanceof CheckpointError ? error.fault : (error as Error).message)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members of the document beside the checkpoint that a run which goes on takes over. */
const presentation = (
  document: Readonly<Record<string, unknown>>,
): Pick<SavedSimulation, 'target' | 'unit' | 'elapsedSeconds'> => {
  const { until, elapsedSeconds, communication } = document
  const unit = informationUnits.find((name) => name === document.unit)
  if (unit === undefined) throw new Error('its unit is missing')
  if (!isNumber(elapsedSeconds) || elapsedSeconds < 0) throw new Error('its elapsedSeconds are missing')
  const rate = isObject(communication) ? communication.rate : undefined
  // It was called level before.
  const confidence = isObject(rate) ? (rate.confidence ?? rate.level) : undefined
  if (!isShare(confidence)) throw new Error('its confidence is missing')
  return { unit, elapsedSeconds, target: { until: stoppingRule(until, confidence), confidence } }
}

/** Reads what the document keeps of the file of sites. */
const savedSites = ({ siteFile, sites }: Readonly<Record<string, unknown>>): Pick<SavedSimulation, 'sites'> => {
  if (siteFile === undefined) return {}
  const { file, unit, centre } = isObject(siteFile) ? siteFile : {}
  const knownUnit = (['metres', 'kilometres', 'degrees'] as const).find((name) => name === unit)
  if (typeof file !== 'string' || knownUnit === undefined || !isPlace(centre) || !Array.isArray(sites))
    throw new Error('its siteFile or its sites are missing')
  const rows = sites.map((site: unknown) => {
    const { row, name, coordinates, station } = isObject(site) ? site : {}
    if (!isNumber(row) || typeof name !== 'string' || !isPlace(coordinates) || !isNumber(station))
      throw new Error('its sites are not as they were written')
    return { row, name, coordinates, station }
  })
  return { sites: { file, unit: knownUnit, centre, rows } }
}

const isPlace = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(isNumber)

const stoppingRule = (until: unknown, confidence: number): StoppingRule => {
  if (isObject(until)) {
    const { trials, relativeError, everySite } = until
    if (isNumber(trials) && Number.isSafeInteger(trials) && trials >= 1) return { trials }
    if (isShare(relativeError)) return { relativeError, confidence, ...(everySite === true ? { everySite } : {}) }
  }
  throw new Error('it doesn’t say until when it was to run')
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const isShare = (value: unknown): value is number => isNumber(value) && value > 0 && value < 1
