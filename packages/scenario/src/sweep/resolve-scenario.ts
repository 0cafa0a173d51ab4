import { assertFeasibleMethods } from '@isacnet/analysis'
import {
  aFunction,
  alternatives,
  anObject,
  aSeed,
  aString,
  assertOptions,
  type ChosenQuantity,
  chosenQuantity,
  defineNetwork,
  InfeasibleAllocationError,
  InvalidParameterError,
  type Network,
  type NetworkParameters,
  type OptionChecks,
  type ParameterName,
  paperNetwork,
  parameterDefinitions,
  permittedName,
  QuantityNotApplicableError,
  readSeed,
  type Seed,
  sirQuantities,
  UnknownNameError,
} from '@isacnet/model'
import { defineSimulation, type SimulationDefinitionOptions } from '@isacnet/simulation'
import { type SiteLayout, siteCells } from '@isacnet/stochastic-geometry'
import { chosenBy } from '../compute/chosen-by.js'
import {
  type Computation,
  plottedQuantities,
  type ResolvedPoint,
  type ResolvedStudy,
  type SimulationComputation,
} from '../compute/resolved-study.js'
import {
  assertVariableNames,
  dimensionOf,
  parameterCalled,
  scenarioNames,
  subjectOf,
} from '../source/scenario-names.js'
import type { ScenarioDocument, WrittenValue } from '../source/scenario-schema.js'
import { readSource, type ScenarioSource, type SourcePath } from '../source/scenario-source.js'
import { readDocument } from '../source/schema-issue.js'
import { type Names, readValue, type WrittenQuantityValue } from '../source/written-value.js'
import { dependencyOrder } from '../values/dependency-order.js'
import { ExpressionError } from '../values/expression.js'
import { readComputations } from './computation.js'
import { scenarioSites } from './scenario-sites.js'
import { studyGrid } from './study-grid.js'

export interface ScenarioOptions {
  /** How errors call the file; default `scenario`. */
  readonly fileName?: string
  /** Parameters in their own units that take the place of what the scenario says of them. */
  readonly network?: Readonly<Partial<Record<ParameterName, number>>>
  /** Takes the place of the scenario's; as `readSeed` of `@isacnet/model` reads it. */
  readonly seed?: Seed
  /** Reads a file that the scenario names, of sites or of their region; a scenario that names one is refused without. */
  readonly readFile?: (name: string) => string
}

const optionChecks: OptionChecks<ScenarioOptions> = {
  fileName: aString,
  network: (name, value) => {
    if (value === undefined) return
    anObject(name, value)
    for (const parameter of Object.keys(value as object))
      permittedName(
        'parameter',
        parameter,
        parameterDefinitions.map((definition) => definition.name),
      )
  },
  seed: aSeed,
  readFile: aFunction,
}

/**
 * Reads a scenario, YAML or JSON, and resolves it: units converted, expressions evaluated at every point, everything validated.
 * What can be wrong is found here rather than when the study has run for hours.
 *
 * mathjs is loaded for units other than decibels, % and bits, and for expressions; otherwise not.
 *
 * @example
 * const study = await resolveScenario('sweep: [{ vary: K, values: [1, 2] }]\ncompute: [{ theorem: {} }]')
 * study.points.map(({ network }) => network.usersPerCell) // [1, 2]
 *
 * @throws {UnknownNameError} {InvalidParameterError} for options that aren't as their type says.
 * @throws {ScenarioError} with file, line, column and what is allowed.
 */
export const resolveScenario = async (text: string, options: ScenarioOptions = {}): Promise<ResolvedStudy> => {
  assertOptions('resolveScenario', options, optionChecks)
  const { fileName = 'scenario', network = {}, seed: givenSeed } = options
  const source = readSource(text, fileName, { asWritten: ['seed'] })
  if (source.value === null) throw source.errorAt([], 'a scenario must be a mapping, got an empty file')
  const document = readDocument(source)
  const seed = givenSeed === undefined ? seedOf(document, source) : readSeed(givenSeed)
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(document.title ?? ''))
    throw source.errorAt(['title'], `title must be one line of printable characters, got ‘${document.title}’`)
  const written = await readComputations(document.compute, seed, source)
  const sites =
    document.sites === undefined || document.sites === null
      ? undefined
      : await scenarioSites(document.sites, options.readFile, source)
  const computations =
    sites === undefined
      ? written
      : written.map((computation) => (computation.kind === 'simulation' ? { ...computation, sites } : computation))
  const { points, axes, skipped } = await resolvePoints(
    document,
    sites === undefined ? network : { ...network, ...densityOf(sites, document, network, source) },
    computations,
    source,
  )
  const { output } = document
  return {
    title: document.title ?? '',
    axes,
    points,
    skippedPoints: skipped,
    outputs: {
      unit: output?.unit ?? 'nats',
      tables: [...new Set(output?.tables ?? (['csv', 'jsonl'] as const))],
      plots: [...new Set(output?.plots ?? (['svg'] as const))],
      plotted: plottedOf(output?.plotted ?? 'ase', computations, source),
    },
    seed,
  }
}

/** The density that sites have: nobody else may say it. */
const densityOf = (
  sites: SiteLayout,
  { network }: ScenarioDocument,
  overrides: ScenarioOptions['network'] = {},
  source: ScenarioSource,
): { readonly baseStationDensity: number } => {
  const spelling = Object.keys(network ?? {}).find((name) => parameterCalled(name) === 'baseStationDensity')
  const { density } = siteCells(sites)
  const left = `${subjectOf('baseStationDensity')} must be left out with sites, whose density is ${Number(density.toPrecision(6))} per km²`
  if (spelling !== undefined) throw source.errorAt(['network', spelling], left, { key: true })
  if (overrides.baseStationDensity !== undefined) throw source.errorAt(['sites'], left)
  return { baseStationDensity: density }
}

/** A quantity that some computation has, by its canonical name. */
const plottedOf = (written: string, computations: readonly Computation[], source: ScenarioSource): string => {
  const failed = (reason: string): Error => source.errorAt(['output', 'plotted'], reason)
  if (plottedQuantities.some((quantity) => quantity === written)) return written
  const named = sirQuantities().some(({ quantity }) => quantity === written.split(':')[0])
  const its = chosenBy(computations)
  if (!named) throw failed(new UnknownNameError('plotted quantity', written, [...plottedQuantities, ...its]).message)
  const { name } = readChoice(written, failed)
  if (its.includes(name)) return name
  throw failed(
    `plotted must be ${alternatives([...plottedQuantities, ...its])}, got ‘${written}’: no computation has it`,
  )
}

const readChoice = (written: string, failed: (reason: string) => Error): ChosenQuantity => {
  try {
    return chosenQuantity(written)
  } catch (error) {
    throw error instanceof InvalidParameterError ? failed(error.message) : error
  }
}

/** A seed as the file writes it, which is not what YAML makes of it: 007 is not 7, and 9007199254740993 not …992. */
const seedOf = ({ seed = 1 }: ScenarioDocument, source: ScenarioSource): Seed => {
  try {
    return readSeed(seed)
  } catch (error) {
    throw error instanceof InvalidParameterError ? source.errorAt(['seed'], error.message) : error
  }
}

interface Definition {
  readonly path: SourcePath
  readonly value: WrittenQuantityValue
}

const resolvePoints = async (
  { variables, network, sweep, infeasible }: ScenarioDocument,
  overrides: Readonly<Partial<Record<ParameterName, number>>>,
  computations: readonly Computation[],
  source: ScenarioSource,
): Promise<{ points: ResolvedPoint[]; axes: ResolvedStudy['axes']; skipped: number }> => {
  const variableNames = Object.keys(variables ?? {})
  assertVariableNames(variableNames, source)
  const grid = await studyGrid(sweep, variableNames, source)
  const definitions = await readDefinitions(variables ?? {}, network ?? {}, scenarioNames(variableNames), source)
  for (const [name, number] of Object.entries(overrides)) {
    if (grid.swept.has(name))
      throw source.errorAt(grid.swept.get(name)!, `${subjectOf(name)} is swept: it can’t be set to ${number}`)
    definitions.set(name, { path: ['network'], value: { unit: '', number, toNative: (value) => value } })
  }
  for (const [name, { path }] of definitions)
    if (grid.swept.has(name) && path[0] === 'network')
      throw source.errorAt(path, `${subjectOf(name)} is swept: it must be left out of network`, { key: true })
  const order = evaluationOrder(definitions, new Set(grid.swept.keys()), source)

  const points: ResolvedPoint[] = []
  let skipped = 0
  for (let number = 0; number < grid.points; number++) {
    const place = grid.at(number)
    const coordinates = Object.fromEntries(place.map(([{ name, values }, index]) => [name, values[index]!]))
    const where =
      place.length === 0
        ? ''
        : `at ${place.map(([{ name, unit, values }, index]) => `${name} = ${values[index]}${unit === '' ? '' : ` ${unit}`}`).join(', ')}: `
    const values = new Map(place.map(([{ name, native }, index]) => [name, native[index]!]))
    const lookUp = (name: string): number =>
      values.get(name) ?? paperNetwork[name as keyof NetworkParameters] ?? Number.POSITIVE_INFINITY
    for (const name of order) {
      const { path, value } = definitions.get(name)!
      values.set(
        name,
        evaluated(value, lookUp, (reason) => source.errorAt(path, `${subjectOf(name)}: ${where}${reason}`)),
      )
    }
    const changes = Object.fromEntries([...values].filter(([name]) => parameterCalled(name) === name))
    const pathOf = (name: string): SourcePath => {
      const onAxis = place.find(([quantity]) => quantity.name === name)
      return onAxis === undefined ? (definitions.get(name)?.path ?? ['network']) : onAxis[0].pathOf(onAxis[1])
    }
    try {
      const network = defineNetwork(changes)
      assertTheorems(network, computations)
      assertSimulations(network, computations, where, source)
      points.push({ index: points.length, coordinates, network, computations })
    } catch (error) {
      if (infeasible === 'skip' && isInfeasible(error)) {
        skipped++
        continue
      }
      throw located(error, pathOf, where, source)
    }
  }
  if (points.length === 0)
    throw source.errorAt(['sweep'], `at least one point must be feasible, got none of ${grid.points}`)
  return { points, axes: grid.axes, skipped }
}

const readDefinitions = async (
  variables: Readonly<Record<string, number | string>>,
  network: Readonly<Record<string, WrittenValue | undefined>>,
  names: Names,
  source: ScenarioSource,
): Promise<Map<string, Definition>> => {
  const definitions = new Map<string, Definition>()
  for (const [name, written] of Object.entries(variables)) {
    const path = ['variables', name]
    definitions.set(name, { path, value: await readValue(written, 'none', name, names, source, path) })
  }
  const spellings = new Map<string, string>()
  for (const [spelling, written] of Object.entries(network)) {
    if (written === undefined) continue
    const name = parameterCalled(spelling)!
    const path = ['network', spelling]
    const earlier = spellings.get(name)
    if (earlier !== undefined)
      throw source.errorAt(path, `${subjectOf(name)} must be given once, got ‘${earlier}’ and ‘${spelling}’`, {
        key: true,
      })
    spellings.set(name, spelling)
    if (written === 'inf' && mayBeInfinite(name)) {
      definitions.set(name, { path, value: { unit: '', number: Number.POSITIVE_INFINITY, toNative: (value) => value } })
      continue
    }
    const value =
      typeof written === 'object'
        ? await readValue(
            written.value,
            dimensionOf(name),
            subjectOf(name),
            names,
            source,
            [...path, 'value'],
            written.unit,
          )
        : await readValue(written, dimensionOf(name), subjectOf(name), names, source, path)
    definitions.set(name, { path: typeof written === 'object' ? [...path, 'value'] : path, value })
  }
  return definitions
}

const mayBeInfinite = (name: string): boolean =>
  parameterDefinitions.some((definition) => definition.name === name && definition.infinityPermitted)

/** The values to evaluate at each point, in an order in which that can be done. */
const evaluationOrder = (
  definitions: ReadonlyMap<string, Definition>,
  swept: ReadonlySet<string>,
  source: ScenarioSource,
): readonly string[] => {
  const dependencies = new Map(
    [...definitions]
      .filter(([name]) => !swept.has(name))
      .map(([name, { value }]) => [name, typeof value.number === 'number' ? new Set<string>() : value.number.names]),
  )
  const ordered = dependencyOrder(dependencies)
  if ('order' in ordered) return ordered.order
  const { path } = definitions.get(ordered.cycle[0]!)!
  throw source.errorAt(path, `expressions must not depend on themselves, got ${ordered.cycle.join(' → ')}`)
}

const evaluated = (
  { number, toNative }: WrittenQuantityValue,
  lookUp: (name: string) => number,
  failed: (reason: string) => Error,
): number => {
  try {
    return toNative(typeof number === 'number' ? number : number.evaluate(lookUp))
  } catch (error) {
    throw error instanceof ExpressionError ? failed(error.message) : error
  }
}

/** More than the antennas or the receiver permit, of values that are permitted by themselves. */
const isInfeasible = (error: unknown): boolean =>
  error instanceof InfeasibleAllocationError ||
  (error instanceof InvalidParameterError &&
    ['usersPerCell', 'targetsPerCell'].includes(error.parameter) &&
    Number.isInteger(error.value) &&
    (error.value as number) >= 1)

/** Checks that methods which take every request to null for granted have a network in which that can be. */
const assertTheorems = (network: Network, computations: readonly Computation[]): void => {
  for (const computation of computations)
    if (computation.kind === 'theorem') {
      const { communicationMethod, sensingMethod } = computation
      assertFeasibleMethods(network, { communicationMethod, sensingMethod })
    }
}

/** The options of a simulation, its sites among them. */
const definitionOptions = ({ options, sites }: SimulationComputation): SimulationDefinitionOptions =>
  sites === undefined ? options : { ...options, sites }

/** Checks the demands of simulations on a network, in particular that its stations can be as far apart as they shall. */
const assertSimulations = (
  network: Network,
  computations: readonly Computation[],
  where: string,
  source: ScenarioSource,
): void => {
  for (const [index, computation] of computations.entries())
    if (computation.kind === 'simulation')
      try {
        defineSimulation(network, definitionOptions(computation))
      } catch (error) {
        if (error instanceof QuantityNotApplicableError)
          throw source.errorAt(['compute', index, 'simulation', 'quantities'], `${where}${error.message}`)
        if (!(error instanceof InvalidParameterError)) throw error
        throw source.errorAt(['compute', index, 'simulation', error.parameter], `${where}${error.message}`)
      }
}

const located = (
  error: unknown,
  pathOf: (name: string) => SourcePath,
  where: string,
  source: ScenarioSource,
): unknown => {
  if (error instanceof InfeasibleAllocationError) {
    const name = [
      'usersPerCell',
      'communicationClusterSize',
      'targetsPerCell',
      'sensingClusterSize',
      'transmitAntennas',
    ]
      .map(pathOf)
      .find((path) => path.length > 1)
    return source.errorAt(name ?? ['network'], `${where}${error.message}`)
  }
  if (error instanceof InvalidParameterError) return source.errorAt(pathOf(error.parameter), `${where}${error.message}`)
  return error
}
