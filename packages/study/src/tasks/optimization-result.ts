import { chosenServiceQuantity, type Network } from '@isacnet/model'
import {
  type AnalyticRatesOptions,
  actualRequestsSteps,
  analyticRates,
  communicationObjective,
  customObjective,
  type Objective,
  optimizationSteps,
  quantityObjective,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { compileObjective, type OptimizationComputation, objectiveQuantities } from '@isacnet/scenario'
import type { Interruption } from '@isacnet/simulation'
import type { OptimizationResult } from './task-result.js'

/** The best allocation, or nothing if the signal came first. Other work of the thread has its turn now and then. */
export const optimizationResult = async (
  network: Network,
  computation: Omit<OptimizationComputation, 'name'>,
  signal?: Interruption,
): Promise<OptimizationResult | undefined> => {
  const { communicationMethod, sensingMethod, sensingClusters, constraints } = computation
  const objective = await objectiveOf(network, computation)
  const bounded = () =>
    optimizationSteps(
      {
        network,
        // A scenario permits those only that know every Q.
        rates: analyticRates(network, { communicationMethod, sensingMethod, sensingClusters } as AnalyticRatesOptions),
        constraints,
      },
      { objective, runnersUp: 0, findBindingConstraints: false },
    )
  const steps =
    sensingMethod === 'actual-requests'
      ? actualRequestsSteps({ network, sensingClusters, constraints }, { objective, runnersUp: 0 })
      : bounded()
  for (;;) {
    const { done, value } = steps.next()
    if (done) {
      const { allocation, communication, sensing, value: objective, errorEstimate, ties } = value
      return {
        kind: 'optimization',
        allocation,
        communication: { value: communication.rate, errorEstimate: communication.errorEstimate },
        sensing: { value: sensing.rate, errorEstimate: sensing.errorEstimate },
        objective: { value: isError(computation.objective) ? -objective : objective, errorEstimate },
        ties: ties.length,
      }
    }
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (signal?.aborted) return undefined
  }
}

/** Whether the objective is the negative of what is reported. */
const isError = (objective: OptimizationComputation['objective']): boolean =>
  objective.kind === 'quantity' && !chosenServiceQuantity(objective.quantity).chosen.quantity.grows

const objectiveOf = async (
  network: Network,
  { objective }: Omit<OptimizationComputation, 'name'>,
): Promise<Objective> => {
  if (objective.kind === 'communication') return communicationObjective
  if (objective.kind === 'sensing') return sensingObjective
  if (objective.kind === 'sum') return weightedSumObjective(objective.rho)
  if (objective.kind === 'quantity') return quantityObjective(objective.quantity)
  const { value, monotone, quantities } = await compileObjective(objective)
  return customObjective(
    ({ allocation, communication, sensing, quantities: ofLaw = {} }) => {
      const allocated = { ...network, ...allocation }
      const rates = { communication: communication.rate, sensing: sensing.rate }
      const values = Object.fromEntries(quantities.map((name) => [name, ofLaw[name]!.value]))
      return value(objectiveQuantities(allocated, rates), allocated, values)
    },
    { name: objective.expression, monotone, ...(quantities.length === 0 ? {} : { quantities }) },
  )
}
