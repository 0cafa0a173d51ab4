import type { NetworkParameters, ParameterName } from '@isacnet/model'
import {
  readParameter,
  type SimulationOptions,
  type SimulationParameterName,
  simulationParameters,
} from '@isacnet/simulation'
import { parameterAssignments } from './parameter-assignments.js'

/** Which simulation is meant, as it was typed: a flag for each parameter of the table. */
export interface SimulationFlags extends Partial<Readonly<Record<SimulationParameterName, string>>> {
  readonly set?: readonly string[]
}

/** The options of a simulation that were given; the rest have their defaults, or are those of a saved simulation. */
export interface GivenSimulation {
  readonly network: Partial<Pick<NetworkParameters, ParameterName>>
  readonly options: SimulationOptions
}

/**
 * The simulation that flags describe. Names and numbers are checked here; what the numbers may be is the model's to judge.
 *
 * @throws {UsageError} for a parameter given twice or without a value.
 * @throws {UnknownNameError} for a name that is not known.
 * @throws {InvalidParameterError} for what is no number.
 */
export const givenSimulation = (flags: SimulationFlags): GivenSimulation => ({
  network: parameterAssignments(flags.set ?? []),
  options: Object.fromEntries(
    simulationParameters.flatMap((parameter) => {
      const text = flags[parameter.name]
      return text === undefined ? [] : [[parameter.name, readParameter(parameter, text)]]
    }),
  ) as SimulationOptions,
})
