import { defineNetwork, type ParameterName, parameterDefinitions, readSeed, type Seed } from '@isacnet/model'
import {
  defineSimulation,
  type SimulationDefinition,
  type SimulationOptions,
} from '../definition/simulation-definition.js'
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

/** A simulation and how far it is, as JSON on one line: all that {@link readCheckpoint} needs, of bounded length. */
export const simulationCheckpoint = (definition: SimulationDefinition, state: SimulationState): string =>
  JSON.stringify({ format, version, definition, state })

/**
 * Reads what {@link simulationCheckpoint} wrote, in this version of the format or the one before. Every member is checked.
 *
 * @throws {CheckpointError} for invalid or truncated JSON, something else, another version, or a member that is missing, unknown,
 * not permitted, or at odds with another; for a checkpoint of version 1 whose seed is read otherwise now.
 */
export const readCheckpoint = (text: string): Checkpoint => {
  const content = parsed(text)
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

const optionNames = [
  'fidelity',
  'typical',
  'sensingClusters',
  'precoders',
  'assumptions',
  'hardCoreDistance',
  'seed',
  'relativeBias',
] as const satisfies readonly (keyof SimulationOptions)[]

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
  const { network, ...options } = readRecord(value, 'definition', ['network', ...optionNames])
  const parameters = readRecord(
    network,
    'network',
    parameterDefinitions.map(({ name }) => name),
  )
  if (!Array.isArray(options.assumptions)) throw new CheckpointError('definition.assumptions must be a list')
  for (const name of ['hardCoreDistance', 'relativeBias'] as const)
    if (typeof options[name] !== 'number') throw new CheckpointError(`definition.${name} must be a number`)
  try {
    return defineSimulation(
      defineNetwork(parameters as Readonly<Record<ParameterName, number>>),
      options as unknown as SimulationOptions,
    )
  } catch (cause) {
    throw new CheckpointError((cause as Error).message, { cause })
  }
}
