import type { NetworkParameters, SensingClusters } from '@isacnet/model'
import {
  type CountPolynomials,
  inDegreeCovariance,
  inDegreeLaw,
  requestCovariance,
  requestMoments,
  requestMomentsWithOwn,
  type Station,
} from '../constants/request-constants.js'
import { type CountLaw, certainCount, meanCount, smoothCount, varianceOfCount } from '../counts/count-law.js'

/** The law of a number of requests. */
export interface RequestCount {
  readonly law: CountLaw
  /** In bs-centric clusters, how the law depends on the in-degree of the BS. */
  readonly inDegree?: {
    /** The derivative of the law with respect to the mean in-degree, along an exponential tilt of the in-degree's law. */
    readonly slope: Float64Array
    /** Requests of users that go with one more of the in-degree. */
    readonly regression: number
  }
}

/** The laws of the numbers of requests to null that BSs get. */
export interface RequestLaws {
  /** A typical BS: any interferer. */
  readonly typical: RequestCount
  /** The BS that serves the typical user or target: its cell is chosen by area. */
  readonly serving: RequestCount
  /** The BSs of the typical user's cluster, from the second nearest to the L-th; the user's own request counts. */
  readonly userCluster: readonly RequestCount[]
  /** The BSs of the typical target's cluster but the serving one, by distance; the target's own request counts. */
  readonly targetCluster: readonly RequestCount[]
}

/** Mean and variance of a number of requests. */
interface Moments {
  readonly mean: number
  readonly variance: number
}

const none: Moments = { mean: 0, variance: 0 }

const momentsOf = ({ mean, variance }: CountPolynomials, receivers: number): Moments => ({
  mean: mean[0] + mean[1] * receivers,
  variance: variance[0] + (variance[1] + variance[2] * receivers) * receivers,
})

/**
 * The laws of the numbers of requests, of users to their L nearest BSs but the serving one, and of targets likewise to Q.
 *
 * Mean and variance are {@link requestMoments}, exactly; the law is almost symmetric, and a rounded Pearson III law with these moments. In bs-centric
 * clusters the targets of a cell ask what is nearest to their BS, J at a time: their number is J times an in-degree.
 */
export const requestLaws = (network: NetworkParameters, sensingClusters: SensingClusters): RequestLaws => {
  const { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q } = network
  const ofUsers = (station: Station): Moments => (L === 1 ? none : momentsOf(requestMoments(station, L), K))
  const ofTargets = (station: Station): Moments => (Q === 1 ? none : momentsOf(requestMoments(station, Q), J))
  const combined = (users: Moments, station: Station, least = 0): RequestCount => {
    if (Q === 1) return { law: smoothCount(users.mean, users.variance, least) }
    if (sensingClusters === 'bs-centric') return withInDegree(users, station, least)
    return alike(users, ofTargets(station), station, least)
  }
  /** Users and targets ask alike: what makes a BS popular with the ones does with the others. */
  const alike = (users: Moments, targets: Moments, station: Station, least: number): RequestCount => {
    const together = L === 1 ? 0 : 2 * K * J * requestCovariance(station, L, Q)
    return { law: smoothCount(users.mean + targets.mean, users.variance + targets.variance + together, least) }
  }
  const withInDegree = (users: Moments, station: Station, least: number): RequestCount => {
    const degrees = inDegreeLaw(station, Q)
    const mean = meanCount(degrees)
    const variance = varianceOfCount(degrees)
    const covariance = L === 1 ? 0 : K * inDegreeCovariance(station, L, Q)
    const regression = covariance / variance
    const rest = Math.max(users.variance - covariance * regression, leastRest)
    const given = (degree: number): CountLaw =>
      L === 1
        ? certainCount(0)
        : smoothCount(Math.max(users.mean + regression * (degree - mean), least + 1e-3), rest, least)
    const parts = Array.from(degrees, (probability, degree) => ({ probability, degree }))
      .filter(({ probability }) => probability > 1e-12)
      .map(({ probability, degree }) => ({ probability, degree, law: given(degree) }))
    const length = Math.max(...parts.map(({ degree, law }) => J * degree + law.length))
    const law = new Float64Array(length)
    const slope = new Float64Array(length)
    for (const { probability, degree, law: users } of parts) {
      const change = (probability * (degree - mean)) / variance
      for (let n = 0; n < users.length; n++) {
        law[J * degree + n]! += probability * users[n]!
        slope[J * degree + n]! += change * users[n]!
      }
    }
    return { law, inDegree: { slope, regression } }
  }
  const ranks = (size: number): number[] => Array.from({ length: size - 1 }, (_, i) => i + 2)
  return {
    typical: combined(ofUsers('typical'), 'typical'),
    serving: combined(ofUsers('serving'), 'serving'),
    userCluster: ranks(L).map((rank) => combined(momentsOf(requestMomentsWithOwn(rank, L), K), { rank }, 1)),
    targetCluster: ranks(Q).map((rank) =>
      sensingClusters === 'bs-centric'
        ? withInDegree(ofUsers({ neighbour: rank - 1 }), { neighbour: rank - 1 }, 0)
        : alike(ofUsers({ rank }), momentsOf(requestMomentsWithOwn(rank, Q), J), { rank }, 1),
    ),
  }
}

/** A variance that is left of the users' requests, however much goes with the in-degree. */
const leastRest = 0.05
