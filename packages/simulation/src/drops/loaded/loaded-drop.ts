import type { NearestIndex, PointPattern, Torus } from '@isacnet/stochastic-geometry'

/** The users, or the targets, of the stations of a drop: those that are served at a time, and how many there are. */
export interface LoadedReceivers extends PointPattern {
  /** Those of station b are `first[b]` … `first[b + 1]` − 1. */
  readonly first: Int32Array
  /** How many are in the cell of each station: more than are served, perhaps; where cells are saturated, the area of the cell, in km². */
  readonly present: Float64Array
  /** Receivers × (cluster size − 1): the stations that are asked to null for each; −1 where there are fewer. */
  readonly requests: Int32Array
  /** As long: 1 where the request is accepted. */
  readonly accepted: Uint8Array
}

/** One drop of a network where users or targets are a Poisson process: its stations are those that transmit. */
export interface LoadedDrop {
  readonly window: Torus
  readonly stations: PointPattern
  readonly index: NearestIndex
  /** Streams that each station sends, of the power P_t over their number: to its users, or one where it has targets only. */
  readonly streams: Int32Array
  /** Requests that each station accepted, at most M_t less its streams. */
  readonly acceptedRequests: Int32Array
  readonly users: LoadedReceivers
  readonly targets: LoadedReceivers
}

/** Two networks on the same stations, and what they have in common. */
export interface LoadedDrops {
  /** With one more user: each user of it is a typical one. */
  readonly forUsers: LoadedDrop
  /** With one more target: each target of it is a typical one. */
  readonly forTargets: LoadedDrop
  /** Stations that transmit where there is neither, per station on average: an estimate of their share. */
  readonly activeShare: number
}
