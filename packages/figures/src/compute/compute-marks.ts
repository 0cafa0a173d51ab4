import { type FigureMark, type FigureMarks, quantityUnit } from '@isacnet/drawing'
import { type InformationUnit, inUnit, isSaturated, type Network, namedQuantity } from '@isacnet/model'
import {
  defineSimulation,
  type Fidelity,
  type SimulationDefinition,
  type SimulationSummary,
  summarize,
} from '@isacnet/simulation'
import type { CurveDefinition, NetworkChanges } from '../definition/figure-definition.js'
import { type FigureSimulation, simulationSettings } from '../definition/figure-simulation.js'
import { seriesName } from '../definition/series-name.js'
import { figureQuantity, quantityAt } from '../quantity/figure-quantity.js'
import { simulatedQuantity } from '../quantity/simulated-quantity.js'

/** The networks of one series of marks. */
export interface PlannedMarks {
  readonly curve: CurveDefinition
  readonly points: readonly { readonly x: number; readonly network: Network }[]
}

/** Whether a curve claims to be what a simulation finds. */
export const isExact = ({ communicationMethod = 'exact', sensingMethod = 'exact' }: CurveDefinition): boolean =>
  communicationMethod === 'exact' && sensingMethod === 'exact'

/** Users and targets that are a Poisson process are simulated in whole networks only. */
const fidelityOf = (network: Network, asked: Fidelity): Fidelity => (isSaturated(network) ? asked : 'channel')

/** Names of marks in the legend. */
const methodNames = { 'gain-law': 'simulation', channel: 'channel simulation' } as const

/** Simulates marks. Series that share networks share their simulations. */
export const computeMarks = async (
  plan: readonly PlannedMarks[],
  simulation: FigureSimulation,
  {
    unit,
    varied,
    afterEachPoint,
  }: {
    readonly unit: InformationUnit
    /** The parameters of a network that its mark has. */
    readonly varied: (network: Network) => NetworkChanges
    readonly afterEachPoint: () => void | Promise<void>
  },
): Promise<FigureMarks[]> => {
  const { fidelity, seed, confidence, until, simulate } = simulationSettings(simulation)
  const known = new Map<string, SimulationSummary>()
  const sampled = (network: Network, { sensingClusters }: CurveDefinition): SimulationDefinition =>
    defineSimulation(network, {
      fidelity: fidelityOf(network, fidelity),
      seed,
      ...(sensingClusters === undefined ? {} : { sensingClusters }),
    })
  // One simulation of a network has all quantities that series show of it.
  const chosen = new Map<string, Set<string>>()
  for (const { curve, points } of plan)
    for (const { x, network } of points) {
      const found = figureQuantity(quantityAt(curve, x))
      if (!('chosen' in found)) continue
      const key = JSON.stringify(sampled(network, curve))
      chosen.set(key, (chosen.get(key) ?? new Set()).add(found.chosen.name))
    }
  const simulated = async (network: Network, curve: CurveDefinition): Promise<SimulationSummary> => {
    const plain = sampled(network, curve)
    const quantities = chosen.get(JSON.stringify(plain))
    const definition =
      quantities === undefined ? plain : defineSimulation(network, { ...optionsOf(plain), quantities: [...quantities] })
    const key = JSON.stringify(definition)
    const summary = known.get(key) ?? summarize((await simulate(definition, until)).sums, confidence, definition)
    known.set(key, summary)
    return summary
  }
  const series: FigureMarks[] = []
  for (const { curve, points: planned } of plan) {
    const points: FigureMark[] = []
    for (const { x, network } of planned) {
      const name = quantityAt(curve, x)
      const quantity = namedQuantity(name)
      const summary = await simulated(network, curve)
      const { mean, standardError, interval } = simulatedQuantity(network, name, fidelityOf(network, fidelity), summary)
      points.push({
        x,
        y: inUnit(quantity, mean, unit),
        standardError: inUnit(quantity, standardError, unit),
        interval: [inUnit(quantity, interval[0], unit), inUnit(quantity, interval[1], unit)],
        trials: summary.trials,
        parameters: varied(network),
      })
      await afterEachPoint()
    }
    const sampledBy = fidelityOf(planned[0]!.network, fidelity)
    const methodName = methodNames[sampledBy]
    const first = quantityAt(curve, planned[0]!.x)
    series.push({
      kind: 'marks',
      name: seriesName(curve.member, methodName),
      member: curve.member,
      methodName,
      quantity: first,
      fidelity: sampledBy,
      sensingClusters: curve.sensingClusters ?? null,
      seed,
      confidence,
      unit: quantityUnit(first, unit),
      points,
    })
  }
  return series
}

const optionsOf = ({ network: _, ...options }: SimulationDefinition) => options
