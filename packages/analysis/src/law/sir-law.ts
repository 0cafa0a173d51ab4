import {
  assertFeasible,
  assertNetwork,
  assertOptions,
  assertSaturated,
  degreesOfFreedom,
  InvalidParameterError,
  type Network,
  numberThat,
  type OptionChecks,
  oneOf,
  required,
  type SensingClusters,
  type Service,
  sensingClusterKinds,
} from '@isacnet/model'
import { type CommunicationMethod, communicationMethods } from '../communication/communication-methods.js'
import { nullingGain } from '../communication/theorem-2.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { diversityOrders, abandonmentProbability as probabilityOfAbandonment } from '../requests/counts/capacity.js'
import { type RequestCount, requestLaws } from '../requests/laws/request-laws.js'
import { aRelativeTolerance, defaultRelativeTolerance } from '../rules/relative-tolerance.js'
import { lnEchoGain } from '../sensing/echo/ln-echo-gain.js'
import { type SensingMethod, sensingMethods } from '../sensing/sensing-methods.js'
import { bsCentricCluster } from './clusters/bs-centric-cluster.js'
import type { ClusterLaw } from './clusters/cluster-law.js'
import { communicationCluster, type InterfererLaw } from './clusters/communication-cluster.js'
import { targetCentricCluster } from './clusters/target-centric-cluster.js'
import { theorem1Cluster } from './clusters/theorem-1-cluster.js'
import type { Estimate } from './estimate.js'
import { meanOverSir, type SirFunction } from './mean-over-sir.js'
import { type BetaApproximation, betaFromMoments } from './meta-distribution.js'
import { logPercentile } from './percentile.js'
import { positive, type Receiver, receiverLaw } from './receiver-law.js'
import { beginLawWork } from './series/law-work.js'
import { fixedShape, randomShape, type SignalGain } from './signal-gain.js'
import { pairTerms } from './terms/pair-terms.js'
import { successTerms, termsUpTo } from './terms/success-terms.js'

/** How the law of the SIR is computed; of both services, so that one object serves for both. */
export interface SirLawOptions {
  /**
   * Default `exact`. `theorem-1` is the law whose mean rate Theorem 1 as printed is; `theorem-2` has the idea of Theorem 2: the law at
   * L = 1, shifted by the {@link nullingGain} of mean interference. `actual-requests` has the random numbers of requests to null, independent of
   * the interference: see {@link sirLaw}.
   */
  readonly communicationMethod?: CommunicationMethod | undefined
  /** Default `exact`; of the others `actual-requests` has a law, and `proposition-3` at Q = 1. */
  readonly sensingMethod?: SensingMethod | undefined
  /** Default `bs-centric`. */
  readonly sensingClusters?: SensingClusters | undefined
  /** p_a: the probability with which each BS of the cluster, but the serving one, has abandoned the request to null, in [0, 1]; default 0, and not to be given for `actual-requests`. */
  readonly abandonmentProbability?: number | undefined
  /** Tolerance of probabilities and densities, in [1e-12, 1e-2]; default 1e-9. */
  readonly relativeTolerance?: number | undefined
}

const optionChecks: OptionChecks<SirLawOptions> = {
  communicationMethod: oneOf(communicationMethods),
  sensingMethod: oneOf(sensingMethods),
  sensingClusters: oneOf(sensingClusterKinds, 'kind of sensing clusters'),
  abandonmentProbability: numberThat('a number in [0, 1]', (p) => p >= 0 && p <= 1, 'p_a'),
  relativeTolerance: aRelativeTolerance,
}

/** A percentile of the SIR, and of the rate $\ln(1+\mathrm{SIR})$ in nats. */
export interface SirPercentile {
  readonly sir: Estimate
  readonly rate: Estimate
}

/** The law of the SIR of the typical user or target. */
export interface SirLaw {
  /**
   * $P(\mathrm{SIR}>\theta)$.
   *
   * @param threshold - θ, finite and > 0; no decibels.
   * @throws {InvalidParameterError} outside that domain.
   * @throws {NonConvergenceError} when the tolerance isn't met.
   */
  readonly coverage: (threshold: number) => Estimate
  /** $P(\mathrm{SIR}\le\theta)$, without the cancellation of 1 − P: relative to itself. Domain and errors as {@link SirLaw.coverage}. */
  readonly outage: (threshold: number) => Estimate
  /** The density of ln SIR, $-dP(\mathrm{SIR}>\theta)/d\ln\theta$. Domain and errors as {@link SirLaw.coverage}. */
  readonly density: (threshold: number) => Estimate
  /**
   * The SIR, and the rate, that a share p of the receivers doesn't reach: $P(\mathrm{SIR}\le s) = p$.
   *
   * @param p - in (0, 1).
   * @throws {InvalidParameterError} outside that domain.
   * @throws {NonConvergenceError} when the tolerance isn't met.
   */
  readonly percentile: (p: number) => SirPercentile
  /**
   * $\mathrm E\,\varphi(\mathrm{SIR})$, such as the mean rate for $\ln(1+\mathrm{SIR})$, or the probability of detection of a fluctuating target
   * for $P_\mathrm{fa}^{1/(1+\mathrm{SIR})}$. Best for functions that are analytic for SIR > 0; kinks and jumps take longer.
   *
   * @param phi - finite for every SIR > 0.
   * @throws {InvalidParameterError} where it isn't.
   * @throws {NonConvergenceError} when the tolerance isn't met, as where the mean is infinite.
   */
  readonly mean: (phi: SirFunction) => Estimate
  /**
   * $M_b(\theta) = \mathrm E\bigl[P(\mathrm{SIR}>\theta\mid\text{BS positions})^b\bigr]$: a moment of the meta distribution, by the method `exact`.
   *
   * @param b - 1 or 2; any finite b > 0 where the signal's gain is exponential: D = 1 of communication, K = 1 of sensing.
   * @param threshold - as of {@link SirLaw.coverage}.
   * @throws {InvalidParameterError} outside that domain.
   * @throws {MethodNotApplicableError} for other methods, and for an abandonment probability > 0.
   * @throws {NonConvergenceError} when the tolerance isn't met, as for b = 2 where the gain's shape is large: it costs its fourth power.
   */
  readonly conditionalMoment: (b: number, threshold: number) => Estimate
  /**
   * The Beta law with the first two moments of the meta distribution. Domain and errors as {@link SirLaw.conditionalMoment}.
   *
   * @throws {NonConvergenceError} as well where the variance is lost in rounding, as for thresholds that everyone or nobody reaches.
   */
  readonly betaApproximation: (threshold: number) => BetaApproximation
}

/**
 * The exact law of the SIR of the typical user or target, whose gain is Γ(D, 1), by power series of positive terms: with
 * $p_k = [w^k]\,\mathrm E\,e^{-\theta(1-w)I}$,
 *
 * $$P(\mathrm{SIR}>\theta) = \sum_{k<D}p_k, \qquad -\frac{dP}{d\ln\theta} = Dp_D.$$
 *
 * Thresholds are linear. For communication D is the diversity order, for any L; for sensing it is K, for any Q, both kinds of clusters and any α > 2 and β > 0,
 * and the law depends on λ_b unless α = 2β. Noise and clutter of the network count, so that the SIR is then an SINR.
 *
 * The method `actual-requests` has D as the random requests of the serving BS leave it and each BS of the cluster giving up with the mean probability of
 * its ranks, all independent of each other and of the distances, gains of interferers Γ(K, 1). What the rate of that method knows of these dependences is
 * missing: its probabilities are within about 0.02 of those of simulated networks (ACTUAL-REQUESTS.md).
 *
 * @example
 * const law = sirLaw(defineNetwork({ K: 5, L: 2 }), 'communication')
 * law.coverage(1).value.toFixed(9) // '0.914652031'
 * law.percentile(0.05).rate.value.toFixed(6) // '0.562114'
 *
 * @param network - made by `defineNetwork` of `@isacnet/model`.
 * @throws {InvalidParameterError} for anything else, and for an option outside its domain.
 * @throws {UnknownNameError} for a service, an option, a method or clusters that are not known.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws {InfeasibleAllocationError} where the allocation leaves D < 1, but by `actual-requests`.
 * @throws {MethodNotApplicableError} for a method that has no law, or none of this network.
 */
export const sirLaw = (network: Network, service: Service, options: SirLawOptions = {}): SirLaw => {
  assertNetwork(network)
  required(oneOf(['communication', 'sensing'], 'service'))('service', service)
  assertOptions('sirLaw', options, optionChecks)
  assertSaturated('the law of the SIR', network)
  const { relativeTolerance = defaultRelativeTolerance } = options
  const definition = definitions[service](network, options)
  const receiver = receiverAt(definition, definition.interfererShape)
  const law = receiverLaw(receiver, relativeTolerance)
  const remembered = new Map<number, number>()
  /** The same percentile serves a rate and several bounds. */
  const percentiles = new Map<number, SirPercentile>()
  /** The density that means are taken over: of different functions on the same lattice. */
  const densityAt = (y: number, absoluteTolerance?: number): number => {
    if (absoluteTolerance !== undefined) return law.density(y, absoluteTolerance).value
    const known = remembered.get(y)
    if (known !== undefined) return known
    const { value } = law.density(y)
    if (remembered.size < mostRemembered) remembered.set(y, value)
    return value
  }
  const conditionalMoment = (b: number, threshold: number): Estimate => {
    const y = lnThreshold(threshold)
    const { shape: D } = definition.signal
    if (!(b > 0 && b < Number.POSITIVE_INFINITY) || (D > 1 && b !== 1 && b !== 2))
      throw new InvalidParameterError('b', b, D > 1 ? '1 or 2' : 'a finite number > 0')
    definition.assertMoments()
    if (b === 1) return law.coverage(y)
    const { cluster, lnThresholdScale } = receiverAt(definition, b * definition.interfererShape)
    const first = (values: Float64Array): number => values[0]!
    const expansion = D === 1 ? termsUpTo(0) : pairTerms(D, definition.interfererShape)
    const halved = D === 1 ? cluster : halfOfAdded(cluster)
    const { values, relativeError } = successTerms(halved)(
      y + lnThresholdScale,
      expansion,
      first,
      () => relativeTolerance,
    )
    return { value: values[0]!, errorEstimate: values[0]! * relativeError }
  }
  return {
    coverage: (threshold) => law.coverage(lnThreshold(threshold)),
    outage: (threshold) => law.sides(lnThreshold(threshold)).outage,
    density: (threshold) => {
      const density = law.density(lnThreshold(threshold))
      positive(density.value, 'density')
      return density
    },
    percentile: (p) => {
      if (!(p > 0 && p < 1)) throw new InvalidParameterError('p', p, 'a number in (0, 1)')
      const known = percentiles.get(p)
      if (known !== undefined) return known
      beginLawWork(5)
      const { y, errorEstimate } = logPercentile(law, p)
      const sir = Math.exp(y)
      const found: SirPercentile = {
        sir: { value: sir, errorEstimate: sir * errorEstimate },
        rate: { value: Math.log1p(sir), errorEstimate: (sir / (1 + sir)) * errorEstimate },
      }
      if (percentiles.size < mostRemembered) percentiles.set(p, found)
      return found
    },
    mean: (phi) => {
      if (typeof phi !== 'function') throw new InvalidParameterError('phi', phi, 'a function')
      beginLawWork(5)
      return meanOverSir(phi, densityAt, law.middle, relativeTolerance)
    },
    conditionalMoment,
    betaApproximation: (threshold) => betaFromMoments(conditionalMoment(1, threshold), conditionalMoment(2, threshold)),
  }
}

const mostRemembered = 20_000

/** Every function begins with it. */
const lnThreshold = (threshold: number): number => {
  beginLawWork()
  if (!(threshold > 0 && threshold < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('threshold', threshold, 'a finite number > 0', 'θ')
  return Math.log(threshold)
}

/** A receiver whose interferers may get another shape, for moments. */
interface ReceiverDefinition {
  readonly signal: SignalGain
  readonly interfererShape: number
  readonly abandonment: number
  readonly lnThresholdScale: number
  readonly cluster: (interferers: InterfererLaw) => ClusterLaw
  /** @throws {MethodNotApplicableError} where there are no conditional moments. */
  readonly assertMoments: () => void
}

const receiverAt = (definition: ReceiverDefinition, shape: number): Receiver => ({
  signal: definition.signal,
  interfererShape: definition.interfererShape,
  cluster: definition.cluster({
    shape,
    signalShape: definition.signal.meanShape,
    abandonment: definition.abandonment,
  }),
  lnThresholdScale: definition.lnThresholdScale,
})

/** Noise and clutter are added to each factor of a pair, so that the cluster's own, made for both, count half. */
const halfOfAdded = (cluster: ClusterLaw): ClusterLaw => ({
  ...cluster,
  added: cluster.added.map((term) => ({ ...term, lnCoefficient: term.lnCoefficient - Math.LN2 })),
})

const assertMomentsOf = (method: string, abandonment: number): void => {
  if (method !== 'exact') throw new MethodNotApplicableError(method, 'coverage or percentiles', 'conditional moments')
  if (abandonment > 0)
    throw new MethodNotApplicableError('exact', 'abandonmentProbability (p_a) = 0 for moments', `${abandonment}`)
}

const meanRateOnly = (method: string): MethodNotApplicableError =>
  new MethodNotApplicableError(method, 'the mean rate, of which alone it speaks', 'the law of the SIR')

/** The clusters by those methods that have a law of the SIR. */
const communicationClusters: Readonly<Partial<Record<CommunicationMethod, typeof communicationCluster>>> = {
  exact: communicationCluster,
  'theorem-1': theorem1Cluster,
  'theorem-2': (network, interferers) => communicationCluster({ ...network, communicationClusterSize: 1 }, interferers),
}

/** The mean over the ranks of a cluster. */
const meanAbandonment = (asked: readonly RequestCount[], capacity: number): number =>
  asked.reduce((sum, { law }) => sum + probabilityOfAbandonment(law, capacity), 0) / Math.max(1, asked.length)

const withoutAbandonment = (abandonment: number): void => {
  if (abandonment > 0)
    throw new MethodNotApplicableError('actual-requests', 'no abandonmentProbability (p_a)', `${abandonment}`)
}

const definitions: Readonly<Record<Service, (network: Network, options: SirLawOptions) => ReceiverDefinition>> = {
  communication: (
    network,
    { communicationMethod: method = 'exact', sensingClusters = 'bs-centric', abandonmentProbability: abandonment = 0 },
  ) => {
    if (method === 'actual-requests') {
      withoutAbandonment(abandonment)
      const { serving, userCluster } = requestLaws(network, sensingClusters)
      const capacity = network.transmitAntennas - network.usersPerCell
      return {
        signal: randomShape(diversityOrders(serving.law, capacity)),
        interfererShape: network.usersPerCell,
        abandonment: meanAbandonment(userCluster, capacity),
        assertMoments: () => assertMomentsOf(method, 0),
        lnThresholdScale: 0,
        cluster: (interferers) => communicationCluster(network, interferers),
      }
    }
    const cluster = communicationClusters[method]
    if (cluster === undefined) throw meanRateOnly(method)
    if (method !== 'exact') {
      if (network.noisePower > 0)
        throw new MethodNotApplicableError(method, 'noisePower (N₀) = 0', `${network.noisePower}`)
      if (abandonment > 0)
        throw new MethodNotApplicableError(method, 'abandonmentProbability (p_a) = 0', `${abandonment}`)
    }
    assertFeasible(network)
    const { usersPerCell, communicationClusterSize, pathLossExponent } = network
    return {
      signal: fixedShape(degreesOfFreedom(network).diversityOrder),
      interfererShape: usersPerCell,
      abandonment,
      assertMoments: () => assertMomentsOf(method, abandonment),
      lnThresholdScale: method === 'theorem-2' ? -Math.log(nullingGain(communicationClusterSize, pathLossExponent)) : 0,
      cluster: (interferers) => cluster(network, interferers),
    }
  },
  sensing: (
    network,
    { sensingMethod: method = 'exact', sensingClusters = 'bs-centric', abandonmentProbability: abandonment = 0 },
  ) => {
    const { usersPerCell, sensingClusterSize: Q } = network
    if (method === 'proposition-3' && Q > 1)
      throw new MethodNotApplicableError(method, 'sensingClusterSize (Q) = 1', `${Q}`)
    if (method !== 'exact' && method !== 'proposition-3' && method !== 'actual-requests') throw meanRateOnly(method)
    const actual = method === 'actual-requests'
    if (actual) withoutAbandonment(abandonment)
    else assertFeasible(network)
    const capacity = network.transmitAntennas - usersPerCell
    return {
      signal: fixedShape(usersPerCell),
      interfererShape: usersPerCell,
      abandonment: actual
        ? meanAbandonment(requestLaws(network, sensingClusters).targetCluster, capacity)
        : abandonment,
      assertMoments: () => assertMomentsOf(actual ? method : 'exact', abandonment),
      lnThresholdScale: -lnEchoGain(network),
      cluster: (interferers) =>
        (sensingClusters === 'bs-centric' ? bsCentricCluster : targetCentricCluster)(network, interferers),
    }
  },
}
