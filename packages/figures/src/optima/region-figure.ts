import { type FigureCurve, type FigureData, type FigureMarks, type FigurePoint, quantityUnit } from '@isacnet/drawing'
import { defineNetwork, fromNats, type Network, type NetworkParameters } from '@isacnet/model'
import {
  type AchievableRegion,
  type AllocationConstraints,
  type FrontierPoint,
  type RegionMetric,
  regionOfPoints,
  regionPoint,
  regionSteps,
} from '@isacnet/optimization'
import type { FigureDescription, NetworkChanges } from '../definition/figure-definition.js'
import { type FigureSimulation, simulationSettings } from '../definition/figure-simulation.js'
import type { OptimumFigureDefinition, OptimumFigureOptions, OptimumMethod } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'
import { actualRequestsPerformances } from './actual-requests-performances.js'
import { allocationMarks } from './allocation-marks.js'
import { allocationNames, allocationParameters } from './allocation-parameters.js'
import { maxTargetsPerCell, methodText, optimumRates, rateMethods } from './optimum-rates.js'

/** One region of a figure. */
export interface RegionMember {
  /** As the legend shows it; a label. */
  readonly member: string
  readonly network: NetworkChanges
  readonly constraints?: AllocationConstraints
  /** The network's values of the figure's varied parameters, beside the allocation. */
  readonly varied: NetworkChanges
}

const pareto = 'Pareto points, staircase'
const hull = 'convex hull'
const sharing = 'time sharing of corners'

/**
 * A figure of sensing–communication regions. Of each region three things are drawn, which are never one another: the Pareto points
 * with their staircase, the convex hull, and the segment between the two corner points. Marks are simulations of the hull's
 * allocations.
 */
export const regionFigure = (
  { caption, ...description }: FigureDescription,
  metric: keyof typeof axisLabels,
  members: readonly RegionMember[],
): OptimumFigureDefinition => ({
  ...description,
  caption,
  compute: async (options) => {
    const { unit, method, simulation, pause } = options
    const curves: FigureCurve[] = []
    const marks: FigureMarks[] = []
    for (const { member, network: changes, constraints = {}, varied } of members) {
      const network = defineNetwork({ maxTargetsPerCell, ...changes })
      const region = await computeRegion(network, constraints, metric, options)
      curves.push(...curvesOfRegion(region, member, varied, options))
      if (simulation !== undefined && (method === 'exact' || samplesRequests(method, simulation)))
        marks.push(
          await allocationMarks(
            region.hull.map(({ performance }) => performance.allocation),
            { x: `communication-${metric}`, y: `sensing-${metric}` },
            { network, member, varied, unit, pause },
            simulation,
          ),
        )
    }
    const [communication, sensing] = axisLabels[metric]
    const variedNames = Object.keys(members[0]!.varied) as (keyof NetworkParameters)[]
    const { maxTargetsPerCell: _, ...fixed } = members[0]!.network
    const shared = Object.fromEntries(
      Object.entries(fixed).filter(([name]) => !variedNames.some((varied) => varied === name)),
    )
    return {
      ...paperText({ ...description, caption }),
      caption: `${caption} ${methodText[method]}`,
      unit,
      x: { label: communication, parameter: null, unit: quantityUnit(`communication-${metric}`, unit), from: 0 },
      y: { label: sensing, unit: quantityUnit(`sensing-${metric}`, unit) },
      parameters: { maxTargetsPerCell, ...shared },
      varied: [...variedNames, ...allocationNames],
      series: [...curves, ...marks],
    } satisfies FigureData
  },
})

/** The planes of the paper's regions, as it names their axes. */
const axisLabels = {
  rate: ['average data rate $R_c$', 'radar information rate $R_s$'],
  ase: ['communication ASE $T_c$', 'sensing ASE $T_s$'],
} as const

const paperText = ({ id, number, fileName, title }: FigureDescription) => ({ id, number, fileName, title })

/** Whether the simulation has the requests as they come, as the method does. */
const samplesRequests = (method: OptimumMethod, simulation: FigureSimulation): boolean =>
  method === 'actual-requests' && simulationSettings(simulation).fidelity === 'channel'

const computeRegion = async (
  network: Network,
  constraints: AllocationConstraints,
  metric: RegionMetric,
  { method, pause }: OptimumFigureOptions,
): Promise<AchievableRegion> => {
  if (method === 'actual-requests') {
    const all = await actualRequestsPerformances(network, constraints, pause)
    const points = all.map((performance) => regionPoint(performance, metric))
    return { ...regionOfPoints(points, metric), examined: all.length, pruned: 0 }
  }
  const steps = regionSteps({ network, rates: optimumRates(network, method), constraints }, { metric })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pause()
  }
}

const curvesOfRegion = (
  { metric, frontier, staircase, hull: vertices, corners }: AchievableRegion,
  member: string,
  varied: NetworkChanges,
  { unit, method }: OptimumFigureOptions,
): FigureCurve[] => {
  const point = ({ communication, sensing, sensingError, performance }: FrontierPoint): FigurePoint => ({
    x: fromNats(communication, unit),
    y: fromNats(sensing, unit),
    errorEstimate: fromNats(sensingError, unit),
    parameters: { ...varied, ...allocationParameters(performance.allocation) },
  })
  const curve = (
    methodName: string,
    points: readonly FrontierPoint[],
    path?: readonly { x: number; y: number }[],
  ): FigureCurve => ({
    kind: 'curve',
    name: seriesName(member, methodName),
    member,
    methodName,
    quantity: `sensing-${metric}`,
    ...rateMethods[method],
    sensingClusters: 'bs-centric',
    unit: quantityUnit(`sensing-${metric}`, unit),
    points: points.map(point),
    ...(path === undefined ? {} : { path }),
    maximum: null,
  })
  const steps = staircase.map(({ communication, sensing }) => ({
    x: fromNats(communication, unit),
    y: fromNats(sensing, unit),
  }))
  return [
    curve(pareto, frontier, steps),
    curve(hull, vertices),
    curve(sharing, [corners.communicationOptimal, corners.sensingOptimal]),
  ]
}
