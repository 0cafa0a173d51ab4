import { InvalidParameterError, type NetworkParameters, type ParameterName, permittedName } from '@isacnet/model'
import {
  assumptionNames,
  fidelities,
  precoderKinds,
  type SimulationOptions,
  sensingClusterReadings,
  typicals,
} from '@isacnet/simulation'
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
  readonly assume?: string
  readonly hardCoreDistance?: string
  readonly seed?: string
  readonly biasBound?: string
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
    clusters: named('kind of sensing clusters', flags.sensingClusters, sensingClusterReadings),
    precoders: named('kind of precoders', flags.precoders, precoderKinds),
    assumptions: flags.assume?.split(',').map((name) => permittedName('assumption', name, assumptionNames)),
    hardCoreDistance:
      flags.hardCoreDistance === undefined
        ? undefined
        : decimalNumber(
            flags.hardCoreDistance,
            (got) => new InvalidParameterError('hardCoreDistance', got, 'a number of km ≥ 0'),
          ),
    seed: flags.seed === undefined ? undefined : seed(flags.seed),
    biasBound:
      flags.biasBound === undefined
        ? undefined
        : share(flags.biasBound, (got) => new InvalidParameterError('biasBound', got, 'between 0 and 1')),
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

/** A seed that reads as a number is one; `007` and `x` are texts. */
export const seed = (text: string): number | string => {
  if (text === '') throw new InvalidParameterError('seed', 'an empty value', 'a number or a text')
  const value = Number(text)
  return Number.isFinite(value) && String(value) === text ? value : text
}
