import { featureCount } from '../constants/responses.js'

/** Features of a receiver without a cluster, given a and b. Valid until the next call. */
export const singleFeatures = (a: number, b: number): Float64Array => {
  features.set([1, 0, a, b, a * a, a * b, b * b])
  return features
}

const features = new Float64Array(featureCount)
