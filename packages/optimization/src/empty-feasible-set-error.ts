import { fromNats, type InformationUnit } from '@isacnet/model'
import type { SpatialAllocation } from './allocation.js'
import type { ConstraintName } from './binding-constraints.js'

/** Why nothing is feasible. */
export interface EmptyFeasibleSet {
  /** The constraint that leaves nothing; `objective` when it is −∞ everywhere. */
  readonly constraint: ConstraintName | 'objective'
  /** What it asks for; rates in nats. */
  readonly required: number
  /** The most that the other constraints leave. */
  readonly attainable: number
  /** Of a minimum rate, where the most is attained. */
  readonly allocation?: SpatialAllocation
  readonly transmitAntennas: number
  /** Another constraint but for which there were more, in words. */
  readonly given?: string
}

/** No allocation meets all constraints. */
export class EmptyFeasibleSetError extends RangeError {
  override readonly name = 'EmptyFeasibleSetError'
  readonly reason: EmptyFeasibleSet

  constructor(reason: EmptyFeasibleSet) {
    super(describeEmptyFeasibleSet(reason, 'nats'))
    this.reason = reason
  }
}

/** One line that names the constraint, what it asks for and what can be had. */
export const describeEmptyFeasibleSet = (reason: EmptyFeasibleSet, unit: InformationUnit): string => {
  const { constraint, required, attainable, allocation, transmitAntennas, given } = reason
  if (constraint === 'objective') return 'no allocation is feasible: the objective is −∞ for all of them'
  const isRate = constraint === 'minimumCommunicationRate' || constraint === 'minimumSensingRate'
  const shown = (value: number): string =>
    isRate ? `${Number(fromNats(value, unit).toPrecision(7))} ${unit === 'bits' ? 'bit/s/Hz' : 'nat/s/Hz'}` : `${value}`
  const where =
    allocation === undefined
      ? ''
      : ` (K = ${allocation.usersPerCell}, L = ${allocation.communicationClusterSize}, ` +
        `J = ${allocation.targetsPerCell}, Q = ${allocation.sensingClusterSize})`
  return (
    `no allocation is feasible: ${constraint} (${symbols[constraint]}) must be at most ${shown(attainable)}${where} ` +
    `with transmitAntennas (M_t) = ${transmitAntennas}${given === undefined ? '' : ` and ${given}`}, got ${shown(required)}`
  )
}

const symbols: Readonly<Record<ConstraintName, string>> = {
  transmitAntennas: 'M_t',
  maxTargetsPerCell: 'J_max',
  minimumCommunicationClusterSize: 'L_th',
  minimumSensingClusterSize: 'Q_th',
  minimumCommunicationRate: 'r_c',
  minimumSensingRate: 'r_s',
}
