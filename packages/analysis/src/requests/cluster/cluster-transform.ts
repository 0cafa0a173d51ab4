import { spendWork } from '../../rules/work/work.js'
import { featureCount, type Response } from '../constants/responses.js'
import type { ClusterPoints } from './cluster-points.js'

/** One BS of the cluster, by rank of distance. */
export interface ClusterStation {
  /** The probability that it gave up the null. */
  readonly abandonment: number
  /** How that responds to the geometry; left out where it doesn't. */
  readonly response?: Response | undefined
  /** The change of the mean number of requests of the serving BS when this one is known to have given up, per unit of probability. */
  readonly together?: number | undefined
}

/** Interferers at a given z, at each of a rule's points. */
export interface ClusterExponents {
  /** $\ln\mathcal E$, $\mathcal E = 1 + A + S$: of the PPP beyond the outermost BS of the cluster, its density included. */
  readonly lnExponents: Float64Array
  /** $\ln(1 + A + S_2)$, $S_2$ being S with the square of W. */
  readonly lnSquareExponents: Float64Array
  /** $W$: one less the transform of the gain of a BS of the cluster that gave up the null, at that distance. */
  readonly given: Float64Array
}

/** $\mathcal E^n\,\mathrm E$ over $\Gamma(n,\mathcal E)$ of what depends on the distance of the receiver, given $\ln\mathcal E$; 1 where nothing does. */
export type RadiusMean = (lnExponent: number) => number

/** Transforms of the interference at z. */
export interface ClusterTransform {
  /** $\Lambda$ with independent probabilities. */
  readonly mean: number
  /** The addition by their responses. */
  readonly correction: number
  /** The change of the serving BS's requests where BSs of the cluster gave up: $\sum_j c_j\,\partial\Lambda/\partial p_j$. */
  readonly together: number
  /** $\Lambda$ with each feature as a factor. Valid until the next call. */
  readonly features: Float64Array
}

/**
 * The transform of interference at a receiver whose cluster has n BSs that null unless they gave up,
 *
 * $$\Lambda = (n-1)\int_0^\infty \bigl(1-p_nW\bigr)\,A^{n-2}h_{n-1}(A)\;\mathrm E_{\mathcal E}[\cdot]\,\mathcal E^{-n}\,dA,\qquad
 *   h_j(A) = (j-1)A^{1-j}\int_0^A (1-p_jW)h_{j-1}A'^{\,j-2}dA',\quad h_1 = 1,$$
 *
 * $p_j$ being the abandonment probability of the j-th nearest. Where these respond to the geometry, $\Lambda$ has the derivative in the direction of
 * their responses.
 *
 * @param stations - ranks 2 to n.
 */
export const clusterTransform = (points: ClusterPoints, stations: readonly ClusterStation[], responding: boolean) => {
  const n = stations.length + 1
  const count = points.within.length
  const lnWithin = points.within.map(Math.log)
  const lnArea = points.within.map(Math.log1p)
  const ratio = points.within.map((area) => 1 / (1 + area) - 1 / n)
  const anyGiven = stations.some(({ abandonment }) => abandonment > 0)
  const nested = new Float64Array(count)
  const product = new Float64Array(count)
  /** $\partial/\partial p_j$ for each station that responds. */
  const derivatives = stations.map(({ response }) => (response === undefined ? undefined : new Float64Array(count)))
  const features = new Float64Array(featureCount)
  const feature = new Float64Array(featureCount)
  feature[0] = 1

  const averageStations = (given: Float64Array): void => {
    nested.fill(1)
    if (!anyGiven) return
    stations.forEach(({ abandonment }, j) => {
      const outermost = j === n - 2
      for (let d = 0; d <= j; d++) {
        const derivative = derivatives[d]
        if (derivative === undefined) continue
        for (let m = 0; m < count; m++)
          product[m] = d === j ? -given[m]! * nested[m]! : (1 - abandonment * given[m]!) * derivative[m]!
        if (outermost) derivative.set(product)
        else points.meanWithin(j + 1, product, derivative)
      }
      for (let m = 0; m < count; m++) product[m] = (1 - abandonment * given[m]!) * nested[m]!
      if (outermost) nested.set(product)
      else points.meanWithin(j + 1, product, nested)
    })
  }

  return (
    { lnExponents, lnSquareExponents, given }: ClusterExponents,
    radius: RadiusMean | undefined,
  ): ClusterTransform => {
    spendWork(count)
    averageStations(given)
    features.fill(0)
    let mean = 0
    let correction = 0
    let together = 0
    for (let m = 0; m < count; m++) {
      const lnExponent = lnExponents[m]!
      let weight = (n - 1) * points.measure[m]! * Math.exp((n - 2) * (lnWithin[m]! - lnExponent) - 2 * lnExponent)
      if (weight === 0) continue
      if (radius !== undefined) weight *= radius(lnExponent)
      const all = weight * nested[m]!
      mean += all
      if (!responding) continue
      const lnShare = lnArea[m]! - lnExponent
      const a = -Math.expm1(lnShare)
      const b = -Math.expm1(lnSquareExponents[m]! - lnExponent)
      const uf = ratio[m]!
      feature[1] = uf
      feature[2] = a
      feature[3] = b
      feature[4] = a * a
      feature[5] = a * b
      feature[6] = b * b
      for (let k = 2; k < 7; k++) feature[k + 5] = uf * feature[k]!
      feature[12] = lnShare
      feature[13] = uf * lnShare
      for (let k = 0; k < featureCount; k++) features[k]! += all * feature[k]!
      for (let j = 0; j < derivatives.length; j++) {
        const derivative = derivatives[j]
        if (derivative === undefined) continue
        const { response, together: covariance = 0 } = stations[j]!
        let change = 0
        for (let k = 0; k < featureCount; k++) change += response![k]! * feature[k]!
        correction += weight * derivative[m]! * change
        together += weight * derivative[m]! * covariance
      }
    }
    return { mean, correction, together, features }
  }
}
