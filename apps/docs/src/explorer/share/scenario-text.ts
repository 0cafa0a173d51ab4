import { defineNetwork, quantityNamesOf } from '@isacnet/model'
import { type Computation, type Objective, writeScenario } from '@isacnet/scenario'
import { completeOptions } from '@isacnet/simulation'
import { constraintsOf } from '../state/allocation-limits.js'
import type { ExplorerState } from '../state/explorer-state.js'
import { valuesAsked } from '../state/parameters/values-asked.js'
import { simulationConfidence, simulationMaximumTrials, simulationRelativeError } from '../state/simulation-end.js'
import { curvesScenario } from './curves-scenario.js'

/**
 * The explorer's state as a scenario file: the curves as a sweep of their axis, the optimum or the simulation as a computation
 * of one network.
 *
 * @throws {InvalidParameterError | InfeasibleAllocationError} when the values make no network.
 */
export const scenarioText = (state: ExplorerState): string => {
  const { clusters, unit, view, seed, threshold } = state
  if (view === 'curves') return curvesScenario(state)
  const quantities =
    view === 'distribution'
      ? quantityNamesOf([
          `coverage:${threshold}`,
          'percentile-rate:5',
          'median-rate',
          'percentile-rate:95',
          'detection',
        ])
      : []
  const network = defineNetwork(valuesAsked(state))
  const methods = { communicationMethod: 'exact', sensingMethod: 'exact', sensingClusters: clusters } as const
  return writeScenario({
    title: 'From the explorer',
    network,
    infeasible: 'skip',
    computations: [
      view === 'region'
        ? {
            kind: 'optimization',
            name: 'optimization',
            objective: objectiveOf(state),
            constraints: constraintsOf(state.limits),
            ...methods,
            communicationMethod: state.regionMethod,
            sensingMethod: state.regionMethod,
          }
        : view === 'simulation'
          ? simulation(state)
          : {
              kind: 'theorem',
              name: 'theorem',
              ...methods,
              ...(quantities.length === 0 ? {} : { quantities }),
            },
    ],
    outputs: { unit },
    seed,
  })
}

const simulation = ({ seed, fidelity, clusters, sampling }: ExplorerState): Computation => ({
  kind: 'simulation',
  name: 'simulation',
  options: completeOptions({ ...sampling, fidelity, sensingClusters: clusters, seed }),
  until: {
    relativeError: simulationRelativeError,
    confidence: simulationConfidence,
    maximumTrials: simulationMaximumTrials,
  },
  confidence: simulationConfidence,
})

const objectiveOf = ({ objective, weight }: ExplorerState): Objective =>
  objective === 'sum'
    ? { kind: 'sum', rho: weight }
    : objective === 'communication' || objective === 'sensing'
      ? { kind: objective }
      : { kind: 'quantity', quantity: objective }
