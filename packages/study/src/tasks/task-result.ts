import { type ErrorCode, errorCodeOf, type SirValues } from '@isacnet/model'
import type { SimulationState } from '@isacnet/simulation'

/** A value with the estimate of its numerical error, in nats or nats per km². */
export interface NumericalValue {
  readonly value: number
  readonly errorEstimate: number
}

/** A rate, and the quantities of the law of the SIR that are chosen: `null` where the method or the network has none. */
export interface ServiceResult extends NumericalValue {
  readonly quantities?: SirValues<NumericalValue | null>
}

/** A theorem's values for a network. */
export interface TheoremResult {
  readonly kind: 'theorem'
  readonly communication: ServiceResult
  readonly sensing: ServiceResult
  readonly objective: NumericalValue | null
}

/** A simulation that has met its rule. */
interface SimulationResult {
  readonly kind: 'simulation'
  readonly ended: 'reached' | 'maximum-trials'
  readonly state: SimulationState
}

/** The best allocation. */
export interface OptimizationResult {
  readonly kind: 'optimization'
  readonly allocation: {
    readonly usersPerCell: number
    readonly communicationClusterSize: number
    readonly targetsPerCell: number
    readonly sensingClusterSize: number
  }
  readonly communication: NumericalValue
  readonly sensing: NumericalValue
  readonly objective: NumericalValue
  /** Other allocations whose objective can't be told from the best. */
  readonly ties: number
}

/** Why a task has no value; others may have. */
export interface MissingResult {
  readonly kind: 'missing'
  /** A method does not apply to this network, or not to finite densities of users or targets; no allocation meets the constraints; an integral doesn't converge, or an objective is not a number. */
  readonly status: 'not-applicable' | 'infeasible' | 'failed'
  readonly reason: string
}

export type TaskResult = TheoremResult | SimulationResult | OptimizationResult | MissingResult

/** Outcomes that are known to happen at single points of a study. */
const statuses: Readonly<Partial<Record<ErrorCode, MissingResult['status']>>> = {
  'method-not-applicable': 'not-applicable',
  'unsaturated-network': 'not-applicable',
  'empty-feasible-set': 'infeasible',
  'non-convergence': 'failed',
  expression: 'failed',
}

/** The outcome that an error of a computation means for its point; errors that mean none are thrown again. */
export const missingResult = (error: unknown): MissingResult => {
  const code = errorCodeOf(error)
  const status = code && statuses[code]
  if (status === undefined) throw error
  return { kind: 'missing', status, reason: (error as Error).message }
}
