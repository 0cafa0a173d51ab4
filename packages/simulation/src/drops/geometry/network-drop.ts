import type { NearestIndex, PointPattern, Torus } from '@isacnet/stochastic-geometry'

/**
 * One drop of the network on a torus, or of one whose sites are given: BSs, the users and targets of every cell, and who asked whom to null. Users K·b … K·b + K − 1
 * and targets J·b … J·b + J − 1 are those of BS b.
 */
export interface NetworkDrop {
  /** The torus; left out where BSs are in the plane, and there are no others. */
  readonly window: Torus | undefined
  readonly stations: PointPattern
  readonly index: NearestIndex
  /** Areas of the Voronoi cells in km²; 0 for a BS that serves nobody, whose users and targets have no places and ask for nothing. */
  readonly cellAreas: Float64Array
  readonly users: PointPattern
  readonly targets: PointPattern
  /** Users × (L − 1): the BSs that each user asks to null, by ascending distance; −1 where there are fewer BSs. */
  readonly communicationRequests: Int32Array
  /** As long: 1 where the request is accepted, 0 where it is abandoned. */
  readonly communicationAccepted: Uint8Array
  /** Targets × (Q − 1): the BSs that the serving BS asks to null for each target; −1 where there are fewer BSs. */
  readonly sensingRequests: Int32Array
  readonly sensingAccepted: Uint8Array
  /** Requests that each BS got. */
  readonly requests: Int32Array
  /** Requests that each BS accepted, at most M_t − K. */
  readonly accepted: Int32Array
}
