import { InvalidParameterError, type NetworkParameters, parameterDefinitions, services } from '@isacnet/model'
import type { SiteLayout } from '@isacnet/stochastic-geometry'
import type { SimulationControl } from './simulation-control.js'
import type { SimulationDefinition } from './simulation-definition.js'
import { parameterValue, type SimulationSettings, simulationParameters } from './simulation-parameters.js'

/** A simulation that somebody wants to go on with; whether that is possible is told by comparison. */
type WantedSimulation = SimulationSettings & {
  readonly network: NetworkParameters
  readonly control?: SimulationControl
  readonly sites?: SiteLayout
}

/**
 * Whether a simulation may go on from a checkpoint.
 *
 * @example
 * const [one, two] = [1, 2].map((seed) => defineSimulation(defineNetwork(), { seed }))
 * assertSameSimulation(one, two) // throws 'seed must be 1, as in the checkpoint, got 2'
 *
 * @param saved - the checkpoint's definition.
 * @throws {InvalidParameterError} that names the first parameter in which they differ, with both values.
 */
export const assertSameSimulation = (saved: SimulationDefinition, definition: WantedSimulation): void => {
  for (const { name, symbol } of parameterDefinitions)
    assertSame(name, saved.network[name], definition.network[name], symbol)
  for (const { name } of simulationParameters)
    assertSame(name, parameterValue(saved, name), parameterValue(definition, name))
  assertSame('control', controlInWords(saved.control), controlInWords(definition.control))
  if (JSON.stringify(saved.sites) !== JSON.stringify(definition.sites))
    throw new InvalidParameterError('sites', sitesInWords(definition.sites), `those of the checkpoint`)
}

const sitesInWords = (sites: SiteLayout | undefined): string =>
  sites === undefined ? 'none' : `${sites.x.length} others, or in another region`

const controlInWords = (control: SimulationControl | undefined): string =>
  control === undefined
    ? 'none'
    : `of ${control.transmitAntennas} antennas with the means ${services.map(({ service }) => control[service].mean).join(' and ')}`

const assertSame = (name: string, saved: unknown, value: unknown, symbol?: string): void => {
  if (JSON.stringify(saved) !== JSON.stringify(value))
    throw new InvalidParameterError(name, shown(value), `${shown(saved)}, as in the checkpoint`, symbol)
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? (value.length === 0 ? 'none' : value.join(', ')) : String(value)
