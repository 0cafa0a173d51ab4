import { gaussLegendre } from '@isacnet/quadrature'
import type { LatticeTable } from '../../rules/work/lattice-table.js'
import { ringsAt } from '../../sensing/exact/rings.js'
import type { InterferenceTables } from '../gains/gain-transform.js'
import type { ClusterPoints } from './cluster-points.js'
import type { ClusterExponents } from './cluster-transform.js'

/** Fills the exponents of a cluster at $x = \ln z$, until the next call. */
export type ExponentsAt = (x: number) => ClusterExponents

/** The interferers of a receiver: those outside the cluster, and those of it that gave up the null. */
export interface Interferers {
  readonly pathLossExponent: number
  readonly outside: InterferenceTables
  /** $W = 1-\mathrm E\,e^{-\zeta G}$ of a BS that gave up, at $\ln\zeta$. */
  readonly given: LatticeTable
}

/** Seen from a user: $\mathcal E = t^2F(zt^{-\alpha})$. */
export const userExponents = (points: ClusterPoints, interferers: Interferers): ExponentsAt => {
  const { pathLossExponent: alpha, outside, given } = interferers
  const lnPower = points.distance.map((t) => -alpha * Math.log(t))
  const lnArea = points.within.map(Math.log1p)
  const exponents = emptyExponents(points)
  return (x) => {
    outside.lnInterference.fill(x, lnPower, exponents.lnExponents)
    outside.lnSquareInterference.fill(x, lnPower, exponents.lnSquareExponents)
    for (let m = 0; m < lnPower.length; m++) {
      exponents.lnExponents[m]! += lnArea[m]!
      exponents.lnSquareExponents[m]! += lnArea[m]!
    }
    given.fill(x, lnPower, exponents.given)
    return exponents
  }
}

/**
 * Seen from the serving BS of a target, with the cluster around that BS: as from a user beyond the interference hole; within,
 * $\mathcal E = 4F(2^{-\alpha}z) - 3 + A(t) + \int_t^2 W(zy^{-\alpha})\,a(y)\,dy$.
 */
export const bsCentricExponents = (points: ClusterPoints, interferers: Interferers): ExponentsAt => {
  const { pathLossExponent: alpha, outside, given } = interferers
  const { within, measure, clearFrom } = points
  const lnPower = points.distance.map((t) => -alpha * Math.log(t))
  const lnHolePower = lnPower.slice(0, clearFrom)
  const lnClearPower = lnPower.slice(clearFrom)
  const lnArea = within.map(Math.log1p)
  const complements = new Float64Array(within.length)
  const means = new Float64Array(within.length)
  const exponents = emptyExponents(points)
  const write = (
    x: number,
    lnInterference: LatticeTable,
    complement: LatticeTable,
    lnExponents: Float64Array,
  ): void => {
    complement.fill(x, lnHolePower, complements)
    points.meanWithin(1, complements, means)
    let hole = 0
    for (let m = 0; m < clearFrom; m++) hole += measure[m]! * complements[m]!
    const felt = 4 * Math.exp(lnInterference.at(x - alpha * Math.LN2)) - 3 + hole
    lnInterference.fill(x, lnClearPower, lnExponents.subarray(clearFrom))
    for (let m = 0; m < within.length; m++) {
      if (m < clearFrom) lnExponents[m] = Math.log(felt + within[m]! * (1 - means[m]!))
      else lnExponents[m]! += lnArea[m]!
    }
  }
  return (x) => {
    write(x, outside.lnInterference, outside.complement, exponents.lnExponents)
    write(x, outside.lnSquareInterference, outside.squareComplement, exponents.lnSquareExponents)
    given.fill(x, lnPower, exponents.given)
    return exponents
  }
}

/**
 * Seen from the serving BS of a target, with the cluster around the target, $w = 1/\eta$ being the distance of its outermost BS from the target:
 * $\eta^2\mathcal E = (1+\eta)^2F(\zeta(1+\eta)^{-\alpha}) - \int(1 - W(\zeta\rho^{-\alpha}))\,2\rho f\,d\rho$ at $\zeta = z\eta^\alpha$ over the
 * {@link ringsAt rings} that the disc of the cluster cuts. A BS of the cluster is in any direction from the target.
 *
 * @param nodes - for rings and directions.
 */
export const targetCentricExponents = (points: ClusterPoints, interferers: Interferers, nodes: number): ExponentsAt => {
  const { pathLossExponent: alpha, outside, given } = interferers
  const stations = Array.from(points.distance, (w) => {
    const eta = 1 / w
    // Far from the target, all directions are alike.
    const count = Math.ceil(nodes * (0.5 + 0.5 * eta))
    const { measure, squaredDistance } = ringsAt(eta, count)
    const { nodes: places, weights } = gaussLegendre(count)
    return {
      lnZeta: alpha * Math.log(eta),
      lnArea: 2 * Math.log(w),
      outerArea: (1 + eta) ** 2,
      lnOuterPower: -alpha * Math.log1p(eta),
      measure,
      ringArea: measure.reduce((sum, ring) => sum + ring, 0),
      lnRingPower: squaredDistance.map((square) => (-alpha / 2) * Math.log(square)),
      // Crowded where the direction is that of the serving BS.
      lnGivenPower: places.map((v) => (-alpha / 2) * Math.log((w - 1) ** 2 + 2 * w * (1 - Math.cos(Math.PI * v * v)))),
      directionWeights: weights.map((weight, i) => weight * 2 * places[i]!),
    }
  })
  const exponents = emptyExponents(points)
  return (x) => {
    stations.forEach((station, m) => {
      const {
        lnZeta,
        lnArea,
        outerArea,
        lnOuterPower,
        measure,
        ringArea,
        lnRingPower,
        lnGivenPower,
        directionWeights,
      } = station
      const lnExponent = (lnInterference: LatticeTable, complement: LatticeTable): number =>
        lnArea +
        Math.log(
          outerArea * Math.exp(lnInterference.at(x + lnZeta + lnOuterPower)) -
            ringArea +
            complement.sum(x + lnZeta, lnRingPower, measure),
        )
      exponents.lnExponents[m] = lnExponent(outside.lnInterference, outside.complement)
      exponents.lnSquareExponents[m] = lnExponent(outside.lnSquareInterference, outside.squareComplement)
      exponents.given[m] = given.sum(x, lnGivenPower, directionWeights)
    })
    return exponents
  }
}

const emptyExponents = (points: ClusterPoints) => ({
  lnExponents: new Float64Array(points.within.length),
  lnSquareExponents: new Float64Array(points.within.length),
  given: new Float64Array(points.within.length),
})
