import type { FigureCurve } from '@isacnet/drawing'
import type { Network } from '@isacnet/model'
import { analyticRates, type RateModel } from '@isacnet/optimization'
import type { OptimumMethod } from '../definition/optimum-figure.js'

/** J_max of Section VI-C of the paper. */
export const maxTargetsPerCell = 5

/** By which methods of `@isacnet/analysis` rates are computed. */
export const rateMethods = {
  exact: { communicationMethod: 'exact', sensingMethod: 'exact' },
  paper: { communicationMethod: 'theorem-2', sensingMethod: 'theorem-3' },
  'actual-requests': { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' },
} as const satisfies Readonly<Record<OptimumMethod, Pick<FigureCurve, 'communicationMethod' | 'sensingMethod'>>>

/** The rates of a network by a method that takes every request for granted. */
export const optimumRates = (network: Network, method: MeanRequestMethod): RateModel =>
  analyticRates(network, rateMethods[method])

export type MeanRequestMethod = Exclude<OptimumMethod, 'actual-requests'>

/** A caption's sentence about the method. */
export const methodText: Readonly<Record<OptimumMethod, string>> = {
  exact: 'Rates are exact, clusters bs-centric.',
  'actual-requests':
    'Requests to null come as they do, and what is too much for a base station is given up; all allocations with $K\\le M_t$, $L,Q\\le8$ and at most twice ' +
    'the requests that are granted on average are searched. Clusters are bs-centric.',
  paper: "Rates are those of the paper's Theorems 2 and 3, and of Proposition 3 where $Q=1$.",
}
