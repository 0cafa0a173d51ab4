/** A place in the plane, in km. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Points of the plane, in km: those of BSs, users or targets. There may be none. */
export interface PointPattern {
  readonly x: Float64Array
  /** As long as `x`. */
  readonly y: Float64Array
}
