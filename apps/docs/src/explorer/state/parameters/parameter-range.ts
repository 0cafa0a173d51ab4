import { definitionOf, type ExplorerParameter } from './explorer-parameters.js'

/** The part of a parameter's domain that its slider and the horizontal axis cover. Its field takes the whole domain. */
export interface ParameterRange {
  readonly from: number
  readonly to: number
  readonly scale: 'linear' | 'logarithmic'
  /** On the scale: a step of a logarithmic one is in decades. */
  readonly step: number
}

const counts = (to: number): ParameterRange => ({ from: 1, to, scale: 'linear', step: 1 })
const linear = (from: number, to: number, step: number): ParameterRange => ({ from, to, scale: 'linear', step })
const logarithmic = (from: number, to: number): ParameterRange => ({ from, to, scale: 'logarithmic', step: 0.02 })

const ranges: Readonly<Record<ExplorerParameter, ParameterRange>> = {
  baseStationDensity: logarithmic(0.01, 100),
  transmitAntennas: counts(64),
  receiveAntennas: counts(64),
  usersPerCell: counts(20),
  communicationClusterSize: counts(10),
  targetsPerCell: counts(10),
  sensingClusterSize: counts(10),
  maxTargetsPerCell: counts(20),
  pathLossExponent: linear(2.1, 6, 0.05),
  echoPathLossExponent: linear(1.1, 3, 0.05),
  transmitPower: logarithmic(0.01, 100),
  radarCrossSection: logarithmic(0.001, 10),
  receiveFilterGain: linear(0.05, 1, 0.05),
  matchedFilterGain: logarithmic(0.1, 1000),
  clutterDensity: linear(0, 5, 0.05),
  clutterCrossSection: linear(0, 5, 0.05),
  clutterResidual: linear(0, 1, 0.01),
  noisePower: linear(0, 2, 0.01),
  rmsBandwidth: linear(0, 1e8, 1e6),
}

export const parameterRange = (name: ExplorerParameter): ParameterRange => ranges[name]

/** Where a value is on the scale of its slider. */
export const onScale = ({ scale }: ParameterRange, value: number): number =>
  scale === 'logarithmic' ? Math.log10(value) : value

/** The value at a place on the scale, without the digits that arithmetic adds. */
export const fromScale = ({ scale }: ParameterRange, place: number): number =>
  Number((scale === 'logarithmic' ? 10 ** place : place).toPrecision(scale === 'logarithmic' ? 3 : 10))

const realPoints = 33

/** More integers than these are thinned out. */
const mostIntegers = 64

/** The part of a parameter that an axis shows, and its points. */
export interface ShownAxis {
  readonly from: number
  readonly to: number
  readonly scale: 'linear' | 'logarithmic'
  /** All integers of a count as long as they can be told apart, evenly spaced points of a real parameter. */
  readonly values: readonly number[]
}

/**
 * The axis of a parameter: its own part, unless another is chosen.
 *
 * @param range - the part that is shown.
 * @param scale - a logarithmic one needs a part above 0; where that isn't so, the axis is linear.
 */
export const shownAxis = (
  name: ExplorerParameter,
  range: { readonly from: number; readonly to: number } | null = null,
  scale: 'linear' | 'logarithmic' | null = null,
): ShownAxis => {
  const { integer } = definitionOf(name)
  const own = parameterRange(name)
  const { from, to } = range ?? own
  const wanted = scale ?? own.scale
  const shown = { from, to, scale: wanted === 'logarithmic' && !(from > 0) ? ('linear' as const) : wanted }
  return { ...shown, values: integer ? integers(shown) : reals(shown) }
}

const integers = ({ from, to, scale }: Omit<ShownAxis, 'values'>): number[] => {
  const [first, last] = [Math.ceil(from), Math.floor(to)]
  const count = last - first + 1
  if (count <= mostIntegers) return Array.from({ length: Math.max(0, count) }, (_, index) => first + index)
  return [...new Set(evenly({ from: first, to: last, scale }, mostIntegers).map(Math.round))]
}

const reals = (axis: Omit<ShownAxis, 'values'>): number[] => evenly(axis, realPoints)

const evenly = ({ from, to, scale }: Omit<ShownAxis, 'values'>, count: number): number[] => {
  const place = (value: number): number => (scale === 'logarithmic' ? Math.log10(value) : value)
  const [first, last] = [place(from), place(to)]
  return Array.from({ length: count }, (_, index) => {
    const at = first + ((last - first) * index) / (count - 1)
    return scale === 'logarithmic' ? 10 ** at : Number(at.toPrecision(12))
  })
}

/** The values of the horizontal axis as it is at first. */
export const axisValues = (name: ExplorerParameter): readonly number[] => shownAxis(name).values
