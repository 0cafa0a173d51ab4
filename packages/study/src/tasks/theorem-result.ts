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
  const ofLaw = (name: string): NumericalValue => {
    const { service, chosen } = chosenServiceQuantity(name)
    return numerical(sirQuantityValue(chosen, service, network, methods))
  }
  if (objective.kind === 'quantity') return ofLaw(objective.quantity)
  const compiled = await compileObjective(objective)
  const inputs = [numerical(communication), numerical(sensing), ...compiled.quantities.map(ofLaw)]
  const at = ([Rc, Rs, ...values]: readonly number[]): number =>
    compiled.value(
      objectiveQuantities(network, { communication: Rc!, sensing: Rs! }),
      network,
      Object.fromEntries(compiled.quantities.map((name, i) => [name, values[i]!])),
    )
  const value = at(inputs.map((input) => input.value))
  const corners = inputs.reduce<readonly (readonly number[])[]>(
    (those, { value: middle, errorEstimate }) =>
      [-1, 1].flatMap((sign) => those.map((corner) => [...corner, middle + sign * errorEstimate])),
    [[]],
  )
  return { value, errorEstimate: Math.max(...corners.map((corner) => Math.abs(at(corner) - value))) }
}
