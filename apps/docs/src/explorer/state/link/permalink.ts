import {
  chosenQuantity,
  chosenServiceQuantity,
  InvalidParameterError,
  informationUnits,
  sensingClusterKinds,
  serviceQuantities,
  services,
  thresholdParameter,
} from '@isacnet/model'
import { regionMetrics } from '@isacnet/optimization'
import { fidelities, readParameter, writtenParameter } from '@isacnet/simulation'
import { limitsText, readLimits } from '../allocation-limits.js'
import {
  axisScales,
  familyText,
  hiddenText,
  pinnedText,
  rangeText,
  readFamily,
  readHidden,
  readPinned,
  readRange,
} from '../curve-choices.js'
import { dropStages } from '../drop-stage.js'
import { type ExplorerState, explorerViews, initialExplorerState } from '../explorer-state.js'
import { type ExplorerParameter, explorerParameters } from '../parameters/explorer-parameters.js'
import {
  explorerParameter,
  parameterValue,
  plainNumber,
  plainSymbol,
  plainSymbolOf,
} from '../parameters/parameter-text.js'
import { samplingParameters } from '../sampling.js'

/** A member of the state that a link has under a key. */
interface PermalinkMember<Name extends keyof ExplorerState = keyof ExplorerState> {
  readonly key: string
  readonly member: Name
  /** Reads a text; a key that occurs again adds to what is `read` already. */
  readonly read: (text: string, read: ExplorerState[Name] | undefined) => ExplorerState[Name]
  /** The texts of a value that isn't the first view's, one for each time that the key occurs. */
  readonly texts: (value: ExplorerState[Name]) => readonly string[]
}

const member = <Name extends keyof ExplorerState>(
  key: string,
  name: Name,
  read: PermalinkMember<Name>['read'],
  texts: PermalinkMember<Name>['texts'] = (value) => [String(value)],
): PermalinkMember => ({ key, member: name, read, texts }) as unknown as PermalinkMember

const first = initialExplorerState

const oneOf =
  <Name extends string>(parameter: string, names: readonly Name[]) =>
  (text: string): Name => {
    const name = names.find((candidate) => candidate === text)
    if (name === undefined) throw new InvalidParameterError(parameter, text, names.join(' or '))
    return name
  }

/**
 * A seed, written as an integer is: what reads as one but is written otherwise (`007`, `1e3`) is a text on the command line, and another
 * seed.
 *
 * @throws {InvalidParameterError} for anything else.
 */
export const readSeed = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0 || String(value) !== text)
    throw new InvalidParameterError('seed', text, 'an integer from 0 to 9007199254740991, in plain digits')
  return value
}

const threshold = (text: string): number => {
  const value = plainNumber(text)
  if (!thresholdParameter.permits(value))
    throw new InvalidParameterError('threshold', text, thresholdParameter.permitted, 'θ')
  return value
}

const weight = (text: string): number => {
  const value = plainNumber(text)
  if (!(value >= 0 && value <= 1)) throw new InvalidParameterError('rho', text, 'a number ≥ 0 and ≤ 1', 'ρ')
  return value
}

/** Numbers of requests, separated by commas. */
const readWithheld = (text: string): readonly number[] => {
  const numbers = text.split(',').map(Number)
  if (!/^[0-9,]+$/.test(text) || numbers.some((number) => !(Number.isSafeInteger(number) && number >= 1)))
    throw new InvalidParameterError('without', text, 'numbers of requests, such as 1,4')
  return [...new Set(numbers)].sort((a, b) => a - b)
}

const objectives = ['sum', 'communication', 'sensing']

/** Names of charts of rates and area spectral efficiencies, and of quantities of the law of the SIR as `communication`, `sensing`. */
const charts: readonly string[] = [
  ...services.map(({ service }) => service),
  ...services.flatMap(({ service }) => serviceQuantities.map(({ quantity: { quantity } }) => `${service}-${quantity}`)),
]

/** Everything that a link can have besides parameters of networks and of the sampling, in the order in which it is written. */
const members: readonly PermalinkMember[] = [
  member('axis', 'axis', explorerParameter, (axis) => [plainSymbolOf(axis)]),
  member('range', 'range', readRange, (range) => (range === null ? [] : [rangeText(range)])),
  member('x', 'xScale', oneOf('x', axisScales), (scale) => (scale === null ? [] : [scale])),
  member('y', 'yScale', oneOf('y', axisScales)),
  member('quantity', 'quantity', (text) => (text === first.quantity ? text : chosenQuantity(text).name)),
  member('each', 'family', readFamily, (family) => (family === null ? [] : [familyText(family)])),
  member(
    'pin',
    'pinned',
    (text, read = []) => [...read, readPinned(text, first)],
    (pinned) => pinned.map((network) => pinnedText(network, first)),
  ),
  member('hide', 'hiddenMethods', readHidden, (methods) => [hiddenText(methods)]),
  member(
    'marks',
    'marks',
    (text) => oneOf('marks', ['none', 'simulated'] as const)(text) === 'simulated',
    (marks) => [marks ? 'simulated' : 'none'],
  ),
  member('chart', 'large', oneOf('chart', charts)),
  member('threshold', 'threshold', threshold),
  member('clusters', 'clusters', oneOf('clusters', sensingClusterKinds)),
  member('unit', 'unit', oneOf('unit', informationUnits)),
  member('view', 'view', oneOf('view', explorerViews)),
  member('seed', 'seed', readSeed),
  member('rho', 'weight', weight),
  member('objective', 'objective', (text) => (objectives.includes(text) ? text : chosenServiceQuantity(text).name)),
  member('limits', 'limits', readLimits, (limits) => (Object.keys(limits).length === 0 ? [] : [limitsText(limits)])),
  member('method', 'regionMethod', oneOf('method', ['exact', 'actual-requests'] as const)),
  member('plane', 'metric', oneOf('plane', regionMetrics)),
  member('fidelity', 'fidelity', oneOf('fidelity', fidelities)),
  member(
    'requests',
    'otherRequests',
    (text) => oneOf('requests', ['own', 'all'] as const)(text) === 'all',
    (all) => [all ? 'all' : 'own'],
  ),
  member('stage', 'stage', oneOf('stage', dropStages)),
  member(
    'table',
    'table',
    (text) => oneOf('table', ['open', 'folded'] as const)(text) === 'open',
    (open) => [open ? 'open' : 'folded'],
  ),
  member('without', 'withheld', readWithheld, (withheld) => (withheld.length === 0 ? [] : [withheld.join(',')])),
]

/** The query of a permalink: all of the state that differs from the explorer's first view. */
export const permalinkQuery = (state: ExplorerState): string => {
  const query = new URLSearchParams()
  for (const definition of explorerParameters) {
    const value = state.values[definition.name]
    if (!Object.is(value, first.values[definition.name])) query.set(plainSymbol(definition), String(value))
  }
  for (const { key, member: name, texts } of members)
    if (JSON.stringify(state[name]) !== JSON.stringify(first[name]))
      for (const text of texts(state[name])) query.append(key, text)
  for (const { name } of samplingParameters)
    if (state.sampling[name] !== undefined) query.set(name, writtenParameter(state.sampling[name]))
  return query.toString()
}

export interface ReadPermalink {
  readonly state: ExplorerState
  /** One line for each part of the query that was left out, with what is allowed. */
  readonly problems: readonly string[]
}

/** The state that a query describes. What can't be understood is named and left out. */
export const readPermalink = (query: string): ReadPermalink => {
  const problems: string[] = []
  const values: Record<ExplorerParameter, number> = { ...first.values }
  const changes: Partial<Record<keyof ExplorerState, unknown>> = {}
  const read = (key: string, text: string): void => {
    const known = members.find((candidate) => candidate.key === key)
    const sampled = samplingParameters.find(({ name }) => name === key)
    if (known !== undefined) changes[known.member] = known.read(text, changes[known.member] as never)
    else if (sampled === undefined) values[explorerParameter(key)] = parameterValue(key, text)
    else
      changes.sampling = {
        ...(changes.sampling as ExplorerState['sampling'] | undefined),
        [sampled.name]: readParameter(sampled, text),
      }
  }
  for (const [key, text] of new URLSearchParams(query)) {
    try {
      read(key, text)
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  return { state: { ...first, ...(changes as Partial<ExplorerState>), values }, problems }
}
