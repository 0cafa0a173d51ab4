import {
  InvalidParameterError,
  type NetworkParameters,
  type ParameterName,
  permittedName,
  readSeed,
  sensingClusterKinds,
} from '@isacnet/model'
import { assumptionNames, fidelities, precoderKinds, type SimulationOptions, typicals } from '@isacnet/simulation'
import { decimalNumber, share } from './decimal-number.js'
import { parameterAssignments } from './parameter-assignments.js'

/** What says which simulation is meant, as it was typed. */
export interface SimulationFlags {
  readonly set?: readonly string[]
  readonly fidelity?: string
  readonly typical?: string
  readonly sensingClusters?: string
  readonly precoders?: string
  /** Names, separated by commas. */
  readonly assumptions?: string
  readonly hardCoreDistance?: string
  readonly seed?: string
  readonly relativeBias?: string
}

/** What of a simulation was given; the rest has its defaults, or is that of a saved simulation. */
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
export const givenSimulation = (flags: SimulationFlags): GivenSimulation => {
  const given = {
    fidelity: named('fidelity', flags.fidelity, fidelities),
    typical: named('kind of typical receiver', flags.typical, typicals),
    sensingClusters: named('kind of sensing clusters', flags.sensingClusters, sensingClusterKinds),
    precoders: named('kind of precoders', flags.precoders, precoderKinds),
    assumptions: flags.assumptions?.split(',').map((name) => permittedName('assumption', name, assumptionNames)),
    hardCoreDistance:
      flags.hardCoreDistance === undefined
        ? undefined
        : decimalNumber(
            flags.hardCoreDistance,
            (got) => new InvalidParameterError('hardCoreDistance', got, 'a number of km ≥ 0'),
          ),
    seed: flags.seed === undefined ? undefined : readSeed(flags.seed),
    relativeBias:
      flags.relativeBias === undefined
        ? undefined
        : share(flags.relativeBias, (got) => new InvalidParameterError('relativeBias', got, 'between 0 and 1')),
  }
  return {
    network: parameterAssignments(flags.set ?? []),
    options: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }
}

const named = <Name extends string>(
  kind: string,
  name: string | undefined,
  permitted: readonly Name[],
): Name | undefined => (name === undefined ? undefined : permittedName(kind, name, permitted))
