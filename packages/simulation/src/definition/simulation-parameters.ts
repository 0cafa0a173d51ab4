import {
  assertOptions,
  type OptionChecks,
  quantityNamesOf,
  type Seed,
  type SensingClusters,
  sensingClusterKinds,
} from '@isacnet/model'
import {
  type DeploymentName,
  type DeploymentParameterName,
  type DeploymentParameters,
  deploymentNames,
  deployments,
  impliedDeployment,
} from '@isacnet/stochastic-geometry'
import { type Assumption, assumptionNames } from './assumption.js'
import { type Fidelity, fidelities } from './fidelity.js'
import { type Precoders, precoderKinds } from './precoders.js'
import { parameterCheck, type SimulationParameter } from './simulation-parameter.js'
import { type Typical, typicals } from './typical.js'

const fidelity: SimulationParameter<'fidelity', Fidelity> = {
  name: 'fidelity',
  kind: 'choice',
  permitted: fidelities,
  called: 'fidelity',
  meaning: 'what is sampled: the geometry with gains by their laws, or whole networks',
  defaultValue: 'gain-law',
  drawn: false,
  inTheorems: true,
}

const typical: SimulationParameter<'typical', Typical> = {
  name: 'typical',
  kind: 'choice',
  permitted: typicals,
  called: 'kind of typical receiver',
  meaning: 'whose rate is averaged',
  defaultValue: 'user',
  drawn: false,
  inTheorems: false,
  inWords: (receiver) => `typical ${receiver}`,
}

const sensingClusters: SimulationParameter<'sensingClusters', SensingClusters> = {
  name: 'sensingClusters',
  kind: 'choice',
  permitted: sensingClusterKinds,
  called: 'kind of sensing clusters',
  meaning: 'which base stations null towards a target: the nearest to its serving one, or to the target',
  defaultValue: 'bs-centric',
  drawn: true,
  inTheorems: true,
  inWords: (clusters) => `${clusters} clusters`,
}

const precoders: SimulationParameter<'precoders', Precoders> = {
  name: 'precoders',
  kind: 'choice',
  permitted: precoderKinds,
  called: 'kind of precoders',
  meaning: 'for channel: sampled from their law, or built from channels',
  defaultValue: 'sampled-in-law',
  drawn: false,
  inTheorems: true,
}

const assumptions: SimulationParameter<'assumptions', readonly Assumption[]> = {
  name: 'assumptions',
  kind: 'choices',
  permitted: assumptionNames,
  called: 'assumption',
  meaning: 'for channel: assumptions of the theorems to take over',
  defaultValue: [],
  drawn: false,
  inTheorems: true,
}

/** The parameters of deployments as those of a simulation. */
const deploymentParameters: readonly SimulationParameter<DeploymentParameterName, number>[] = deployments.flatMap(
  (deployment) =>
    deployment.parameters.map(({ name, symbol, meaning, unit, defaultValue, example, inWords }) => ({
      name,
      kind: 'number' as const,
      unit,
      meaning: `${symbol} of ${deployment.name}: ${meaning}`,
      defaultValue,
      ...(example === undefined ? {} : { example }),
      drawn: true,
      inTheorems: false,
      inWords: (value: number) => (value === defaultValue ? undefined : inWords(value)),
    })),
)

/** How base stations stand: as a random process, or at the sites of a layout. */
export type StationDeployment = DeploymentName | 'sites'

const deployment: SimulationParameter<'deployment', StationDeployment> = {
  name: 'deployment',
  kind: 'choice',
  permitted: [...deploymentNames, 'sites'],
  called: 'deployment',
  meaning: 'how base stations stand; a parameter of a deployment that is given, or a file of sites, says it as well',
  defaultValue: 'poisson',
  drawn: true,
  inTheorems: false,
  inWords: (name) => `deployment ${name}`,
}

/** Where interference comes from beyond the region of sites. */
export type BeyondRegion = 'nothing' | 'poisson'

const beyondRegion: SimulationParameter<'beyondRegion', BeyondRegion> = {
  name: 'beyondRegion',
  kind: 'choice',
  permitted: ['nothing', 'poisson'],
  called: 'surroundings of a region',
  meaning: 'for sites: who interferes from beyond their region besides them; poisson adds the mean of a random network',
  defaultValue: 'nothing',
  drawn: false,
  inTheorems: false,
  inWords: (surroundings) => (surroundings === 'nothing' ? undefined : 'a Poisson mean beyond the region'),
}

const seed: SimulationParameter<'seed', Seed> = {
  name: 'seed',
  kind: 'seed',
  meaning: 'of all random numbers: an integer, or any other string',
  defaultValue: 1,
  drawn: true,
  inTheorems: true,
  inWords: (value) => `seed ${value}`,
}

const relativeBias: SimulationParameter<'relativeBias', number> = {
  name: 'relativeBias',
  kind: 'share',
  meaning: 'by what share of itself a rate may be too low',
  defaultValue: 1e-4,
  drawn: false,
  inTheorems: true,
}

const quantities: SimulationParameter<'quantities', readonly string[]> = {
  name: 'quantities',
  kind: 'quantities',
  meaning: 'quantities of the law of the SIR that are estimated besides the rates, such as coverage:3dB',
  defaultValue: [],
  example: 'coverage:0dB',
  drawn: false,
  inTheorems: true,
}

/**
 * All parameters of a simulation beside its network and its length, in the order in which they are written and shown. Options, flags,
 * scenario keys, schemas, checkpoints and comparisons are made from this table. A deployment follows its parameters, which may imply it.
 */
export const simulationParameters = [
  fidelity,
  typical,
  sensingClusters,
  precoders,
  assumptions,
  ...deploymentParameters,
  deployment,
  beyondRegion,
  seed,
  relativeBias,
  quantities,
] as const

type Row = (typeof simulationParameters)[number]

/** A parameter of the table {@link simulationParameters}. */
export type SimulationParameterName = Row['name']

type ValueOf<Name extends SimulationParameterName> = Name extends DeploymentParameterName
  ? number
  : Extract<Row, { readonly name: Name }>['defaultValue']

type Values = { readonly [Name in SimulationParameterName]: ValueOf<Name> }

/**
 * Members of every definition and checkpoint since the first version. A parameter that came later is a member only where it has another
 * value than its default: otherwise the JSON of older simulations, and the seeds and keys that are hashes of it, would change.
 */
export const originalNames = [
  'fidelity',
  'typical',
  'sensingClusters',
  'precoders',
  'assumptions',
  'hardCoreDistance',
  'seed',
  'relativeBias',
] as const satisfies readonly SimulationParameterName[]

type OriginalName = (typeof originalNames)[number]

/** The options of a simulation beside its network; those that are left out have the defaults of {@link simulationParameters}. */
export interface SimulationOptions extends Partial<Values> {}

/** Everything that is to be said of a simulation beside its network: later parameters only if they don't have their defaults. */
export interface SimulationSettings extends Pick<Values, OriginalName>, Partial<Omit<Values, OriginalName>> {}

/** Members of a definition that came later than {@link originalNames}. */
export const laterNames: readonly SimulationParameterName[] = simulationParameters
  .map(({ name }) => name)
  .filter((name) => !originalNames.some((original) => original === name))

/** The parameters of deployments among all that is given. */
export const deploymentParametersOf = (options: SimulationOptions): Partial<DeploymentParameters> =>
  Object.fromEntries(
    deploymentParameters.flatMap(({ name }) => (options[name] === undefined ? [] : [[name, options[name]]])),
  )

/**
 * The value of a parameter, given or by default.
 *
 * @example
 * parameterValue({}, 'fidelity') // 'gain-law'
 */
export const parameterValue = <Name extends SimulationParameterName>(
  options: SimulationOptions,
  name: Name,
): Values[Name] => (options[name] ?? defaultOf(options, name)) as Values[Name]

const defaultOf = (options: SimulationOptions, name: SimulationParameterName): unknown =>
  name === 'deployment'
    ? impliedDeployment(deploymentParametersOf(options))
    : simulationParameters.find((parameter) => parameter.name === name)!.defaultValue

/**
 * Whether a parameter has its default, given or not.
 *
 * @example
 * isDefault({ fidelity: 'gain-law' }, 'fidelity') // true
 */
export const isDefault = (options: SimulationOptions, name: SimulationParameterName): boolean =>
  JSON.stringify(parameterValue(options, name)) === JSON.stringify(defaultOf(options, name))

export const optionChecks = Object.fromEntries(
  simulationParameters.map((parameter) => [parameter.name, parameterCheck(parameter)]),
) as OptionChecks<SimulationOptions>

/**
 * Options with all members of a definition, in its order.
 *
 * @example
 * completeOptions({ seed: 1 }).fidelity // 'gain-law'
 *
 * @throws {UnknownNameError} for options and names that are not listed.
 * @throws {InvalidParameterError} for a value that its parameter can't have, whatever the others are.
 */
export const completeOptions = (options: SimulationOptions): SimulationSettings => {
  assertOptions('a simulation', options, optionChecks)
  return Object.fromEntries(
    simulationParameters
      .filter(({ name }) => !laterNames.includes(name) || !isDefault(options, name))
      .map((parameter) => [parameter.name, canonicalValue(parameter, parameterValue(options, parameter.name))]),
  ) as unknown as SimulationSettings
}

/** The same value for what means the same. */
const canonicalValue = ({ kind }: SimulationParameter, value: unknown): unknown =>
  kind === 'quantities' ? quantityNamesOf(value as readonly string[]) : value

/** The deployment that is meant, whether it is named or implied. */
export const deploymentOf = (options: SimulationOptions): StationDeployment => parameterValue(options, 'deployment')
