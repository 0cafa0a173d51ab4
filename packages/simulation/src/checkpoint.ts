import { defineNetwork, type ParameterName, parameterDefinitions } from '@isacnet/model'
import { CheckpointError } from './checkpoint-error.js'
import { readRecord } from './checkpoint-fields.js'
import { readState } from './checkpoint-state.js'
import { defineSimulation, type SimulationDefinition, type SimulationOptions } from './simulation-definition.js'
import type { SimulationState } from './simulation-state.js'

/** A simulation and how far it is. */
export interface Checkpoint {
  readonly definition: SimulationDefinition
  readonly state: SimulationState
}

const format = 'isacnet-simulation'
const version = 1

/** A simulation and how far it is, as JSON on one line: all that {@link readCheckpoint} needs, of bounded length. */
export const simulationCheckpoint = (definition: SimulationDefinition, state: SimulationState): string =>
  JSON.stringify({ format, version, definition, state })

/**
 * Reads what {@link simulationCheckpoint} wrote. Every member is checked.
 *
 * @throws {CheckpointError} if the text is no JSON, something else, of another version, or has a member that is missing, unknown,
 * not permitted, or at odds with another.
 */
export const readCheckpoint = (text: string): Checkpoint => {
  const content = parsed(text)
  // Another version may have other members.
  if (typeof content === 'object' && content !== null && 'format' in content && content.format === format) {
    if (!('version' in content) || content.version !== version)
      throw new CheckpointError(
        `its version must be ${version}, got ${JSON.stringify('version' in content ? content.version : null)}`,
      )
  } else throw new CheckpointError(`its format is not ${format}`)
  const { definition, state } = readRecord(content, 'checkpoint', ['format', 'version', 'definition', 'state'])
  return { definition: readDefinition(definition), state: readState(state) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CheckpointError('it is no JSON, or not all of it', { cause })
  }
}

const optionNames = [
  'fidelity',
  'typical',
  'clusters',
  'precoders',
  'assumptions',
  'hardCoreDistance',
  'seed',
  'biasBound',
] as const satisfies readonly (keyof SimulationOptions)[]

const readDefinition = (value: unknown): SimulationDefinition => {
  const { network, ...options } = readRecord(value, 'definition', ['network', ...optionNames])
  const parameters = readRecord(
    network,
    'network',
    parameterDefinitions.map(({ name }) => name),
  )
  if (!Array.isArray(options.assumptions)) throw new CheckpointError('definition.assumptions must be a list')
  for (const name of ['hardCoreDistance', 'biasBound'] as const)
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
