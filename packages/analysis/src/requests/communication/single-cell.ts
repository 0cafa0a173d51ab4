import type { NetworkParameters, SensingClusters } from '@isacnet/model'
import { precisionOf } from '../../rules/averages/gamma-law.js'
import { integrateRate, type Rate } from '../../rules/rate.js'
import { separableIntegrand } from '../../rules/separable-rate.js'
import { type LatticeValues, latticeTable, powerMean } from '../../rules/work/lattice-table.js'
import { addedNoise } from '../../transforms/added-interference.js'
import { inDegreeResponse } from '../constants/responses.js'
import { diversityOrder, diversityOrderSlopes, diversityOrders } from '../counts/capacity.js'
import type { RequestEffects } from '../effects/request-effects.js'
import { meanResponse, respond } from '../effects/request-responses.js'
import { singleFeatures } from '../effects/single-features.js'
import { zeroForcedGain } from '../gains/gain-transform.js'
import { signalPolynomial } from '../gains/signal-polynomial.js'
import { userScales } from './user-scales.js'

/**
 * The average data rate without nulling for users, where requests are those of targets only: $\int f(z)\,F(z)^{-1}dz/z$, f being the mean signal over
 * the law of D where the interference at z is heard.
 *
 * In bs-centric clusters the requests are J times an in-degree, a coarse lattice, so that each probability of the in-degree responds by itself: that
 * of the serving BS, and those of interferers, on which the law of their gains depends.
 */
export const singleCellByActualRequests = (
  network: NetworkParameters,
  sensingClusters: SensingClusters,
  relativeTolerance: number,
  effects: RequestEffects,
): Rate => {
  const { pathLossExponent: alpha, sensingClusterSize: Q } = network
  const delta = 2 / alpha
  const excess = powerMean(effects.gain, delta)
  const square = powerMean(
    effects.gain.map((W) => W * W),
    delta,
  )
  const responding = effects.random && Q > 1
  const coarse = responding && sensingClusters === 'bs-centric' && inDegreeResponse('serving', Q).length > 0
  const heard = coarse ? withRespondingInterferers(network, effects, excess, square) : excess
  const lnExponent = latticeTable(heard.map(Math.log1p), delta)
  const lnF = latticeTable(excess.map(Math.log1p), delta)
  const lnSquare = latticeTable(square.map(Math.log1p), delta)
  const signal = signalPolynomial(effects.servingOrders)
  const correction = !responding
    ? undefined
    : coarse
      ? respondingInDegree(network, effects)
      : respondingCount(network, sensingClusters, effects)
  const integrand = separableIntegrand({
    shape: 1,
    lnExponent: lnExponent.at,
    lnSignal: (x) => {
      const value = signal(x)
      if (correction === undefined) return Math.log(value)
      const lnFAt = lnF.at(x)
      return Math.log(value + correction(x, -Math.expm1(-lnFAt), -Math.expm1(lnSquare.at(x) - lnFAt)))
    },
    signalGrowth: 0,
    signalOffset: 0,
    added: addedNoise(network),
    precision: precisionOf(relativeTolerance),
  })
  return integrateRate(integrand, userScales(network, effects.capacity), relativeTolerance)
}

/** The addition of the response to the signal at x, given the features a and b. */
type Correction = (x: number, a: number, b: number) => number

const respondingCount = (
  network: NetworkParameters,
  sensingClusters: SensingClusters,
  { laws, capacity }: RequestEffects,
): Correction => {
  const { single } = meanResponse(network, sensingClusters, 'user', 0, laws.serving)
  const bySingle = signalPolynomial(diversityOrderSlopes(laws.serving.law, capacity))
  return (x, a, b) => bySingle(x) * respond(single, singleFeatures(a, b))
}

const respondingInDegree = (
  { targetsPerCell: J, sensingClusterSize: Q }: NetworkParameters,
  { capacity }: RequestEffects,
): Correction => {
  const rows = inDegreeResponse('serving', Q)
  const polynomials = ['1', 'a', 'b', 'aa', 'ab', 'bb'].map((_, k) => {
    const changes = new Float64Array(J * rows.length)
    rows.forEach((row, degree) => {
      changes[J * degree] = row[k]!
    })
    return signalPolynomial(diversityOrders(changes, capacity))
  })
  return (x, a, b) => {
    const features = [1, a, b, a * a, a * b, b * b]
    return polynomials.reduce((sum, polynomial, k) => sum + features[k]! * polynomial(x), 0)
  }
}

/** F − 1 of interferers whose in-degrees, and with them the laws of their gains, respond to being heard. */
const withRespondingInterferers = (
  { usersPerCell: K, targetsPerCell: J, sensingClusterSize: Q, pathLossExponent }: NetworkParameters,
  { capacity, gain }: RequestEffects,
  excess: LatticeValues,
  square: LatticeValues,
): LatticeValues => {
  if (K === 1) return excess
  const heard = excess.slice()
  const byOrder = new Map<number, LatticeValues>()
  inDegreeResponse('interferer', Q).forEach((row, degree) => {
    const D = diversityOrder(J * degree, capacity)
    let ofOrder = byOrder.get(D)
    if (ofOrder === undefined) {
      const orders = new Float64Array(D + 1)
      orders[D] = 1
      ofOrder = powerMean(zeroForcedGain(K, orders), 2 / pathLossExponent)
      byOrder.set(D, ofOrder)
    }
    for (let k = 0; k < gain.length; k++) {
      const F = 1 + excess[k]!
      const a = 1 - 1 / F
      const b = 1 - (1 + square[k]!) / F
      const change = row[0]! + row[1]! * a + row[2]! * b + row[3]! * a * a + row[4]! * a * b + row[5]! * b * b
      heard[k]! += change * ofOrder[k]!
    }
  })
  return heard
}
