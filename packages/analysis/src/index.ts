export {
  communicationAreaSpectralEfficiency,
  sensingAreaSpectralEfficiency,
  weightedSumAreaSpectralEfficiency,
} from './area-spectral-efficiency.js'
export { type Clutter, clutterCoefficient, clutterLaplaceTransform } from './clutter.js'
export {
  communicationInterferenceExponent,
  communicationLaplaceTransform,
  communicationLaplaceTransformGivenRatio,
  type Interferers,
} from './communication-laplace-transform.js'
export {
  type CommunicationMethod,
  type CommunicationRateOptions,
  communicationMethods,
  communicationRate,
} from './communication-rate.js'
export { type GainMoments, lemma1 } from './lemma-1.js'
export { MethodNotApplicableError } from './method-not-applicable-error.js'
export { type SensingRealisation, sensingMutualInformation } from './mutual-information.js'
export {
  type ClusterSizeOptimum,
  type ClusterSizeProblem,
  optimalCommunicationClusterSize,
  proposition1,
  proposition2,
} from './optimal-cluster-size.js'
export type { Rate } from './rate.js'
export { aRelativeTolerance } from './relative-tolerance.js'
export {
  bsCentricInterferenceExponent,
  interfererDensity,
  interferersWithin,
  targetCentricInterferenceExponent,
} from './sensing-laplace-transform.js'
export {
  type SensingMethod,
  type SensingRateOptions,
  sensingMethods,
  sensingRate,
} from './sensing-rate.js'
export { meanGainRate, meanGainRateSlope, nullingGain } from './theorem-2.js'
