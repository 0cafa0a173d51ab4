export { alternatives } from './alternatives.js'
export { assertOptions, type OptionChecks } from './assert-options.js'
export { decimalNumber, share } from './decimal-number.js'
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
export { type ErrorCode, type ErrorKind, type ErrorMeaning, errorCodes } from './error-codes.js'
export {
  areaSpectralEfficiencyUnit,
  fromNats,
  type InformationUnit,
  informationUnits,
  rateUnit,
} from './information-unit.js'
export { InvalidParameterError } from './invalid-parameter-error.js'
export { errorCodeOf, IsacnetError } from './isacnet-error.js'
export { assertNetwork, isNetwork, type Network } from './network.js'
export type { NetworkParameters, ParameterName } from './network-parameters.js'
export {
  aFunction,
  aNetwork,
  anObject,
  anything,
  aString,
  integerFrom,
  numberThat,
  type OptionCheck,
  oneOf,
  required,
  someOf,
  trueOrFalse,
} from './option-checks.js'
export {
  type ParameterDefinition,
  parameterDefinitions,
  permittedValues,
} from './parameter-definitions.js'
export { parameterName } from './parameter-name.js'
export { permittedName } from './permitted-name.js'
export {
  areaSpectralEfficiency,
  communicationAreaSpectralEfficiency,
  sensingAreaSpectralEfficiency,
  weightedSumAreaSpectralEfficiency,
} from './quantities/area-spectral-efficiency.js'
export {
  byQuantity,
  byRateQuantity,
  inUnit,
  type Quantity,
  type QuantityMember,
  type QuantityName,
  type QuantitySymbol,
  quantities,
  quantityNames,
  quantityOf,
  quantitySymbol,
  type RateQuantity,
  type RateQuantityName,
  type RateQuantitySymbol,
  rateQuantities,
  type ServiceQuantity,
  type ServiceQuantityName,
  type ServiceValues,
  type SirMeans,
  type SirQuantity,
  type SirQuantityName,
  serviceQuantities,
  serviceQuantity,
  serviceValues,
  sirQuantities,
} from './quantities/quantities.js'
export type { Load, QuantityDefinition, RateQuantityDefinition, SirQuantityDefinition } from './quantities/quantity.js'
export { aSeed, readSeed, type Seed } from './seed.js'
export { type SensingClusters, sensingClusterKinds } from './sensing-clusters.js'
export { byService, type Service, type ServiceDefinition, services } from './services.js'
export { UnknownNameError } from './unknown-name-error.js'
