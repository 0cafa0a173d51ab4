export {
  communicationAreaSpectralEfficiency,
  sensingAreaSpectralEfficiency,
  weightedSumAreaSpectralEfficiency,
} from './area-spectral-efficiency.js'
export {
  type CommunicationMethod,
  type CommunicationRateOptions,
  communicationMethods,
  communicationRate,
} from './communication-rate.js'
export { MethodNotApplicableError } from './method-not-applicable-error.js'
export type { Rate } from './rate.js'
export {
  type SensingClusters,
  type SensingMethod,
  type SensingRateOptions,
  sensingClusterKinds,
  sensingMethods,
  sensingRate,
} from './sensing-rate.js'
