export { alternatives } from './errors/alternatives.js'
export { type ErrorCode, type ErrorKind, type ErrorMeaning, errorCodes } from './errors/error-codes.js'
export { InvalidParameterError } from './errors/invalid-parameter-error.js'
export { errorCodeOf, IsacnetError } from './errors/isacnet-error.js'
export { permittedName } from './errors/permitted-name.js'
export { QuantityNotApplicableError } from './errors/quantity-not-applicable-error.js'
export { UnknownNameError } from './errors/unknown-name-error.js'
export { type Assumption, assumptionNames } from './network/assumptions.js'
export { defineNetwork, paperNetwork } from './network/define-network.js'
export {
  type Allocation,
  assertFeasible,
  type DegreesOfFreedom,
  degreesOfFreedom,
  InfeasibleAllocationError,
  isFeasible,
} from './network/degrees-of-freedom.js'
export { echoGain } from './network/echo-gain.js'
export { assertNetwork, isNetwork, type Network } from './network/network.js'
export type { NetworkParameters, ParameterName } from './network/network-parameters.js'
export {
  laterParameterNames,
  type ParameterDefinition,
  parameterDefinitions,
  permittedValues,
} from './network/parameter-definitions.js'
export { parameterName } from './network/parameter-name.js'
export {
  assertSaturated,
  densityOf,
  isSaturated,
  type ReceiverDensities,
  UnsaturatedNetworkError,
} from './network/saturation.js'
export { type SensingClusters, sensingClusterKinds } from './network/sensing-clusters.js'
export { byService, type Service, type ServiceDefinition, services } from './network/services.js'
export { assertOptions, type OptionChecks } from './options/assert-options.js'
export { decimalNumber, share } from './options/decimal-number.js'
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
} from './options/option-checks.js'
export { readParameterValue, writtenParameterValue } from './options/parameter-value.js'
export { aSeed, readSeed, type Seed } from './options/seed.js'
export {
  type ChosenQuantity,
  chosenQuantities,
  chosenQuantity,
  ofService,
  quantityNamesOf,
  quantityScale,
  type SirValues,
  sirFunctional,
  someQuantities,
} from './quantities/chosen-quantity.js'
export {
  type ChosenServiceQuantity,
  chosenServiceQuantity,
  isServiceQuantityName,
  namedQuantity,
} from './quantities/chosen-service-quantity.js'
export {
  areaSpectralEfficiencyUnit,
  fromNats,
  type InformationUnit,
  informationUnits,
  rateUnit,
} from './quantities/definition/information-unit.js'
export type {
  Load,
  QuantityDefinition,
  RateQuantityDefinition,
  SirFunctional,
  SirQuantityDefinition,
} from './quantities/definition/quantity.js'
export {
  falseAlarmParameter,
  percentileParameter,
  type QuantityParameter,
  thresholdParameter,
} from './quantities/definition/quantity-parameter.js'
export {
  areaSpectralEfficiency,
  communicationAreaSpectralEfficiency,
  sensingAreaSpectralEfficiency,
  weightedSumAreaSpectralEfficiency,
} from './quantities/formulas/area-spectral-efficiency.js'
export { detectionProbability } from './quantities/formulas/detection-probability.js'
export { angleErrorBound, rangeErrorBound } from './quantities/formulas/estimation-bounds.js'
export {
  byRateQuantity,
  inUnit,
  isInformation,
  type Quantity,
  type QuantityMember,
  type QuantityName,
  type QuantitySymbol,
  quantities,
  quantityOf,
  quantitySymbol,
  type RateQuantity,
  type RateQuantityName,
  type RateQuantitySymbol,
  rateQuantities,
  type ServiceQuantity,
  type ServiceQuantityName,
  type ServiceValues,
  type SirQuantity,
  type SirQuantityName,
  serviceQuantities,
  serviceQuantity,
  serviceValues,
  sirQuantities,
} from './quantities/quantities.js'
