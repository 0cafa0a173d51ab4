import {
  chosenQuantity,
  InvalidParameterError,
  informationUnits,
  type ParameterDefinition,
  parameterName,
  permittedValues,
  sensingClusterKinds,
  thresholdParameter,
} from '@isacnet/model'
import { regionMetrics } from '@isacnet/optimization'
import { fidelities, readParameter, writtenParameter } from '@isacnet/simulation'
import { type ExplorerParameter, explorerParameters } from './explorer-parameters.js'
import { type ExplorerState, type ExplorerView, explorerViews, initialExplorerState } from './explorer-state.js'
import { samplingParameters } from './sampling.js'

/** How a parameter is written in a permalink: as on the command line, in characters that every keyboard has. */
export const plainSymbol = ({ aliases, name }: ParameterDefinition): string =>
  aliases.find((alias) => /^\w+$/.test(alias)) ?? name

/** The query of a permalink: all of the state that differs from the explorer's first view. */
export const permalinkQuery = (state: ExplorerState): string => {
  const query = new URLSearchParams()
  const first = initialExplorerState
  for (const definition of explorerParameters) {
    const value = state.values[definition.name]
    if (!Object.is(value, first.values[definition.name])) query.set(plainSymbol(definition), String(value))
  }
  if (state.axis !== first.axis) query.set('axis', symbolOf(state.axis))
  if (state.quantity !== first.quantity) query.set('quantity', state.quantity)
  if (state.threshold !== first.threshold) query.set('threshold', String(state.threshold))
  if (state.clusters !== first.clusters) query.set('clusters', state.clusters)
  if (state.unit !== first.unit) query.set('unit', state.unit)
  if (state.view !== first.view) query.set('view', state.view)
  if (state.seed !== first.seed) query.set('seed', String(state.seed))
  if (state.weight !== first.weight) query.set('rho', String(state.weight))
  if (state.metric !== first.metric) query.set('plane', state.metric)
  if (state.fidelity !== first.fidelity) query.set('fidelity', state.fidelity)
  for (const { name } of samplingParameters)
    if (state.sampling[name] !== undefined) query.set(name, writtenParameter(state.sampling[name]))
  if (state.otherRequests) query.set('requests', 'all')
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
  const values: Record<ExplorerParameter, number> = { ...initialExplorerState.values }
  const changes: { -readonly [Member in keyof ExplorerState]?: ExplorerState[Member] } = {}
  const attempt = (read: () => void): void => {
    try {
      read()
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  for (const [key, text] of new URLSearchParams(query)) {
    attempt(() => {
      switch (key) {
        case 'axis':
          changes.axis = explorerParameter(text)
          break
        case 'quantity':
          changes.quantity = text === initialExplorerState.quantity ? text : chosenQuantity(text).name
          break
        case 'threshold':
          changes.threshold = threshold(text)
          break
        case 'clusters':
          changes.clusters = oneOf('clusters', text, sensingClusterKinds)
          break
        case 'unit':
          changes.unit = oneOf('unit', text, informationUnits)
          break
        case 'view':
          changes.view = oneOf<ExplorerView>('view', text, explorerViews)
          break
        case 'seed':
          changes.seed = readSeed(text)
          break
        case 'rho':
          changes.weight = weight(text)
          break
        case 'plane':
          changes.metric = oneOf('plane', text, regionMetrics)
          break
        case 'fidelity':
          changes.fidelity = oneOf('fidelity', text, fidelities)
          break
        case 'requests':
          changes.otherRequests = oneOf('requests', text, ['own', 'all'] as const) === 'all'
          break
        default: {
          const parameter = samplingParameters.find(({ name }) => name === key)
          if (parameter === undefined) values[explorerParameter(key)] = parameterValue(key, text)
          else changes.sampling = { ...changes.sampling, [parameter.name]: readParameter(parameter, text) }
        }
      }
    })
  }
  return { state: { ...initialExplorerState, ...changes, values }, problems }
}

const symbolOf = (name: ExplorerParameter): string => plainSymbol(definitionOf(name))

const definitionOf = (name: ExplorerParameter): ParameterDefinition =>
  explorerParameters.find((definition) => definition.name === name)!

const explorerParameter = (nameOrAlias: string): ExplorerParameter => {
  const name = parameterName(nameOrAlias)
  if (name === 'userDensity' || name === 'targetDensity')
    throw new InvalidParameterError(name, nameOrAlias, 'left out: the cells of the explorer are saturated')
  return name
}

const parameterValue = (key: string, text: string): number => {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  const definition = definitionOf(explorerParameter(key))
  if (Number.isNaN(value))
    throw new InvalidParameterError(definition.name, text, permittedValues(definition), definition.symbol)
  return value
}

const oneOf = <Name extends string>(parameter: string, text: string, names: readonly Name[]): Name => {
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
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!thresholdParameter.permits(value))
    throw new InvalidParameterError('threshold', text, thresholdParameter.permitted, 'θ')
  return value
}

const weight = (text: string): number => {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!(value >= 0 && value <= 1)) throw new InvalidParameterError('rho', text, 'a number ≥ 0 and ≤ 1', 'ρ')
  return value
}
