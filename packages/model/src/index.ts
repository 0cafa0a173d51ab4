export { defineNetwork, paperNetwork } from './define-network.js'
export {
  type Allocation,
  assertFeasible,
  type DegreesOfFreedom,
  degreesOfFreedom,
  InfeasibleAllocationError,
  isFeasible,
} from './degrees-of-freedom.js'
export { echoGain } from './echo-gain.js'
export { fromNats, type InformationUnit, informationUnit, informationUnits } from './information-unit.js'
export { InvalidParameterError } from './invalid-parameter-error.js'
export type { NetworkParameters, ParameterName } from './network-parameters.js'
export {
  type ParameterDefinition,
  parameterDefinitions,
  permittedValues,
} from './parameter-definitions.js'
export { parameterName } from './parameter-name.js'
export { readSeed, type Seed } from './seed.js'
export { type SensingClusters, sensingClusterKinds } from './sensing-clusters.js'
export { UnknownNameError } from './unknown-name-error.js'
