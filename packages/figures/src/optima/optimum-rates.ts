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
} as const satisfies Readonly<Record<OptimumMethod, Pick<FigureCurve, 'communicationMethod' | 'sensingMethod'>>>

/** The rates of a network by a method. */
export const optimumRates = (network: Network, method: OptimumMethod): RateModel =>
  analyticRates(network, rateMethods[method])

/** A caption's sentence about the method. */
export const methodText: Readonly<Record<OptimumMethod, string>> = {
  exact: 'Rates are exact, clusters bs-centric.',
  paper: "Rates are those of the paper's Theorems 2 and 3, and of Proposition 3 where $Q=1$.",
}
