import { gaussLegendre } from '@isacnet/quadrature'
import { madeOnce } from '../rules/work/made-once.js'
import { discOverlap } from './disc-overlap.js'

/**
 * Places x around a BS, as a rule for $\frac1\pi\int dx$, and for each of them the disc around x that must be free of other BSs for x to be in
 * the BS's cell. Lengths are in units of the distance of the user, who is at the origin, from its serving BS: no BS is nearer to it.
 */
export interface CellPlaces {
  readonly weights: Float64Array
  /** A row for each place: weights at {@link CellGeometry.distances}, which integrate a function of the distance from the user, over π. */
  readonly discs: readonly Float64Array[]
}

export interface CellGeometry {
  /** Distances from the user, > 1: a lattice in ln(t − 1). */
  readonly distances: Float64Array
  /** The cell of the serving BS. */
  readonly own: CellPlaces
  /** Cells of other BSs, each at a distance y from the user in any direction; weights for $\int\dots 2y\,dy$. */
  readonly others: readonly { readonly distance: number; readonly weight: number; readonly cell: CellPlaces }[]
}

/** $e^{jh}$ between two logarithms. */
const lattice = (step: number, from: number, to: number): Float64Array =>
  Float64Array.from({ length: Math.round((to - from) / step) + 1 }, (_, j) => Math.exp(from + j * step))

const distanceStep = 0.25
const radiusStep = 0.25
const otherStep = 0.6

/** The rules for both kinds of cells, with n angles around a BS: the same for all networks, made when they are first needed. */
export const cellGeometry = madeOnce((angles): CellGeometry => {
  const beyond = lattice(distanceStep, -4, 7)
  const distances = beyond.map((x) => 1 + x)
  const widths = beyond.map((x, i) => 2 * distances[i]! * x * distanceStep)
  const others = Array.from(lattice(otherStep, -3, 5), (x) => ({
    distance: 1 + x,
    weight: 2 * (1 + x) * x * otherStep,
    cell: placesAround(1 + x, angles, distances, widths, farther),
  }))
  return { distances, own: placesAround(1, angles, distances, widths, () => 1), others }
})

/** The probability that the serving BS, at distance 1 from the user in any direction, is farther from a place than a radius. */
const farther = (fromUser: number, radius: number): number =>
  1 - Math.acos(clipped((fromUser * fromUser + 1 - radius * radius) / (2 * fromUser))) / Math.PI

const clipped = (cosine: number): number => Math.max(-1, Math.min(1, cosine))

/** Places around a BS at distance y from the user, by their distance from it and the angle. */
const placesAround = (
  y: number,
  angles: number,
  distances: Float64Array,
  widths: Float64Array,
  probability: (fromUser: number, radius: number) => number,
): CellPlaces => {
  const { nodes, weights: angleWeights } = gaussLegendre(angles)
  const weights: number[] = []
  const discs: Float64Array[] = []
  for (const radius of lattice(radiusStep, -2.5, 7))
    for (let i = 0; i < nodes.length; i++) {
      const angle = Math.PI * nodes[i]!
      const fromUser = Math.sqrt(Math.max(1e-18, y * y + radius * radius + 2 * y * radius * Math.cos(angle)))
      const weight = 2 * radius * radius * radiusStep * angleWeights[i]! * probability(fromUser, radius)
      if (weight === 0) continue
      weights.push(weight)
      discs.push(discRow(fromUser, radius, distances, widths))
    }
  return { weights: Float64Array.from(weights), discs }
}

/** The shares of circles around the user that lie in a disc; together they have the area that the disc has outside the circle of radius 1. */
const discRow = (fromUser: number, radius: number, distances: Float64Array, widths: Float64Array): Float64Array => {
  const row = distances.map(
    (t, i) =>
      (widths[i]! * Math.acos(clipped((t * t + fromUser * fromUser - radius * radius) / (2 * t * fromUser)))) / Math.PI,
  )
  const sum = row.reduce((total, share) => total + share, 0)
  const area = radius * radius - discOverlap(radius, 1, fromUser) / Math.PI
  if (sum > 0) return row.map((share) => (share * Math.max(0, area)) / sum)
  // Between two distances of the lattice.
  const nearest = distances.findIndex((t) => t >= fromUser)
  return row.map((_, i) => (i === nearest ? Math.max(0, area) : 0))
}

/**
 * $J(x)/\pi$ at all places: the integral over each disc of a function of the distance from the user, given at
 * {@link CellGeometry.distances}.
 */
export const discIntegrals = ({ discs }: CellPlaces, values: Float64Array): Float64Array =>
  Float64Array.from(discs, (row) => {
    let sum = 0
    for (let i = 0; i < row.length; i++) sum += row[i]! * values[i]!
    return sum
  })

/**
 * The mean area of a cell, in units of $1/\lambda_b$, where other BSs are a Poisson process of the density $\lambda_b\varphi$ and
 * $u = \pi\lambda_br^2$ for the serving one at distance r:
 * $u\int\frac{dx}\pi e^{-uJ(x)/\pi}$.
 *
 * @param integrals - those of φ.
 */
export const meanCellArea = ({ weights }: CellPlaces, integrals: Float64Array, u: number): number => {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * Math.exp(-u * integrals[i]!)
  return u * sum
}
