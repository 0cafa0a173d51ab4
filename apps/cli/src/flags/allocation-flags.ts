import {
  type CommunicationMethod,
  communicationMethods,
  meanRequestCommunicationMethods,
  type SensingMethod,
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
  type AchievableRegion,
  type AllocationConstraints,
  type AllocationOptimum,
  type AllocationPerformance,
  achievablePoints,
  actualRequestsPoints,
  actualRequestsRegionSteps,
  actualRequestsSteps,
  analyticRates,
  type ConstraintName,
  EmptyFeasibleSetError,
  type OptimizationProgress,
  type OptimizeOptions,
  optimizationSteps,
  type QuantityConstraintName,
  type RegionOptions,
  regionSteps,
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
  readonly search: AllocationSearches
  /** Whether requests are taken as they come, which all allocations in question are enumerated for. */
  readonly actualRequests: boolean
  /** As the problem has them, in nats. */
  readonly constraints: Required<AllocationConstraints>
  readonly communicationMethod: CommunicationMethod
  readonly sensingMethod: SensingMethod
  readonly sensingClusters: SensingClusters
  readonly unit: InformationUnit
}

/** The searches of a problem. */
interface AllocationSearches {
  readonly optimum: (options: OptimizeOptions) => Generator<OptimizationProgress, AllocationOptimum>
  readonly region: (options: RegionOptions) => Generator<OptimizationProgress, AchievableRegion>
  /** Every achievable point, with these quantities of the law of the SIR. */
  readonly points: (quantities: readonly string[]) => Generator<AllocationPerformance>
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
  const actualRequests = communicationMethod === 'actual-requests' && named === 'actual-requests'
  const ofUsers = meanRequestCommunicationMethods.find((method) => method === communicationMethod)
  const ofTargets = sensingMethodsForAnySize.find((method) => method === named)
  if (!actualRequests && (ofUsers === undefined || named === 'actual-requests'))
    throw new UsageError(
      `--communication-method and --sensing-method must both be actual-requests or neither, got ${communicationMethod} and ${named}`,
    )
  if (!actualRequests && ofTargets === undefined)
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
  return {
    network,
    search:
      ofUsers === undefined || ofTargets === undefined
        ? actualSearches({ network, sensingClusters, constraints })
        : boundedSearches({
            network,
            rates: analyticRates(network, {
              communicationMethod: ofUsers,
              sensingMethod: ofTargets,
              sensingClusters,
            }),
            constraints,
          }),
    actualRequests,
    constraints,
    communicationMethod,
    sensingMethod: named,
    sensingClusters,
    unit,
  }
}

const boundedSearches = (problem: Parameters<typeof optimizationSteps>[0]): AllocationSearches => ({
  optimum: (options) => optimizationSteps(problem, options),
  region: (options) => regionSteps(problem, options),
  points: (quantities) => achievablePoints(problem, quantities),
})

const actualSearches = (problem: Parameters<typeof actualRequestsSteps>[0]): AllocationSearches => ({
  optimum: (options) => actualRequestsSteps(problem, options),
  region: ({ metric = 'ase', plane }) => {
    if (plane !== undefined)
      throw new UsageError(`--plane must be left out with actual-requests, got ‘${plane.join()}’`)
    return actualRequestsRegionSteps(problem, metric)
  },
  points: () => actualRequestsPoints(problem),
})

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
