/** How far a computation has come, for whoever waits. */
export interface OptimizationProgress {
  /** Allocations that were evaluated so far. */
  readonly examined: number
  /** Allocations there are. */
  readonly total: number
}

/** Steps of a search after which it can be interrupted: some milliseconds with exact rates. */
export const stepsBetweenPauses = 64
