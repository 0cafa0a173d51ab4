import {
  type FigureCurve,
  type FigureData,
  type FigurePoint,
  type FigureSeries,
  type Quantity,
  quantityInUnit,
  quantityUnit,
} from '@isacnet/drawing'
import {
  aFunction,
  assertOptions,
  defineNetwork,
  type InformationUnit,
  informationUnits,
  isFeasible,
  type Network,
  type OptionChecks,
  oneOf,
  type ParameterName,
  paperNetwork,
  parameterDefinitions,
} from '@isacnet/model'
import type { CurveDefinition, FigureDefinition, NetworkChanges } from '../definition/figure-definition.js'
import { aFigureSimulation, type FigureSimulation } from '../definition/figure-simulation.js'
import { type OptimumFigureDefinition, type OptimumMethod, optimumMethods } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'
import { findFigure } from '../figures/figures.js'
import { evaluateQuantity } from '../quantity/evaluate-quantity.js'
import { quantityAt } from '../quantity/figure-quantity.js'
import { computeMarks, isExact } from './compute-marks.js'

export interface ComputeFigureOptions {
  /** Unit of information of the result; nats unless told otherwise. */
  readonly unit?: InformationUnit
  /** Marks beside the exact curves; none unless told otherwise. */
  readonly simulation?: FigureSimulation
  /** By which rates Figures 9 to 12 find their optima; exact unless told otherwise. */
  readonly method?: OptimumMethod
  /**
   * Called after each point with the numbers of points done and to do (`null` where that isn't known). What it returns is awaited, so it may let other
   * work run; when it throws, the computation stops with that error.
   */
  readonly afterEachPoint?: (done: number, total: number | null) => void | Promise<void>
}

const optionChecks: OptionChecks<ComputeFigureOptions> = {
  unit: oneOf(informationUnits),
  simulation: aFigureSimulation,
  method: oneOf(optimumMethods),
  afterEachPoint: aFunction,
}

interface PlannedPoint {
  readonly x: number
  readonly network: Network
}

/**
 * Computes the curves of a figure, then its marks. Points whose allocation is infeasible, KL + J(Q−1) > M_t, are left out.
 *
 * @example
 * const { series } = await computeFigure('fig5', { unit: 'bits' })
 * series[0].points[0].y.toFixed(6) // '5.066816'
 *
 * @param figure - an id such as `fig5`, or a definition.
 * @throws {UnknownNameError} when there is no such figure, option, unit, method or fidelity.
 * @throws {InvalidParameterError} for options that aren't as their type says.
 * @throws what the simulation's members throw, {@link FigureSimulation}.
 */
export const computeFigure = async (
  figure: string | FigureDefinition | OptimumFigureDefinition,
  options: ComputeFigureOptions = {},
): Promise<FigureData> => {
  assertOptions('computeFigure', options, optionChecks)
  const definition = typeof figure === 'string' ? findFigure(figure) : figure
  const { unit = 'nats', method = 'exact', simulation, afterEachPoint } = options
  if (!('compute' in definition)) return computeSweep(definition, { ...options, unit })
  let done = 0
  return definition.compute({
    unit,
    method,
    simulation,
    pause: () => {
      done += 1
      return afterEachPoint?.(done, null)
    },
  })
}

const computeSweep = async (
  definition: FigureDefinition,
  { unit, simulation, afterEachPoint }: ComputeFigureOptions & { readonly unit: InformationUnit },
): Promise<FigureData> => {
  const plan = definition.curves.map((curve) => ({ curve, points: plannedPoints(definition, curve) }))
  const networks = plan.flatMap(({ points }) => points.map(({ network }) => network))
  const varied = variedParameters(networks)
  const marksAt = simulation === undefined ? [] : (definition.marksAt ?? [])
  const marks = plan
    .filter(({ curve }) => isExact(curve) && (curve.value === undefined || curve.simulated === true))
    .map(({ curve, points }) => ({ curve, points: points.filter(({ x }) => marksAt.includes(x)) }))
    .filter(({ points }) => points.length > 0)
  const total = networks.length + marks.reduce((sum, { points }) => sum + points.length, 0)
  const series: FigureSeries[] = []
  let done = 0
  const pointDone = (): void | Promise<void> => {
    done += 1
    return afterEachPoint?.(done, total)
  }
  for (const { curve, points: planned } of plan) {
    const points: FigurePoint[] = []
    for (const { x, network } of planned) {
      const quantity = quantityAt(curve, x)
      const { value, errorEstimate } = evaluateQuantity(network, curve, x)
      points.push({
        x,
        y: quantityInUnit(quantity, value, unit),
        errorEstimate: quantityInUnit(quantity, errorEstimate, unit),
        parameters: valuesOf(network, varied),
      })
      await pointDone()
    }
    series.push(computedCurve(curve, points, quantityAt(curve, planned[0]?.x ?? 0), unit))
  }
  if (simulation !== undefined && marks.length > 0) {
    const ofNetwork = (network: Network): NetworkChanges => valuesOf(network, varied)
    series.push(...(await computeMarks(marks, simulation, { unit, varied: ofNetwork, afterEachPoint: pointDone })))
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

const computedCurve = (
  curve: CurveDefinition,
  points: readonly FigurePoint[],
  quantity: Quantity,
  unit: InformationUnit,
): FigureCurve => ({
  kind: 'curve',
  name: seriesName(curve.member, curve.methodName),
  member: curve.member,
  methodName: curve.methodName,
  quantity,
  communicationMethod: curve.communicationMethod ?? null,
  sensingMethod: curve.sensingMethod ?? null,
  sensingClusters: curve.sensingClusters ?? null,
  unit: quantityUnit(quantity, unit),
  points,
  maximum: curve.marksMaximum === true ? indexOfMaximum(points) : null,
})

const indexOfMaximum = (points: readonly FigurePoint[]): number | null =>
  points.reduce<number | null>(
    (best, point, index) => (best === null || point.y > points[best]!.y ? index : best),
    null,
  )

const variedParameters = (networks: readonly Network[]): ParameterName[] =>
  parameterDefinitions
    .map(({ name }) => name)
    .filter((name) => networks.some((network) => network[name] !== networks[0]?.[name]))

const fixedParameters = (network: Network, varied: readonly ParameterName[]): NetworkChanges =>
  valuesOf(
    network,
    parameterDefinitions.map(({ name }) => name).filter((name) => !varied.includes(name)),
  )

const valuesOf = (network: Network, names: readonly ParameterName[]): NetworkChanges =>
  // A network leaves infinite densities out.
  Object.fromEntries(names.flatMap((name) => (network[name] === undefined ? [] : [[name, network[name]]])))
