import {
  aFunction,
  assertOptions,
  chosenServiceQuantity,
  type InformationUnit,
  IsacnetError,
  informationUnits,
  inUnit,
  type OptionChecks,
  oneOf,
  type Quantity,
  quantityOf,
} from '@isacnet/model'
import type { SpatialAllocation } from '../problem/allocation.js'
import type { ConstraintName } from './binding-constraints.js'

/** A constraint with its limit; rates in nats. */
export interface GivenConstraint {
  readonly constraint: ConstraintName
  readonly limit: number
}

/** Why nothing is feasible. */
export interface EmptyFeasibleSet {
  /** The constraint that leaves nothing; `objective` when it is −∞ everywhere. */
  readonly constraint: ConstraintName | 'objective'
  /** The value that it asks for; rates in nats. */
  readonly required: number
  /** The most that the other constraints leave, or of an error the least. */
  readonly attainable: number
  /** Whether the constraint is a limit of an error, which must be at least what is attainable. */
  readonly atLeast?: boolean
  /** The allocation that attains the most, for a minimum rate. */
  readonly allocation?: SpatialAllocation
  readonly transmitAntennas: number
  /** Other constraints without which there might be more. */
  readonly given: readonly GivenConstraint[]
}

/** No allocation meets all constraints. */
export class EmptyFeasibleSetError extends IsacnetError {
  override readonly name = 'EmptyFeasibleSetError'
  override readonly code = 'empty-feasible-set'
  readonly reason: EmptyFeasibleSet

  constructor(reason: EmptyFeasibleSet, options?: DescriptionOptions) {
    super(describeEmptyFeasibleSet(reason, options))
    this.reason = reason
  }
}

export interface DescriptionOptions {
  /** The unit of rates; default nats. */
  readonly unit?: InformationUnit
  /** Names a constraint as it was given; by default by its code name and symbol. */
  readonly nameOf?: (constraint: ConstraintName) => string
}

const optionChecks: OptionChecks<DescriptionOptions> = { unit: oneOf(informationUnits), nameOf: aFunction }

/**
 * One line that names the constraint, what it asks for and what can be had.
 *
 * @example
 * describeEmptyFeasibleSet({ constraint: 'minSensingClusterSize', required: 9, attainable: 5, transmitAntennas: 8, given: [] }) // 'no allocation is feasible: minSensingClusterSize (Q_th) must be at most 5 with transmitAntennas (M_t) = 8, got 9'
 *
 * @throws {UnknownNameError} for an option, or a unit, that is not known.
 */
export const describeEmptyFeasibleSet = (reason: EmptyFeasibleSet, options: DescriptionOptions = {}): string => {
  assertOptions('describeEmptyFeasibleSet', options, optionChecks)
  const { unit = 'nats', nameOf = nameWithSymbol } = options
  const { constraint, required, attainable, allocation, transmitAntennas, given } = reason
  if (constraint === 'objective') return 'no allocation is feasible: the objective is −∞ for all of them'
  const limitIn = (name: ConstraintName, value: number): number =>
    isMeasured(name) ? inUnit(limited(name), value, unit) : value
  const shown = (value: number, digits: (value: number) => number): string => {
    if (!isMeasured(constraint)) return `${value}`
    const unitText = limited(constraint).unit(unit)
    return `${digits(limitIn(constraint, value))}${unitText === '' ? '' : ` ${unitText}`}`
  }
  const where =
    allocation === undefined
      ? ''
      : ` (K = ${allocation.usersPerCell}, L = ${allocation.communicationClusterSize}, ` +
        `J = ${allocation.targetsPerCell}, Q = ${allocation.sensingClusterSize})`
  const others = [
    `transmitAntennas (M_t) = ${transmitAntennas}`,
    ...given.map((other) => `${nameOf(other.constraint)} = ${sevenDigits(limitIn(other.constraint, other.limit))}`),
  ]
  const most =
    reason.atLeast === true
      ? `at least ${shown(attainable, sevenDigitsAbove)}`
      : `at most ${shown(attainable, sevenDigitsBelow)}`
  return `no allocation is feasible: ${nameOf(constraint)} must be ${most}${where} with ${others.join(' and ')}, got ${shown(required, sevenDigits)}`
}

const symbols: Readonly<Record<string, string>> = {
  transmitAntennas: 'M_t',
  maxTargetsPerCell: 'J_max',
  minCommunicationClusterSize: 'L_th',
  minSensingClusterSize: 'Q_th',
  minCommunicationRate: 'r_c',
  minSensingRate: 'r_s',
}

const nameWithSymbol = (constraint: ConstraintName): string =>
  symbols[constraint] === undefined ? constraint : `${constraint} (${symbols[constraint]})`

const isRateName = (constraint: ConstraintName): boolean =>
  constraint === 'minCommunicationRate' || constraint === 'minSensingRate'

/** Whether it is a limit of a rate or another quantity, rather than of a count. */
const isMeasured = (constraint: ConstraintName): boolean => isRateName(constraint) || symbols[constraint] === undefined

/** The row of what is limited. */
const limited = (constraint: ConstraintName): Quantity =>
  isRateName(constraint) ? quantityOf('rate') : chosenServiceQuantity(constraint).chosen.quantity

const sevenDigits = (value: number): number => Number(value.toPrecision(7))

/** Rounded down, so that what is said to be attainable is. */
const sevenDigitsBelow = (value: number): number => {
  const scale = 10 ** (6 - Math.floor(Math.log10(Math.abs(value))))
  return Number.isFinite(scale) ? Math.floor(value * scale) / scale : value
}

/** Rounded up, for the least that is attainable. */
const sevenDigitsAbove = (value: number): number => -sevenDigitsBelow(-value)
