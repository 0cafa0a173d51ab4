import {
  aRelativeTolerance,
  communicationRate,
  type MeanRequestCommunicationMethod,
  MethodNotApplicableError,
  meanRequestCommunicationMethods,
  type SensingMethodForAnySize,
  sensingMethodAt,
  sensingMethodsForAnySize,
  sensingRate,
  smallestSensingClusterSize,
} from '@isacnet/analysis'
import {
  assertNetwork,
  assertOptions,
  assertSaturated,
  type Network,
  type OptionChecks,
  oneOf,
  type SensingClusters,
  sensingClusterKinds,
} from '@isacnet/model'
import { memoisedRates } from '../problem/memoised-rates.js'
import type { RateModel } from '../problem/rate-model.js'
import { analyticQuantities } from './analytic-quantities.js'
import { networkOfTargets, networkOfUsers } from './network-of.js'

export interface AnalyticRatesOptions {
  /** Default `exact`. */
  readonly communicationMethod?: MeanRequestCommunicationMethod
  /** Default `exact`. `theorem-3` does not apply to Q = 1; there `proposition-3`, which the paper has for it, takes its place. */
  readonly sensingMethod?: SensingMethodForAnySize
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters
  /** Relative tolerance of the integration; default 1e-9. */
  readonly relativeTolerance?: number
}

const optionChecks: OptionChecks<AnalyticRatesOptions> = {
  communicationMethod: oneOf(meanRequestCommunicationMethods, 'communication method'),
  sensingMethod: oneOf(sensingMethodsForAnySize, 'sensing method'),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  relativeTolerance: aRelativeTolerance,
}

/**
 * The rates of `@isacnet/analysis` as a memoised {@link RateModel}. Of the network all but the allocation and M_t counts.
 *
 * **$R_c$ grows with D**, by each method. Exact and Theorem 1: D enters through $1-(1+z)^{-D}$ (at $z\eta^{-\alpha}$ in place of z),
 * which grows with D for every z > 0, and it is integrated with a weight that is nowhere negative and doesn't contain D (noise
 * included). Theorem 2: D enters through $1-e^{-zY}$ with $Y \propto D$, weighted by $1/(zF) > 0$.
 *
 * **$R_s$ grows with Q**, from Q = 1 exactly and without the hole. Take one realisation of the base stations, of the target and of all
 * gains: with Q + 1 the same BSs interfere as with Q, but for the one that nulls in addition, in either reading of the cluster.
 * No term of $I_s$ is negative, so $\mathrm{SIR}_s$ is nowhere smaller, and neither is the mean of $\ln(1+\mathrm{SIR}_s)$. Clutter and noise
 * don't depend on Q. **Theorem 3** takes the interferers as a PPP outside a disc of radius $r_Q$, $\pi\lambda r_Q^2 \sim \Gamma(Q,1)$, independent of R:
 * with $\pi\lambda r_{Q+1}^2 = \pi\lambda r_Q^2 + \mathrm{Exp}(1)$ and one PPP for both, fewer interfere. That holds from Q = 2; nothing is
 * said of the step to it from Proposition 3, which knows the hole that Theorem 3 ignores.
 *
 * **Quantities of the law of the SIR** improve alike. More degrees of freedom: with $P(\mathrm{SIR}>\theta) = \sum_{k<D}p_k$ of $p_k \ge 0$ that don't contain D,
 * exactly and in the laws of Theorems 1 and 2, coverage never falls at any threshold when D grows; so neither do percentiles and means of growing
 * functions of the SIR, and bounds of errors, which fall with the SIR, don't grow. Larger clusters: by the same realisation as above, from
 * Q = 1 for the exact law; the other methods of sensing have none but Proposition 3 at Q = 1.
 *
 * @example
 * const network = defineNetwork({ K: 5, L: 2 })
 * analyticRates(network).communication(5, 2, 11).value === communicationRate(network).value // true
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else. {UnknownNameError} for options, methods and clusters that are not known.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws {MethodNotApplicableError} for target-centric clusters with a method that doesn't know them; the rates throw what
 *   `communicationRate` and `sensingRate` throw.
 */
export const analyticRates = (network: Network, options: AnalyticRatesOptions = {}): RateModel => {
  assertNetwork(network)
  assertOptions('analyticRates', options, optionChecks)
  assertSaturated('the table of rates', network)
  const { communicationMethod = 'exact', sensingMethod = 'exact', sensingClusters = 'bs-centric' } = options
  const tolerance = options.relativeTolerance === undefined ? {} : { relativeTolerance: options.relativeTolerance }
  if (sensingMethod !== 'exact' && sensingClusters !== 'bs-centric')
    throw new MethodNotApplicableError(sensingMethod, 'bs-centric clusters', sensingClusters)
  return memoisedRates({
    communication: (usersPerCell, communicationClusterSize, diversityOrder) =>
      communicationRate(networkOfUsers(network, usersPerCell, communicationClusterSize, diversityOrder), {
        method: communicationMethod,
        ...tolerance,
      }),
    sensing: (usersPerCell, sensingClusterSize) =>
      sensingRate(networkOfTargets(network, usersPerCell, sensingClusterSize), {
        method: sensingMethodAt(sensingMethod, sensingClusterSize),
        sensingClusters,
        ...tolerance,
      }),
    communicationGrowsWithDiversity: true,
    sensingGrowsFrom: smallestSensingClusterSize(sensingMethod),
    quantity: analyticQuantities(network, { communicationMethod, sensingMethod, sensingClusters, ...tolerance }),
  })
}
