import type { FigureData } from '@isacnet/drawing'
import type { InformationUnit } from '@isacnet/model'
import type { FigureDescription } from './figure-definition.js'
import type { FigureSimulation } from './figure-simulation.js'

/**
 * Which rates a figure of optima is drawn by: the exact ones for mean requests, the paper's theorems (Theorems 2 and 3), or those with the requests
 * as they come, for which allocations beyond $KL + J(Q-1) \le M_t$ count too.
 */
export type OptimumMethod = 'exact' | 'paper' | 'actual-requests'

export const optimumMethods: readonly OptimumMethod[] = ['exact', 'paper', 'actual-requests']

/** Options that a figure of optima is computed with. */
export interface OptimumFigureOptions {
  readonly unit: InformationUnit
  readonly method: OptimumMethod
  readonly simulation: FigureSimulation | undefined
  /** Called between pieces of work, and awaited. */
  readonly pause: () => void | Promise<void>
}

/** A figure of optimal allocations, whose points are found rather than swept. */
export interface OptimumFigureDefinition extends FigureDescription {
  readonly compute: (options: OptimumFigureOptions) => Promise<FigureData>
}
