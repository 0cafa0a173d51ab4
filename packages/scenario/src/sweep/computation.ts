import { sensingMethodsForAnySize } from '@isacnet/analysis'
import {
  alternatives,
  chosenServiceQuantity,
  InvalidParameterError,
  isInformation,
  quantityNamesOf,
  type Seed,
  UnknownNameError,
} from '@isacnet/model'
import type { AllocationConstraints } from '@isacnet/optimization'
import { completeOptions, type SimulationOptions, type StoppingRule, simulationParameters } from '@isacnet/simulation'
import { parseObjective } from '../compute/objective.js'
import { objectiveQuantityNames } from '../compute/objective-quantities.js'
import { isQuantityAlone } from '../compute/quantity-terms.js'
import type { Computation, Methods, Objective } from '../compute/resolved-study.js'
import type { WrittenComputation } from '../source/scenario-schema.js'
import type { ScenarioSource, SourcePath } from '../source/scenario-source.js'
import { constantNumber, readValue } from '../source/written-value.js'
import { ExpressionError } from '../values/expression.js'
import type { Dimension } from '../values/unit.js'

const kinds = ['theorem', 'simulation', 'optimization'] as const

/**
 * A computation that a scenario asks for.
 *
 * @throws {ScenarioError} for what contradicts itself or is outside its domain.
 */
export const readComputations = async (
  written: readonly WrittenComputation[] | null | undefined,
  seed: Seed,
  source: ScenarioSource,
): Promise<readonly Computation[]> => {
  if (written === undefined || written === null) return readComputations([{ theorem: null }], seed, source)
  if (written.length === 0) throw source.errorAt(['compute'], `compute must have one of ${kinds.join(', ')}, got none`)
  const computations: Computation[] = []
  for (const [index, entry] of written.entries()) {
    const path = ['compute', index]
    const given = kinds.filter((kind) => entry[kind] !== undefined)
    if (given.length !== 1) {
      const got = given.length === 0 ? 'none' : given.join(' and ')
      throw source.errorAt(path, `an entry of compute must have one of ${kinds.join(', ')}, got ${got}`)
    }
    const kind = given[0]!
    const name = nameOf(entry.name, kind, computations, source, path)
    const reader = readerFor(source, [...path, kind])
    if (kind === 'theorem') computations.push(await theorem(name, entry.theorem ?? {}, reader))
    else if (kind === 'simulation') computations.push(await simulation(name, entry.simulation ?? {}, seed, reader))
    else computations.push(await optimization(name, entry.optimization ?? {}, reader))
  }
  return computations
}

type Written<Kind extends (typeof kinds)[number]> = NonNullable<WrittenComputation[Kind]>

const nameOf = (
  given: string | undefined,
  kind: string,
  earlier: readonly Computation[],
  source: ScenarioSource,
  path: SourcePath,
): string => {
  const taken = (name: string) => earlier.some((computation) => computation.name === name)
  if (given === undefined) {
    for (let count = 1; ; count++) {
      const name = count === 1 ? kind : `${kind}-${count}`
      if (!taken(name)) return name
    }
  }
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(given))
    throw source.errorAt(
      [...path, 'name'],
      `the name of a computation must have letters, digits, - and _ only, begin with a letter and be at most 40 long, got ‘${given.slice(0, 60)}’`,
    )
  if (taken(given))
    throw source.errorAt([...path, 'name'], `a computation must have a name of its own, got ‘${given}’ twice`)
  return given
}

interface Reader {
  readonly errorAt: (key: string, reason: string, offset?: number) => Error
  readonly number: (key: string, value: number | string, dimension: Dimension) => Promise<number>
}

const readerFor = (source: ScenarioSource, path: SourcePath): Reader => ({
  errorAt: (key, reason, offset = 0) => source.errorAt([...path, key], reason, { offset }),
  number: async (key, written, dimension) => {
    const at = [...path, key]
    const names = {
      resolve: () => undefined,
      describeUnknown: (name: string) => `it must be a number, without names, got ‘${name}’`,
    }
    const value = await readValue(written, dimension, key, names, source, at)
    return value.toNative(constantNumber(value, source, at))
  },
})

const methods = (written: Written<'theorem'>): Methods => ({
  communicationMethod: written.communicationMethod ?? 'exact',
  sensingMethod: written.sensingMethod ?? 'exact',
  sensingClusters: written.sensingClusters ?? 'bs-centric',
})

const theorem = async (name: string, written: Written<'theorem'>, reader: Reader): Promise<Computation> => {
  const objective = await readObjective(written, reader)
  const quantities = readQuantities(written.quantities ?? [], reader)
  return {
    kind: 'theorem',
    name,
    ...methods(written),
    ...(objective === undefined ? {} : { objective }),
    ...(quantities.length === 0 ? {} : { quantities }),
  }
}

/** Canonical names of quantities of the law of the SIR. */
const readQuantities = (written: readonly string[], reader: Reader): readonly string[] =>
  inPlace(() => quantityNamesOf(written), 'quantities', reader)

/** Errors about what is written where it stands. */
const inPlace = <Value>(read: () => Value, key: string, reader: Reader): Value => {
  try {
    return read()
  } catch (error) {
    if (error instanceof InvalidParameterError || error instanceof UnknownNameError)
      throw reader.errorAt(key, error.message)
    throw error
  }
}

const readObjective = async (
  { objective, rho }: { readonly objective?: string | undefined; readonly rho?: number | undefined },
  reader: Reader,
): Promise<Objective | undefined> => {
  if (rho !== undefined) {
    if (objective !== 'sum') throw reader.errorAt('rho', `rho belongs to ‘objective: sum’, got ${rho} without it`)
    if (!(rho >= 0 && rho <= 1)) throw reader.errorAt('rho', `rho must be ≥ 0 and ≤ 1, got ${rho}`)
  }
  if (objective === undefined) return undefined
  if (objective === 'communication' || objective === 'sensing') return { kind: objective }
  if (objective === 'sum') {
    if (rho === undefined) throw reader.errorAt('objective', '‘objective: sum’ needs rho, the weight of communication')
    return { kind: 'sum', rho }
  }
  if (isQuantityAlone(objective))
    return { kind: 'quantity', quantity: inPlace(() => chosenServiceQuantity(objective).name, 'objective', reader) }
  if (/^[a-z-]{3,}$/i.test(objective)) {
    const { message } = new UnknownNameError('objective', objective, ['communication', 'sensing', 'sum'])
    throw reader.errorAt('objective', `${message}, or an expression such as 0.3*Tc + 0.7*Ts`)
  }
  try {
    const expression = await parseObjective(objective)
    if (
      expression.quantities.length === 0 &&
      !objectiveQuantityNames.some((quantity) => expression.names.has(quantity))
    )
      throw new ExpressionError(
        `it must depend on ${alternatives([...objectiveQuantityNames, 'a quantity such as communication-coverage:0dB'])}, got ‘${objective}’`,
      )
    return { kind: 'expression', expression: objective.trim() }
  } catch (error) {
    if (error instanceof ExpressionError) throw reader.errorAt('objective', `objective: ${error.message}`, error.offset)
    throw error
  }
}

const count = (key: string, value: number, reader: Reader): number => {
  if (!Number.isSafeInteger(value) || value < 1)
    throw reader.errorAt(key, `${key} must be an integer ≥ 1, got ${value}`)
  return value
}

/** A share that is neither nothing nor all. */
const share = async (key: string, written: number | string, reader: Reader): Promise<number> => {
  const value = await reader.number(key, written, 'ratio')
  if (!(value > 0 && value < 1)) throw reader.errorAt(key, `${key} must be between 0 and 1, got ${value}`)
  return value
}

const simulation = async (
  name: string,
  written: Written<'simulation'>,
  seed: Seed,
  reader: Reader,
): Promise<Computation> => {
  const { trials, relativeError, maximumTrials } = written
  const confidence = written.confidence === undefined ? 0.95 : await share('confidence', written.confidence, reader)
  if (trials !== undefined)
    for (const key of ['relativeError', 'maximumTrials'] as const)
      if (written[key] !== undefined)
        throw reader.errorAt(key, `${key} must be left out with trials, got ${written[key]}`)
  const until: StoppingRule =
    trials !== undefined
      ? { trials: count('trials', trials, reader) }
      : {
          relativeError: relativeError === undefined ? 0.005 : await share('relativeError', relativeError, reader),
          confidence,
          ...(maximumTrials === undefined ? {} : { maximumTrials: count('maximumTrials', maximumTrials, reader) }),
        }
  const { seed: first, ...others } = completeOptions({ ...(await readSampling(written, reader)), seed })
  return {
    kind: 'simulation',
    name,
    options: { seed: first, ...others },
    until,
    confidence,
  }
}

/** Parameters of the simulation, of which the schema has checked names. */
const readSampling = async (written: Written<'simulation'>, reader: Reader): Promise<SimulationOptions> => {
  const given: Record<string, unknown> = {}
  for (const parameter of simulationParameters) {
    if (parameter.name === 'seed') continue
    const value = written[parameter.name]
    if (value === undefined) continue
    given[parameter.name] =
      parameter.kind === 'quantities'
        ? readQuantities(value as readonly string[], reader)
        : typeof value === 'object'
          ? value
          : parameter.kind === 'number'
            ? await reader.number(parameter.name, value, parameter.unit === 'km' ? 'length' : 'ratio')
            : parameter.kind === 'share'
              ? await share(parameter.name, value, reader)
              : value
  }
  return given
}

/** Limits of quantities by their canonical names; rates in nats. */
const limitsOf = async (
  written: Readonly<Record<string, number | string>>,
  reader: Reader,
): Promise<Readonly<Record<string, number>> | undefined> => {
  const limits: Record<string, number> = {}
  for (const [text, value] of Object.entries(written)) {
    const { name, chosen } = inPlace(() => chosenServiceQuantity(text), 'limits', reader)
    const limit = await reader.number('limits', value, isInformation(chosen.quantity) ? 'information' : 'ratio')
    if (!(limit >= 0)) throw reader.errorAt('limits', `a limit of ${name} must be ≥ 0, got ${value}`)
    if (limits[name] !== undefined) throw reader.errorAt('limits', `${name} must have one limit, got two`)
    limits[name] = limit
  }
  return Object.keys(limits).length === 0 ? undefined : limits
}

const optimization = async (name: string, written: Written<'optimization'>, reader: Reader): Promise<Computation> => {
  const objective = await readObjective(written, reader)
  if (objective === undefined)
    throw reader.errorAt(
      'objective',
      'an optimization must have an objective: communication, sensing, sum or an expression',
    )
  const { sensingMethod: named = 'exact', sensingClusters = 'bs-centric' } = written
  const actual = [named, written.communicationMethod ?? 'exact'].filter((method) => method === 'actual-requests').length
  if (actual === 1)
    throw reader.errorAt(
      'sensingMethod',
      `communicationMethod and sensingMethod of an optimization must both be actual-requests or neither, got ${written.communicationMethod ?? 'exact'} and ${named}`,
    )
  const sensingMethod =
    actual === 2 ? ('actual-requests' as const) : sensingMethodsForAnySize.find((method) => method === named)
  if (sensingMethod === undefined)
    throw reader.errorAt(
      'sensingMethod',
      `an optimization must have a sensing method for every Q: ${sensingMethodsForAnySize.join(', ')}; got ‘${named}’`,
    )
  if (sensingMethod !== 'exact' && sensingMethod !== 'actual-requests' && sensingClusters !== 'bs-centric')
    throw reader.errorAt(
      'sensingClusters',
      `the sensing method ‘${sensingMethod}’ must have bs-centric clusters, got ‘${sensingClusters}’`,
    )
  const rate = async (key: 'minCommunicationRate' | 'minSensingRate'): Promise<number | undefined> => {
    const given = written[key]
    if (given === undefined) return undefined
    const value = await reader.number(key, given, 'information')
    if (!(value >= 0)) throw reader.errorAt(key, `${key} must be ≥ 0, got ${given}`)
    return value
  }
  const atLeastOne = (key: 'minCommunicationClusterSize' | 'minSensingClusterSize'): number | undefined =>
    written[key] === undefined ? undefined : count(key, written[key], reader)
  const constraints: { -readonly [Name in keyof AllocationConstraints]: AllocationConstraints[Name] | undefined } = {
    minCommunicationRate: await rate('minCommunicationRate'),
    minSensingRate: await rate('minSensingRate'),
    minCommunicationClusterSize: atLeastOne('minCommunicationClusterSize'),
    minSensingClusterSize: atLeastOne('minSensingClusterSize'),
    quantities: await limitsOf(written.limits ?? {}, reader),
  }
  return {
    kind: 'optimization',
    name,
    objective,
    constraints: Object.fromEntries(
      Object.entries(constraints).filter(([, value]) => value !== undefined),
    ) as AllocationConstraints,
    ...methods(written),
  }
}
