export {
  communicationInterferenceExponent,
  communicationLaplaceTransform,
  communicationLaplaceTransformGivenRatio,
  type Interferers,
} from './communication/communication-laplace-transform.js'
export {
  type CommunicationMethod,
  communicationMethods,
  type MeanRequestCommunicationMethod,
  meanRequestCommunicationMethods,
} from './communication/communication-methods.js'
export { type CommunicationRateOptions, communicationRate } from './communication/communication-rate.js'
export { type GainMoments, lemma1 } from './communication/lemma-1.js'
export { meanGainRate, meanGainRateSlope, nullingGain } from './communication/theorem-2.js'
export { type CommonGap, type CoveragePoint, type GapPoint, type SirGap, sirGap } from './gap/sir-gap.js'
export type { Estimate } from './law/estimate.js'
export type { SirFunction } from './law/mean-over-sir.js'
export type { BetaApproximation } from './law/meta-distribution.js'
export { type SirLaw, type SirLawOptions, type SirPercentile, sirLaw } from './law/sir-law.js'
export {
  type LowLoadCommunication,
  type LowLoadOptions,
  lowLoadCommunication,
} from './low-load/low-load-communication.js'
export type { MethodDefinition } from './method/method.js'
export { MethodNotApplicableError } from './method/method-not-applicable-error.js'
export { assertFeasibleMethods } from './quantities/assert-feasible-methods.js'
export { methodDefinitions } from './quantities/method-definitions.js'
export {
  type ClusterSizeOptimum,
  type ClusterSizeProblem,
  optimalCommunicationClusterSize,
  proposition1,
  proposition2,
} from './quantities/optimal-cluster-size.js'
export {
  type ChosenPerformance,
  type Performance,
  performance,
  type ServicePerformance,
  servicePerformance,
} from './quantities/performance.js'
export {
  type MethodRate,
  methodOf,
  type PerformanceOptions,
  ratesByMethod,
  serviceRate,
} from './quantities/service-rate.js'
export {
  type SirValue,
  sirFunctionalValue,
  sirQuantityByMethod,
  sirQuantityValue,
  sirQuantityValues,
} from './quantities/sir-values.js'
export {
  type RequestCountLaw,
  type RequestCounts,
  type RequestCountsOptions,
  requestCounts,
} from './requests/laws/request-counts.js'
export type { Rate } from './rules/rate.js'
export { aRelativeTolerance } from './rules/relative-tolerance.js'
export { type Clutter, clutterCoefficient, clutterLaplaceTransform } from './sensing/clutter.js'
export { type SensingRealisation, sensingMutualInformation } from './sensing/mutual-information.js'
export {
  bsCentricInterferenceExponent,
  interfererDensity,
  interferersWithin,
  targetCentricInterferenceExponent,
} from './sensing/sensing-laplace-transform.js'
export {
  type SensingMethod,
  type SensingMethodForAnySize,
  sensingMethodAt,
  sensingMethods,
  sensingMethodsForAnySize,
  smallestSensingClusterSize,
} from './sensing/sensing-methods.js'
export { type SensingRateOptions, sensingRate } from './sensing/sensing-rate.js'
