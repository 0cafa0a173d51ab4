import { cellGeometry, discIntegrals, meanCellArea } from './cell-geometry.js'
import { chebyshevInterpolant } from './chebyshev-interpolant.js'
import type { LoadedInterference } from './loaded-interference.js'

/** The effect of the geometry of cells where the transform T has a value. */
interface LoadCorrection {
  /** The mean area of the user's cell given the interference, in units of that without it. */
  readonly area: number
  /** The relative change of T because BSs near the user have other loads than typical ones. */
  readonly streams: number
}

/** Angles of the rule for places in cells. */
const angles = 12
/** Values of T at which corrections are computed. */
const points = 8
/** Step in ln u. */
const step = 0.5
/** Where so many BSs are nearer on average, the cell of a BS knows nothing of the user. */
const outOfSight = 25

/**
 * Loads depend on the geometry in two ways. **The user's own cell**: weighting networks by $e^{-\zeta r^\alpha I}$ turns the Poisson process of
 * the interferers into one of density $\lambda_b\bar G(\zeta(r/\lVert y\rVert)^\alpha)$, in which the mean area of the user's cell is an integral over
 * two places; the shape of its law hardly changes, so that the mean enters as a factor of the load. **The cells of interferers** near the user's BS
 * are smaller than typical ones, or larger where there is much room around the user: to first order their streams add
 * $\lambda_b\int(\bar G_m-\bar G)\,dy$ to ln T, where m is the mean area of the cell of a BS at y in the same weighted process.
 *
 * Both are smooth functions of T, in which they are interpolated.
 */
export const loadCorrections = (interference: LoadedInterference): ((transform: number) => LoadCorrection) => {
  const known = new Map<number, LoadCorrection>()
  const interpolant = (name: keyof LoadCorrection): ((transform: number) => number) =>
    chebyshevInterpolant(points, (transform) => {
      const found = known.get(transform) ?? correctionAt(interference, whereTransformIs(interference, transform))
      known.set(transform, found)
      return found[name]
    })
  const area = interpolant('area')
  const streams = interpolant('streams')
  // Nothing is to be corrected where the interference doesn't matter.
  const alone = area(1)
  const none = streams(1)
  return (transform) => ({ area: area(transform) / alone, streams: streams(transform) - none })
}

/** ln ζ where T has a value in (0, 1). */
export const whereTransformIs = ({ transform }: LoadedInterference, value: number): number => {
  let low = -680
  let high = 680
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (transform(middle) > value) low = middle
    else high = middle
  }
  return low
}

/** The mean area of the user's cell as it is, and the relative change of T. */
const correctionAt = (interference: LoadedInterference, lnZeta: number): LoadCorrection => {
  const { pathLossExponent: alpha, gain, lnDensity, transform } = interference
  const zeta = Math.exp(lnZeta)
  const { distances, own, others } = cellGeometry(angles)
  const density = distances.map((t) => gain(zeta * t ** -alpha, 1))
  const squaredDistances = lawOf((lnU) => lnDensity(lnZeta, lnU), Math.log(transform(lnZeta)))
  const ownDiscs = discIntegrals(own, density)
  let area = 0
  for (const { u, probability } of squaredDistances) area += probability * meanCellArea(own, ownDiscs, u)
  let streams = 0
  for (const { distance, weight, cell } of others) {
    const discs = discIntegrals(cell, density)
    const x = zeta * distance ** -alpha
    for (const { u, probability } of squaredDistances)
      if (u * (distance * distance - 1) < outOfSight)
        streams += probability * weight * u * (gain(x, meanCellArea(cell, discs, u)) - gain(x, 1))
  }
  return { area, streams }
}

/** The law of u as a rule, from about its mean's logarithm outward. */
const lawOf = (lnDensity: (lnU: number) => number, centre: number): { u: number; probability: number }[] => {
  const lnU = Array.from({ length: 16 }, (_, i) => centre + (i - 11) * step)
  const weights = lnU.map((p) => Math.exp(lnDensity(p) - centre))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return lnU.map((p, i) => ({ u: Math.exp(p), probability: weights[i]! / total }))
}
