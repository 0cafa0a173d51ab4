import type { ParameterDefinition } from '@isacnet/model'
import { type ExplorerParameter, explorerParameters } from './explorer-parameters.js'

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

export const definitionOf = (name: ExplorerParameter): ParameterDefinition =>
  explorerParameters.find((definition) => definition.name === name)!

/** Where a value is on the scale of its slider. */
export const onScale = ({ scale }: ParameterRange, value: number): number =>
  scale === 'logarithmic' ? Math.log10(value) : value

/** The value at a place on the scale, without the digits that arithmetic adds. */
export const fromScale = ({ scale }: ParameterRange, place: number): number =>
  Number((scale === 'logarithmic' ? 10 ** place : place).toPrecision(scale === 'logarithmic' ? 3 : 10))

const realPoints = 33

/** The values of the horizontal axis: all integers of a count, evenly spaced points of a real parameter. */
export const axisValues = (name: ExplorerParameter): number[] => {
  const { integer } = definitionOf(name)
  const range = parameterRange(name)
  if (integer) return Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const [first, last] = [onScale(range, range.from), onScale(range, range.to)]
  return Array.from({ length: realPoints }, (_, index) => {
    const place = first + ((last - first) * index) / (realPoints - 1)
    return range.scale === 'logarithmic' ? 10 ** place : Number(place.toPrecision(12))
  })
}
