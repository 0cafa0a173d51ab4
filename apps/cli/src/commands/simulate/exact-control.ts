import { communicationRate, type Rate, sensingRate, sirQuantityValue } from '@isacnet/analysis'
import {
  chosenQuantities,
  defineNetwork,
  degreesOfFreedom,
  type Network,
  ofService,
  type SensingClusters,
  type Service,
  sirFunctional,
} from '@isacnet/model'
import {
  assertTakesControl,
  type ControlMean,
  defineSimulation,
  type ServiceControl,
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

const exactControl = ({ network, sensingClusters, quantities = [] }: SimulationDefinition): SimulationControl => {
  const transmitAntennas = Math.max(network.transmitAntennas, degreesOfFreedom(network).used)
  const granting = defineNetwork({ ...network, transmitAntennas })
  return {
    transmitAntennas,
    communication: {
      ...meanOf(communicationRate(granting)),
      ...coverageOf('communication', granting, quantities, sensingClusters),
    },
    sensing: {
      ...meanOf(sensingRate(granting, { sensingClusters })),
      ...coverageOf('sensing', granting, quantities, sensingClusters),
    },
  }
}

/** The exact means of the coverage probabilities among the chosen quantities. */
const coverageOf = (
  service: Service,
  network: Network,
  quantities: readonly string[],
  sensingClusters: SensingClusters,
): Pick<ServiceControl, 'quantities'> => {
  const covered = ofService(chosenQuantities(quantities), service).filter(
    (chosen) => sirFunctional(chosen, network).kind === 'coverage',
  )
  if (covered.length === 0) return {}
  return {
    quantities: Object.fromEntries(
      covered.map((chosen) => [chosen.name, meanOf(sirQuantityValue(chosen, service, network, { sensingClusters }))]),
    ),
  }
}

const meanOf = ({ value, errorEstimate }: Rate): ControlMean => ({ mean: value, errorEstimate })
