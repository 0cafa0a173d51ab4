import { communicationRate, type Rate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, degreesOfFreedom } from '@isacnet/model'
import {
  assertTakesControl,
  type ControlMean,
  defineSimulation,
  type SimulationControl,
  type SimulationDefinition,
} from '@isacnet/simulation'

/**
 * A simulation with the exact rates of its network as a control. A network that asks for more degrees of freedom than it has antennas has none: then
 * the rates of one with as many antennas as it asks for.
 *
 * @throws {InvalidParameterError} for a simulation that takes no control.
 */
export const withExactControl = (definition: SimulationDefinition): SimulationDefinition => {
  assertTakesControl(definition)
  const { network, ...options } = definition
  return defineSimulation(network, { ...options, control: exactControl(definition) })
}

const exactControl = ({ network, sensingClusters }: SimulationDefinition): SimulationControl => {
  const transmitAntennas = Math.max(network.transmitAntennas, degreesOfFreedom(network).used)
  const granting = defineNetwork({ ...network, transmitAntennas })
  return {
    transmitAntennas,
    communication: meanOf(communicationRate(granting)),
    sensing: meanOf(sensingRate(granting, { sensingClusters })),
  }
}

const meanOf = ({ value, errorEstimate }: Rate): ControlMean => ({ mean: value, errorEstimate })
