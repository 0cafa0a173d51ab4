import {
  defineNetwork,
  laterParameterNames,
  type ParameterName,
  parameterDefinitions,
  readSeed,
  type Seed,
} from '@isacnet/model'
import {
  defineSimulation,
  type SimulationDefinition,
  type SimulationDefinitionOptions,
} from '../definition/simulation-definition.js'
import { laterNames, originalNames } from '../definition/simulation-parameters.js'
import type { SimulationState } from '../estimate/simulation-state.js'
import { CheckpointError } from './checkpoint-error.js'
import { readRecord } from './checkpoint-fields.js'
import { readState } from './checkpoint-state.js'

/** A simulation and how far it is. */
export interface Checkpoint {
  readonly definition: SimulationDefinition
  readonly state: SimulationState
}

const format = 'isacnet-simulation'
const version = 2

/**
 * A simulation and how far it is, as plain data whose JSON has a bounded length: all that {@link checkpointFrom} needs.
 *
 * @example
 * checkpointContent(defineSimulation(defineNetwork(), { seed: 1 }), initialState).format // 'isacnet-simulation'
 */
export const checkpointContent = (definition: SimulationDefinition, state: SimulationState) => ({
  format,
  version,
  definition,
  state,
})

/**
 * {@link checkpointContent} as JSON on one line, for {@link readCheckpoint}.
 *
 * @example
 * const definition = defineSimulation(defineNetwork(), { seed: 1 })
 * readCheckpoint(simulationCheckpoint(definition, initialState)).definition.seed // 1
 */
export const simulationCheckpoint = (definition: SimulationDefinition, state: SimulationState): string =>
  JSON.stringify(checkpointContent(definition, state))

/**
 * Reads what {@link simulationCheckpoint} wrote.
 *
 * @example
 * readCheckpoint('{') // throws 'no checkpoint of a simulation: it is invalid or truncated JSON'
 *
 * @throws {CheckpointError} for invalid or truncated JSON, and as {@link checkpointFrom}.
 */
export const readCheckpoint = (text: string): Checkpoint => checkpointFrom(parsed(text))

/**
 * Reads parsed JSON of {@link checkpointContent}, in this version of the format or the one before. Every member is checked.
 *
 * @example
 * checkpointFrom({ format: 'csv' }) // throws 'no checkpoint of a simulation: its format is not isacnet-simulation'
 *
 * @throws {CheckpointError} for something else, another version, or a member that is missing, unknown, not permitted, or at odds with
 * another; for a checkpoint of version 1 whose seed is read otherwise now.
 */
export const checkpointFrom = (content: unknown): Checkpoint => {
  // Another version may have other members.
  if (typeof content === 'object' && content !== null && 'format' in content && content.format === format) {
    const written = 'version' in content ? content.version : null
    if (written !== version && written !== 1)
      throw new CheckpointError(`its version must be 1 or ${version}, got ${JSON.stringify(written)}`)
  } else throw new CheckpointError(`its format is not ${format}`)
  const members = readRecord(content, 'checkpoint', ['format', 'version', 'definition', 'state'])
  const definition = members.version === 1 ? definitionOfVersion1(members.definition) : members.definition
  return { definition: readDefinition(definition), state: readState(members.state) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CheckpointError('it is invalid or truncated JSON', { cause })
  }
}

const namesOfVersion1 = [
  ...['network', 'fidelity', 'typical', 'clusters', 'precoders'],
  ...['assumptions', 'hardCoreDistance', 'seed', 'biasBound'],
]

/** Two members had other names, and seeds were taken as they came: the number 1.5, and a string '5' that was not the number. */
const definitionOfVersion1 = (value: unknown): unknown => {
  const { clusters, biasBound, ...others } = readRecord(value, 'definition', namesOfVersion1)
  const { seed } = others
  if ((typeof seed === 'number' || typeof seed === 'string') && !isRead(seed))
    throw new CheckpointError(
      `its seed, the ${typeof seed} ${JSON.stringify(seed)}, is of an earlier version and gives other random numbers now; simulate anew`,
    )
  return { ...others, sensingClusters: clusters, relativeBias: biasBound }
}

const isRead = (seed: Seed): boolean => {
  try {
    return Object.is(readSeed(seed), seed)
  } catch {
    return false
  }
}

const readDefinition = (value: unknown): SimulationDefinition => {
  const { network, ...options } = readRecord(
    value,
    'definition',
    ['network', ...originalNames],
    [...laterNames, 'control', 'sites'],
  )
  const names = parameterDefinitions.map(({ name }) => name)
  const parameters = readRecord(
    network,
    'network',
    names.filter((name) => !laterParameterNames.includes(name)),
    laterParameterNames,
  )
  try {
    return defineSimulation(
      defineNetwork(parameters as Readonly<Record<ParameterName, number>>),
      options as SimulationDefinitionOptions,
    )
  } catch (cause) {
    throw new CheckpointError((cause as Error).message, { cause })
  }
}
