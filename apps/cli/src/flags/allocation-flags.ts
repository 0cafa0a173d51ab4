import {
  type CommunicationMethod,
  communicationMethods,
  type SensingMethodForAnySize,
  sensingMethods,
  sensingMethodsForAnySize,
} from '@isacnet/analysis'
import {
  decimalNumber,
  defineNetwork,
  type InformationUnit,
  InvalidParameterError,
  informationUnits,
  type Network,
  type ParameterName,
  parameterDefinitions,
  permittedName,
  type SensingClusters,
  sensingClusterKinds,
  services,
} from '@isacnet/model'
import {
  type AllocationConstraints,
  type AllocationProblem,
  analyticRates,
  type ConstraintName,
  EmptyFeasibleSetError,
  type QuantityConstraintName,
} from '@isacnet/optimization'
import { UsageError } from '../process/exit-code.js'
import { count } from './count.js'
import { parameterAssignments } from './parameter-assignments.js'
import { limitLabel, quantityLimits } from './quantity-limits.js'

/** The flags of every command that chooses an allocation, as they were typed. */
export interface AllocationFlags {
  readonly set?: readonly string[]
  readonly maxTargets?: string
  readonly minCommunicationRate?: string
  readonly minSensingRate?: string
  readonly minCommunicationClusterSize?: string
  readonly minSensingClusterSize?: string
  readonly communicationMethod?: string
  readonly sensingMethod?: string
  readonly sensingClusters?: string
  readonly unit: string
}

/** The same, understood. */
export interface AllocationChoice {
  readonly network: Network
  readonly problem: AllocationProblem
  /** As the problem has them, in nats. */
  readonly constraints: Required<AllocationConstraints>
  readonly communicationMethod: CommunicationMethod
  readonly sensingMethod: SensingMethodForAnySize
  readonly sensingClusters: SensingClusters
  readonly unit: InformationUnit
}

/** The parameters that the commands choose, and `--set` therefore can't. */
export const allocationVariables = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
] as const satisfies readonly ParameterName[]

const flagOf: Readonly<Partial<Record<ConstraintName, string>>> = {
  minCommunicationRate: '--min-communication-rate',
  minSensingRate: '--min-sensing-rate',
  minCommunicationClusterSize: '--min-communication-cluster-size',
  minSensingClusterSize: '--min-sensing-cluster-size',
}

/** A constraint as it is typed, or the parameter that it belongs to. */
export const constraintLabel = (constraint: ConstraintName): string =>
  flagOf[constraint] ?? (isQuantity(constraint) ? limitLabel(constraint) : constraint)

/** Whether a constraint is a limit of a quantity of the law of the SIR. */
export const isQuantity = (constraint: ConstraintName): constraint is QuantityConstraintName =>
  services.some(({ service }) => constraint.startsWith(`${service}-`))

/**
 * The problem that flags pose.
 *
 * @throws {UsageError} {UnknownNameError} {InvalidParameterError} for what can't be meant; it names flag or parameter.
 */
export const allocationChoice = (flags: AllocationFlags): AllocationChoice => {
  const unit = permittedName('unit', flags.unit, informationUnits)
  const communicationMethod = permittedName(
    'communication method',
    flags.communicationMethod ?? 'exact',
    communicationMethods,
  )
  const named = permittedName('sensing method', flags.sensingMethod ?? 'exact', sensingMethods)
  const sensingMethod = sensingMethodsForAnySize.find((method) => method === named)
  if (sensingMethod === undefined)
    throw new UsageError(
      `--sensing-method must be one for every Q: ${sensingMethodsForAnySize.join(', ')}; got ‘${named}’`,
    )
  const sensingClusters = permittedName(
    'kind of sensing clusters',
    flags.sensingClusters ?? 'bs-centric',
    sensingClusterKinds,
  )
  const network = networkToAllocate(flags)
  const constraints = {
    minCommunicationClusterSize: clusterSize('--min-communication-cluster-size', flags.minCommunicationClusterSize),
    minSensingClusterSize: clusterSize('--min-sensing-cluster-size', flags.minSensingClusterSize),
    minCommunicationRate: minimumRate('--min-communication-rate', flags.minCommunicationRate, unit),
    minSensingRate: minimumRate('--min-sensing-rate', flags.minSensingRate, unit),
    quantities: quantityLimits({ ...flags }, unit),
  }
  const rates = analyticRates(network, { communicationMethod, sensingMethod, sensingClusters })
  return {
    network,
    problem: { network, rates, constraints },
    constraints,
    communicationMethod,
    sensingMethod,
    sensingClusters,
    unit,
  }
}

const networkToAllocate = ({ set = [], maxTargets }: AllocationFlags): Network => {
  const changes = parameterAssignments(set)
  for (const name of allocationVariables)
    if (changes[name] !== undefined)
      throw new UsageError(
        `${named(name)} must be left out of --set, because it is what is chosen, got ${changes[name]}`,
      )
  if (maxTargets === undefined) return defineNetwork(changes)
  if (changes.maxTargetsPerCell !== undefined)
    throw new UsageError(
      `${named('maxTargetsPerCell')} must be given once, got --set …=${changes.maxTargetsPerCell} and --max-targets ${maxTargets}`,
    )
  return defineNetwork({ ...changes, maxTargetsPerCell: clusterSize('--max-targets', maxTargets) })
}

const clusterSize = (flag: string, text = '1'): number =>
  count(text, (got) => new InvalidParameterError(flag, got, 'an integer ≥ 1'))

const minimumRate = (flag: string, text: string | undefined, unit: InformationUnit): number => {
  if (text === undefined) return 0
  const invalid = (got: string) => new InvalidParameterError(flag, got, 'a finite number ≥ 0')
  const value = decimalNumber(text, invalid)
  if (value < 0) throw invalid(text)
  return unit === 'bits' ? value * Math.LN2 : value
}

const named = (name: ParameterName): string =>
  `${name} (${parameterDefinitions.find((definition) => definition.name === name)?.symbol})`

/**
 * The error with flags for names and rates in the unit asked for, if it says that nothing is feasible; any other as it is.
 */
export const explained = (error: unknown, unit: InformationUnit): unknown =>
  error instanceof EmptyFeasibleSetError
    ? new EmptyFeasibleSetError(error.reason, { unit, nameOf: constraintLabel })
    : error
