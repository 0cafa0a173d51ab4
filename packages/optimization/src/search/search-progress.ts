/** How far a computation has come, for whoever waits. */
export interface OptimizationProgress {
  /** Allocations that were evaluated so far. */
  readonly examined: number
  /** Allocations there are. */
  readonly total: number
}

/** Steps of a search after which it can be interrupted. Each may compute two rates, the slowest of which take tens of milliseconds. */
export const stepsBetweenPauses = 8
