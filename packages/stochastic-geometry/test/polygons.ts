import type { PointPattern } from '../src/geometry/point-pattern.js'

/** A ring of corners x, y, x, y, … */
export const ring = (corners: readonly number[]): PointPattern => ({
  x: Float64Array.from(corners.filter((_, k) => k % 2 === 0)),
  y: Float64Array.from(corners.filter((_, k) => k % 2 === 1)),
})

/** A polygon of such rings, the outer one first. */
export const polygon = (...rings: readonly (readonly number[])[]): readonly PointPattern[] => rings.map(ring)
