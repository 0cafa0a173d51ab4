import {
  type PerformanceOptions,
  type Rate,
  type SirValue,
  serviceRate,
  sirQuantityValue,
  sirQuantityValues,
} from '@isacnet/analysis'
import { chosenServiceQuantity, type Network, type Service } from '@isacnet/model'
import { compileObjective, objectiveQuantities, type TheoremComputation } from '@isacnet/scenario'
import type { NumericalValue, ServiceResult, TheoremResult } from './task-result.js'

/** Both rates by the methods of the computation, and its objective with the largest change that the errors of the rates can make. */
export const theoremResult = async (
  network: Network,
  computation: Omit<TheoremComputation, 'name'>,
): Promise<TheoremResult> => {
  const { communicationMethod, sensingMethod, sensingClusters, quantities } = computation
  const methods = { communicationMethod, sensingMethod, sensingClusters }
  const communication = serviceRate('communication', network, methods)
  const sensing = serviceRate('sensing', network, methods)
  const chosen = (service: Service): Pick<ServiceResult, 'quantities'> => {
    if (quantities === undefined) return {}
    const found = Object.entries<SirValue>(sirQuantityValues(service, network, { ...methods, quantities }))
    return { quantities: Object.fromEntries(found.map(([name, value]) => [name, 'value' in value ? value : null])) }
  }
  return {
    kind: 'theorem',
    communication: { ...numerical(communication), ...chosen('communication') },
    sensing: { ...numerical(sensing), ...chosen('sensing') },
    objective:
      computation.objective === undefined
        ? null
        : await objectiveValue(network, computation.objective, communication, sensing, methods),
  }
}

const numerical = ({ value, errorEstimate }: Rate): NumericalValue => ({ value, errorEstimate })

const objectiveValue = async (
  network: Network,
  objective: NonNullable<TheoremComputation['objective']>,
  communication: Rate,
  sensing: Rate,
  methods: PerformanceOptions,
): Promise<NumericalValue> => {
  if (objective.kind === 'quantity') {
    const { service, chosen } = chosenServiceQuantity(objective.quantity)
    return numerical(sirQuantityValue(chosen, service, network, methods))
  }
  const compiled = await compileObjective(objective)
  const at = (Rc: number, Rs: number): number =>
    compiled.value(objectiveQuantities(network, { communication: Rc, sensing: Rs }), network)
  const value = at(communication.value, sensing.value)
  const ends = ({ value: middle, errorEstimate }: Rate) => [middle - errorEstimate, middle + errorEstimate]
  const corners = ends(communication).flatMap((Rc) => ends(sensing).map((Rs) => at(Rc, Rs)))
  return { value, errorEstimate: Math.max(...corners.map((corner) => Math.abs(corner - value))) }
}
