import {
  anObject,
  aSeed,
  aString,
  assertOptions,
  type NetworkParameters,
  type OptionChecks,
  oneOf,
  paperNetwork,
  parameterDefinitions,
  permittedName,
  readSeed,
  required,
  type Seed,
} from '@isacnet/model'
import { isDefault, type SimulationSettings, simulationParameters } from '@isacnet/simulation'
import { stringify } from 'yaml'
import type { Computation, Objective, StudyOutputs, SweepAxis } from '../compute/resolved-study.js'
import { nativeUnit } from '../values/unit.js'
import { scenarioSchemaUrl } from './json-schema.js'
import { dimensionOf } from './scenario-names.js'
import type { WrittenComputation } from './scenario-schema.js'

/** The content of a scenario. Members that are left out have their defaults. */
export interface ScenarioContent {
  readonly title?: string
  /** Only what differs from the paper's network is written; swept parameters are left to `axes`. */
  readonly network: NetworkParameters
  readonly axes?: readonly SweepAxis[]
  readonly infeasible?: 'error' | 'skip'
  /** A simulation's seed is that of `seed`, the confidence of its stopping rule that of its intervals. */
  readonly computations?: readonly Computation[]
  readonly outputs?: Partial<StudyOutputs>
  readonly seed?: Seed
}

const contentChecks: OptionChecks<ScenarioContent> = {
  title: aString,
  network: required(anObject),
  axes: anObject,
  infeasible: oneOf(['error', 'skip']),
  computations: anObject,
  outputs: anObject,
  seed: aSeed,
}

export type ScenarioFormat = 'yaml' | 'json'
export const scenarioFormats: readonly ScenarioFormat[] = ['yaml', 'json']

/**
 * The text of a scenario. `resolveScenario` gives back the same networks and computations, number by number.
 *
 * @example
 * writeScenario({ network: defineNetwork({ K: 5 }), computations: [{ kind: 'theorem' }] }).includes('usersPerCell: 5') // true
 *
 * @throws {UnknownNameError} for another format.
 * @throws {UnknownNameError} {InvalidParameterError} for content that isn't as its type says.
 */
export const writeScenario = (content: ScenarioContent, format: ScenarioFormat = 'yaml'): string => {
  assertOptions('writeScenario', content, contentChecks)
  permittedName('format', format, scenarioFormats)
  const document = writtenDocument(content)
  if (format === 'json') return `${JSON.stringify({ $schema: scenarioSchemaUrl, ...document }, null, 2)}\n`
  return `# yaml-language-server: $schema=${scenarioSchemaUrl}\n${stringify(document, { lineWidth: 100 })}`
}

const writtenDocument = (content: ScenarioContent): Record<string, unknown> => {
  const { title, network, axes = [], infeasible, computations, outputs, seed } = content
  const swept = new Set(axes.flatMap(({ quantities }) => quantities.map(({ name }) => name)))
  const changes = parameterDefinitions
    .filter(({ name }) => !swept.has(name) && network[name] !== paperNetwork[name])
    .map(({ name, defaultValue }) => {
      const value = network[name] ?? defaultValue
      return [name, withUnit(value, nativeUnit(dimensionOf(name)))] as const
    })
  return withoutUndefined({
    title: title === '' ? undefined : title,
    network: changes.length === 0 ? undefined : Object.fromEntries(changes),
    sweep: axes.length === 0 ? undefined : axes.map(writtenAxis),
    infeasible: infeasible === 'skip' ? 'skip' : undefined,
    compute: computations?.map(writtenComputation),
    seed: seed === undefined ? undefined : readSeed(seed),
    output: outputs === undefined ? undefined : withoutUndefined({ ...outputs }),
  })
}

const withUnit = (value: number, unit: string): number | string => (unit === '' ? value : `${value} ${unit}`)

const writtenAxis = ({ quantities }: SweepAxis): Record<string, unknown> => {
  const written = quantities.map(({ name, unit, values }) =>
    withoutUndefined({ vary: name, unit: unit === '' ? undefined : unit, values }),
  )
  return written.length === 1 ? written[0]! : { zip: written }
}

const writtenComputation = (computation: Computation): WrittenComputation => {
  const { kind, name } = computation
  const named = name === kind ? {} : { name }
  if (kind === 'theorem') {
    const { objective } = computation
    return {
      ...named,
      theorem: {
        ...writtenMethods(computation),
        ...(objective === undefined ? {} : writtenObjective(objective)),
        ...(computation.quantities === undefined ? {} : { quantities: [...computation.quantities] }),
      },
    }
  }
  if (kind === 'optimization') {
    const { objective, constraints } = computation
    const optimization = withoutUndefined({
      ...writtenObjective(objective),
      minCommunicationRate: constraints.minCommunicationRate,
      minSensingRate: constraints.minSensingRate,
      minCommunicationClusterSize: constraints.minCommunicationClusterSize,
      minSensingClusterSize: constraints.minSensingClusterSize,
      limits: constraints.quantities,
      ...writtenMethods(computation),
    })
    return { ...named, optimization }
  }
  const { options, until, confidence } = computation
  const precision =
    'trials' in until
      ? { trials: until.trials }
      : { relativeError: until.relativeError, maximumTrials: until.maximumTrials }
  const simulation = withoutUndefined({
    ...writtenSampling(options),
    ...precision,
    confidence,
  })
  return { ...named, simulation }
}

/** The options of a simulation that differ from the defaults; its seed is the study's. */
const writtenSampling = (options: SimulationSettings): Record<string, unknown> => {
  return Object.fromEntries(
    simulationParameters
      .filter(({ name, kind }) => kind !== 'seed' && !isDefault(options, name))
      .map((parameter) => {
        const value = options[parameter.name]
        return [parameter.name, parameter.kind === 'number' ? withUnit(value as number, parameter.unit) : value]
      }),
  )
}

const writtenMethods = ({
  communicationMethod,
  sensingMethod,
  sensingClusters,
}: Pick<Extract<Computation, { kind: 'theorem' }>, 'communicationMethod' | 'sensingMethod' | 'sensingClusters'>) => ({
  communicationMethod,
  sensingMethod,
  sensingClusters,
})

const writtenObjective = (objective: Objective): { objective: string; rho?: number } => {
  if (objective.kind === 'expression') return { objective: objective.expression }
  if (objective.kind === 'quantity') return { objective: objective.quantity }
  return objective.kind === 'sum' ? { objective: 'sum', rho: objective.rho } : { objective: objective.kind }
}

const withoutUndefined = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
