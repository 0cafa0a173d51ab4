import {
  defineNetwork,
  fromNats,
  type InformationUnit,
  isFeasible,
  type NetworkParameters,
  type ParameterName,
  paperNetwork,
  parameterDefinitions,
} from '@isacnet/model'
import { evaluateQuantity } from './evaluate-quantity.js'
import type { FigureCurve, FigureData, FigurePoint } from './figure-data.js'
import type { CurveDefinition, FigureDefinition, NetworkChanges } from './figure-definition.js'
import { findFigure } from './figures.js'
import { plainText } from './label.js'
import { quantityUnit } from './quantity.js'

export interface ComputeFigureOptions {
  /** Unit of information of the result; nats unless told otherwise. */
  readonly unit?: InformationUnit
  /**
   * Called after each point with the numbers of points done and to do. What it returns is awaited, so it may let other
   * work run; when it throws, the computation stops with that error.
   */
  readonly afterEachPoint?: (done: number, total: number) => void | Promise<void>
}

interface PlannedPoint {
  readonly x: number
  readonly network: NetworkParameters
}

/**
 * Computes the curves of a figure. Points whose allocation is infeasible, KL + J(Q−1) > M_t, are left out.
 *
 * @param figure - an id such as `fig5`, or a definition.
 * @throws {UnknownNameError} when there is no such figure.
 */
export const computeFigure = async (
  figure: string | FigureDefinition,
  { unit = 'nats', afterEachPoint }: ComputeFigureOptions = {},
): Promise<FigureData> => {
  const definition = typeof figure === 'string' ? findFigure(figure) : figure
  const plan = definition.curves.map((curve) => ({ curve, points: plannedPoints(definition, curve) }))
  const networks = plan.flatMap(({ points }) => points.map(({ network }) => network))
  const varied = variedParameters(networks)
  const series: FigureCurve[] = []
  let done = 0
  for (const { curve, points: planned } of plan) {
    const points: FigurePoint[] = []
    for (const { x, network } of planned) {
      const { value, errorEstimate } = evaluateQuantity(network, curve)
      points.push({
        x,
        y: fromNats(value, unit),
        errorEstimate: fromNats(errorEstimate, unit),
        parameters: valuesOf(network, varied),
      })
      done += 1
      await afterEachPoint?.(done, networks.length)
    }
    series.push(computedCurve(curve, points, unit))
  }
  const { id, number, fileName, title, caption, abscissa, ordinateLabel } = definition
  return {
    id,
    number,
    fileName,
    title,
    caption,
    unit,
    x: { label: abscissa.label, parameter: abscissa.parameter, unit: abscissa.unit },
    y: { label: ordinateLabel, unit: series[0]?.unit ?? '' },
    parameters: fixedParameters(networks[0] ?? paperNetwork, varied),
    varied,
    series,
  }
}

const plannedPoints = (figure: FigureDefinition, curve: CurveDefinition): PlannedPoint[] =>
  figure.abscissa.values.flatMap((x) => {
    const changes = curve.at(x)
    if (changes === undefined) return []
    const all = { ...figure.network, ...changes }
    return isFeasible({ ...paperNetwork, ...all }) ? [{ x, network: defineNetwork(all) }] : []
  })

const computedCurve = (curve: CurveDefinition, points: readonly FigurePoint[], unit: InformationUnit): FigureCurve => ({
  kind: 'curve',
  name: curveName(curve),
  member: curve.member,
  methodName: curve.methodName,
  quantity: curve.quantity,
  communicationMethod: curve.communicationMethod ?? null,
  sensingMethod: curve.sensingMethod ?? null,
  sensingClusters: curve.sensingClusters ?? null,
  unit: quantityUnit(curve.quantity, unit),
  points,
  maximum: curve.marksMaximum === true ? indexOfMaximum(points) : null,
})

const curveName = ({ member, methodName }: CurveDefinition): string =>
  member === methodName ? plainText(member) : `${plainText(member)}: ${plainText(methodName)}`

const indexOfMaximum = (points: readonly FigurePoint[]): number | null =>
  points.reduce<number | null>(
    (best, point, index) => (best === null || point.y > points[best]!.y ? index : best),
    null,
  )

const variedParameters = (networks: readonly NetworkParameters[]): ParameterName[] =>
  parameterDefinitions
    .map(({ name }) => name)
    .filter((name) => networks.some((network) => network[name] !== networks[0]?.[name]))

const fixedParameters = (network: NetworkParameters, varied: readonly ParameterName[]): NetworkChanges =>
  valuesOf(
    network,
    parameterDefinitions.map(({ name }) => name).filter((name) => !varied.includes(name)),
  )

const valuesOf = (network: NetworkParameters, names: readonly ParameterName[]): NetworkChanges =>
  Object.fromEntries(names.map((name) => [name, network[name]]))
