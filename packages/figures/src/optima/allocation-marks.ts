import { type FigureMark, type FigureMarks, type Quantity, quantityUnit } from '@isacnet/drawing'
import { defineNetwork, fromNats, type Network } from '@isacnet/model'
import type { SpatialAllocation } from '@isacnet/optimization'
import { defineSimulation, summarize } from '@isacnet/simulation'
import type { NetworkChanges } from '../definition/figure-definition.js'
import { type FigureSimulation, simulationSettings } from '../definition/figure-simulation.js'
import type { OptimumFigureOptions } from '../definition/optimum-figure.js'
import { seriesName } from '../definition/series-name.js'
import { simulatedQuantity } from '../quantity/simulated-quantity.js'
import { allocationNames, allocationParameters } from './allocation-parameters.js'

/** Whose marks they are. */
interface MarkedMember {
  readonly network: Network
  readonly member: string
  readonly varied: NetworkChanges
  readonly unit: OptimumFigureOptions['unit']
  readonly pause: OptimumFigureOptions['pause']
}

/** Simulations of allocations: a mark lies at the simulated mean of y, whose interval it has, and at that of x, or at a parameter. */
export const allocationMarks = async (
  allocations: readonly SpatialAllocation[],
  axes: { readonly x: Quantity | keyof SpatialAllocation; readonly y: Quantity },
  { network, member, varied, unit, pause }: MarkedMember,
  simulation: FigureSimulation,
): Promise<FigureMarks> => {
  const { fidelity, seed, confidence, until, simulate } = simulationSettings(simulation)
  const points: FigureMark[] = []
  for (const allocation of allocations) {
    await pause()
    const simulated = defineNetwork({ ...network, ...allocation })
    const summary = summarize((await simulate(defineSimulation(simulated, { fidelity, seed }), until)).sums, confidence)
    const of = (quantity: Quantity) => simulatedQuantity(simulated, quantity, fidelity, summary)
    const { mean, standardError, interval } = of(axes.y)
    points.push({
      x: isParameter(axes.x) ? allocation[axes.x] : fromNats(of(axes.x).mean, unit),
      y: fromNats(mean, unit),
      standardError: fromNats(standardError, unit),
      interval: [fromNats(interval[0], unit), fromNats(interval[1], unit)],
      trials: summary.trials,
      parameters: { ...varied, ...allocationParameters(allocation) },
    })
  }
  const methodName = fidelity === 'gain-law' ? 'simulation' : 'channel simulation'
  return {
    kind: 'marks',
    name: seriesName(member, methodName),
    member,
    methodName,
    quantity: axes.y,
    fidelity,
    sensingClusters: 'bs-centric',
    seed,
    confidence,
    unit: quantityUnit(axes.y, unit),
    points,
  }
}

const isParameter = (x: Quantity | keyof SpatialAllocation): x is keyof SpatialAllocation =>
  allocationNames.some((name) => name === x)
