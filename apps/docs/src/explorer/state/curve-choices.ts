import { InvalidParameterError, type SensingClusters, sensingClusterKinds } from '@isacnet/model'
import {
  definitionOf,
  type ExplorerParameter,
  explorerParameters,
  isAllocationParameter,
} from './parameters/explorer-parameters.js'
import { explorerParameter, parameterValue, plainSymbol, plainSymbolOf } from './parameters/parameter-text.js'

/** The part of the horizontal axis that is shown. */
export interface AxisRange {
  readonly from: number
  readonly to: number
}

/** One curve for each of these values of a parameter. */
export interface CurveFamily {
  readonly parameter: ExplorerParameter
  readonly values: readonly number[]
}

/** A network that is kept beside the one that is changed. */
export interface PinnedNetwork {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
}

export const axisScales = ['linear', 'logarithmic'] as const

export type AxisScale = (typeof axisScales)[number]

/** More curves can't be told apart. */
const mostMembers = 6

/** More pinned networks are replaced by the newest. */
export const mostPinned = 3

/** The methods whose curves aren't shown at first: what counts actual requests costs ten times all others. */
export const hiddenAtFirst: readonly string[] = ['actual-requests']

/**
 * Reads a family such as `L:1,2,4`.
 *
 * @throws {InvalidParameterError} {UnknownNameError} for a parameter that is none, and values that it can't have.
 */
export const readFamily = (text: string): CurveFamily => {
  const [symbol = '', list = ''] = text.split(':')
  const parameter = explorerParameter(symbol.trim())
  const definition = definitionOf(parameter)
  const values = [...new Set(list.split(/[,;\s]+/).filter((value) => value !== ''))].map((value) =>
    parameterValue(symbol, value),
  )
  if (values.length === 0 || values.length > mostMembers)
    throw new InvalidParameterError('each', text, `a parameter and one to ${mostMembers} values, such as L:1,2,4`)
  for (const value of values)
    if (definition.integer && !Number.isInteger(value))
      throw new InvalidParameterError('each', text, `integers of ${definition.symbol}`)
  return { parameter, values }
}

export const familyText = ({ parameter, values }: CurveFamily): string =>
  `${plainSymbolOf(parameter)}:${values.join(',')}`

/**
 * Reads a pinned network such as `K:5,L:2,clusters:target-centric`, whose other parameters are those of the first view.
 *
 * @throws {InvalidParameterError} {UnknownNameError} for what is no such list.
 */
export const readPinned = (text: string, first: PinnedNetwork): PinnedNetwork => {
  const values = { ...first.values }
  let { clusters } = first
  for (const part of text.split(',')) {
    const [key = '', value = ''] = part.split(':')
    if (key === 'clusters') {
      const kind = sensingClusterKinds.find((name) => name === value)
      if (kind === undefined) throw new InvalidParameterError('clusters', value, sensingClusterKinds.join(' or '))
      clusters = kind
    } else values[explorerParameter(key)] = parameterValue(key, value)
  }
  return { values, clusters }
}

/** The numbers of the allocation are always said: a pinned network is never an empty text. */
export const pinnedText = ({ values, clusters }: PinnedNetwork, first: PinnedNetwork): string =>
  [
    ...explorerParameters
      .filter(({ name }) => isAllocationParameter(name) || !Object.is(values[name], first.values[name]))
      .map((definition) => `${plainSymbol(definition)}:${values[definition.name]}`),
    ...(clusters === first.clusters ? [] : [`clusters:${clusters}`]),
  ].join(',')

/**
 * Reads names of methods. The page doesn't know which there are before it has computed something: a name of none hides nothing.
 *
 * @throws {InvalidParameterError} for what is no list of names.
 */
export const readHidden = (text: string): readonly string[] => {
  const names = text === 'none' ? [] : text.split(',')
  if (!names.every((name) => /^[a-z][a-z0-9-]*$/.test(name)))
    throw new InvalidParameterError('hide', text, 'none, or names of methods, such as exact,theorem-1')
  return [...new Set(names)]
}

export const hiddenText = (methods: readonly string[]): string => (methods.length === 0 ? 'none' : methods.join(','))

/** @throws {InvalidParameterError} for what is no range such as `1..64`. */
export const readRange = (text: string): AxisRange => {
  const [from, to] = text.split('..').map((end) => (end.trim() === '' ? Number.NaN : Number(end)))
  if (from === undefined || to === undefined || !(from < to) || !Number.isFinite(from) || !Number.isFinite(to))
    throw new InvalidParameterError('range', text, 'two numbers, such as 1..64')
  return { from, to }
}

export const rangeText = ({ from, to }: AxisRange): string => `${from}..${to}`
