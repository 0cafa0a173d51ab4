import { defineNetwork, isFeasible, paperNetwork, quantityNamesOf } from '@isacnet/model'
import { writeScenario } from '@isacnet/scenario'
import type { ExplorerState } from '../state/explorer-state.js'
import { axisValues } from '../state/parameter-range.js'

/**
 * The explorer's state as a scenario file: the curves as a sweep of their axis, the optimum or the simulation as a computation
 * of one network.
 *
 * @throws {InvalidParameterError | InfeasibleAllocationError} when the values make no network.
 */
export const scenarioText = (state: ExplorerState): string => {
  const { values, axis, clusters, unit, view, seed, weight, quantity, threshold } = state
  const quantities =
    view === 'distribution'
      ? quantityNamesOf([
          `coverage:${threshold}`,
          'percentile-rate:5',
          'median-rate',
          'percentile-rate:95',
          'detection',
        ])
      : view === 'curves' && quantity !== 'rates'
        ? [quantity]
        : []
  const network = defineNetwork(values)
  const methods = { communicationMethod: 'exact', sensingMethod: 'exact', sensingClusters: clusters } as const
  const feasible = axisValues(axis).filter((x) => isFeasible({ ...paperNetwork, ...values, [axis]: x }))
  return writeScenario({
    title: 'From the explorer',
    network,
    infeasible: 'skip',
    axes: view === 'curves' ? [{ quantities: [{ name: axis, unit: '', values: feasible }] }] : [],
    computations: [
      view === 'region'
        ? {
            kind: 'optimization',
            name: 'optimization',
            objective: { kind: 'sum', rho: weight },
            constraints: {},
            ...methods,
          }
        : {
            kind: 'theorem',
            name: 'theorem',
            ...methods,
            ...(quantities.length === 0 ? {} : { quantities }),
          },
    ],
    outputs: { unit, ...(view === 'curves' && quantity !== 'rates' ? { plotted: quantity } : {}) },
    seed,
  })
}
