import { InvalidParameterError, type NetworkParameters, type ParameterName } from '@isacnet/model'
import {
  readParameter,
  type SimulationDefinitionOptions,
  type SimulationParameterName,
  simulationParameters,
} from '@isacnet/simulation'
import type { SiteFile } from '../documents/site-document.js'
import { parameterAssignments } from './parameter-assignments.js'
import { givenSites } from './site-flags.js'
import type { SiteFlags } from './site-options.js'

/** Which simulation is meant, as it was typed: a flag for each parameter of the table. */
export interface SimulationFlags extends SiteFlags, Partial<Readonly<Record<SimulationParameterName, string>>> {
  readonly set?: readonly string[]
}

/** The options of a simulation that were given; the rest have their defaults, or are those of a saved simulation. */
export interface GivenSimulation {
  readonly network: Partial<Pick<NetworkParameters, ParameterName>>
  readonly options: SimulationDefinitionOptions
  /** The file of the sites, if there is one. */
  readonly siteFile?: SiteFile
}

/**
 * The simulation that flags describe. Names and numbers are checked here; what the numbers may be is the model's to judge. Sites have the density that they
 * have.
 *
 * @throws {UsageError} for a parameter given twice or without a value, and what {@link givenSites} throws.
 * @throws {UnknownNameError} for a name that is not known.
 * @throws {InvalidParameterError} for what is no number, and a density beside sites.
 */
export const givenSimulation = (flags: SimulationFlags): GivenSimulation => {
  const network = parameterAssignments(flags.set ?? [])
  const options = Object.fromEntries(
    simulationParameters.flatMap((parameter) => {
      const text = flags[parameter.name]
      return text === undefined ? [] : [[parameter.name, readParameter(parameter, text)]]
    }),
  ) as SimulationDefinitionOptions
  const siteFile = givenSites(flags)
  if (siteFile === undefined) {
    if (options.deployment === 'sites')
      throw new InvalidParameterError('deployment', 'sites', 'another one, unless --sites names a file')
    return { network, options }
  }
  const { density, layout } = siteFile
  if (network.baseStationDensity !== undefined)
    throw new InvalidParameterError(
      'baseStationDensity',
      network.baseStationDensity,
      `left out with --sites, whose density is ${Number(density.toPrecision(6))} per km²`,
      'λ_b',
    )
  return { network: { ...network, baseStationDensity: density }, options: { ...options, sites: layout }, siteFile }
}
