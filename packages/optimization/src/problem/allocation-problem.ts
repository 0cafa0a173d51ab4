import { type Rate, servicePerformance } from '@isacnet/analysis'
import {
  aNetwork,
  anObject,
  assertOptions,
  assertSaturated,
  chosenServiceQuantity,
  degreesOfFreedom,
  InvalidParameterError,
  integerFrom,
  type Network,
  numberThat,
  type OptionCheck,
  type OptionChecks,
  required,
} from '@isacnet/model'
import type { AllocationPerformance, SpatialAllocation } from './allocation.js'
import { memoisedRates } from './memoised-rates.js'
import type { QuantityModel, RateModel } from './rate-model.js'

/** Constraints on an allocation beside $KL + J(Q-1) \le M_t$ and $J \le J_{max}$. */
export interface AllocationConstraints {
  /** L ≥ L_th; default 1. */
  readonly minCommunicationClusterSize?: number
  /** Q ≥ Q_th; default 1. */
  readonly minSensingClusterSize?: number
  /** R_c ≥ r_c in nats; default 0. A rate that is lower by no more than its numerical error passes. */
  readonly minCommunicationRate?: number
  /** R_s ≥ r_s in nats; default 0. */
  readonly minSensingRate?: number
  /**
   * Limits of quantities of the law of the SIR, by names such as `communication-coverage:3dB`: the least that is wanted, or of an error the
   * most; rates in nats, densities per km². A value that misses its limit by no more than its numerical error passes.
   */
  readonly quantities?: Readonly<Record<string, number>>
}

/** A network whose allocation is to be chosen. */
export interface AllocationProblem {
  /** M_t, J_max and λ_b count; other parameters are the rate model's business. */
  readonly network: Network
  readonly rates: RateModel
  readonly constraints?: AllocationConstraints
}

/** The problem with everything in its place, validated. */
export interface SearchSpace {
  readonly antennas: number
  readonly maxTargets: number
  readonly density: number
  readonly rates: RateModel
  /** L_th and Q_th. */
  readonly minimumL: number
  readonly minimumQ: number
  /** r_c and r_s. */
  readonly minCommunicationRate: number
  readonly minSensingRate: number
  /** Limits of other quantities, in the order in which they are given. */
  readonly limits: readonly QuantityLimit[]
  /** The names of all quantities that are asked for: those with limits, and the objective's. */
  readonly asked: readonly string[]
}

/** The least, or of an error the most, that is wanted of a quantity. */
interface QuantityLimit {
  readonly name: string
  readonly limit: number
}

/** More would take minutes to bound, and hundreds of megabytes. */
const mostTriples = 2_000_000

const problemChecks: OptionChecks<AllocationProblem> = {
  network: aNetwork,
  rates: required(anObject),
  constraints: anObject,
}

const aMinimumRate = (symbol: string) =>
  numberThat('a finite number ≥ 0', (rate) => rate >= 0 && rate < Number.POSITIVE_INFINITY, symbol)

const someLimits: OptionCheck = (name, value) => {
  anObject(name, value)
  for (const [quantity, limit] of Object.entries((value ?? {}) as object))
    required(numberThat('a finite number ≥ 0', (given) => given >= 0 && given < Number.POSITIVE_INFINITY))(
      `${name}.${quantity}`,
      limit,
    )
}

export const constraintChecks: OptionChecks<AllocationConstraints> = {
  minCommunicationClusterSize: integerFrom(1, 'L_th'),
  minSensingClusterSize: integerFrom(1, 'Q_th'),
  minCommunicationRate: aMinimumRate('r_c'),
  minSensingRate: aMinimumRate('r_s'),
  quantities: someLimits,
}

/**
 * @throws {UnknownNameError} for a member of the problem or its constraints that is not known.
 * @throws {UnsaturatedNetworkError} for finite densities of users or targets.
 * @throws {InvalidParameterError} for what is no network, constraints outside their domain, or a network with too many allocations to
 * search.
 */
export const searchSpace = (problem: AllocationProblem): SearchSpace => {
  assertOptions('an allocation problem', problem, problemChecks)
  const { network, rates, constraints = {} } = problem
  assertSaturated('the best allocation', network)
  assertOptions('the constraints of an allocation', constraints, constraintChecks)
  const limits = canonicalLimits(constraints.quantities ?? {})
  const space: SearchSpace = {
    antennas: network.transmitAntennas,
    maxTargets: network.maxTargetsPerCell,
    density: network.baseStationDensity,
    rates: memoisedRates(rates),
    minimumL: constraints.minCommunicationClusterSize ?? 1,
    minimumQ: constraints.minSensingClusterSize ?? 1,
    minCommunicationRate: constraints.minCommunicationRate ?? 0,
    minSensingRate: constraints.minSensingRate ?? 0,
    limits,
    asked: limits.map(({ name }) => name),
  }
  let triples = 0
  forEachPair(space, (K, L) => {
    triples += Math.min(
      space.maxTargets,
      space.minimumQ === 1 ? space.maxTargets : (space.antennas - K * L) / (space.minimumQ - 1),
    )
    if (triples > mostTriples)
      throw new InvalidParameterError(
        'transmitAntennas',
        space.antennas,
        `so small that there are at most ${mostTriples} choices of K, L and J with maxTargetsPerCell (J_max) = ${space.maxTargets}`,
        'M_t',
      )
  })
  return space
}

const canonicalLimits = (limits: Readonly<Record<string, number>>): readonly QuantityLimit[] =>
  Object.entries(limits).map(([name, limit]) => ({ name: chosenServiceQuantity(name).name, limit }))

/**
 * The model of a quantity.
 *
 * @throws {InvalidParameterError} for rates that know no other quantities.
 */
export const quantityModel = ({ rates }: SearchSpace, name: string): QuantityModel => {
  if (rates.quantity === undefined)
    throw new InvalidParameterError('rates', name, 'a model that knows other quantities than rates')
  return rates.quantity(name)
}

/** The space with all that its limits and an objective ask for. */
export const askingFor = (space: SearchSpace, names: readonly string[]): SearchSpace => ({
  ...space,
  asked: [...new Set([...space.limits.map(({ name }) => name), ...names])],
})

/** The greatest Q at given K, L and J, or less than Q_th when none is feasible. */
const largestSensingCluster = ({ antennas }: SearchSpace, K: number, L: number, J: number): number =>
  1 + Math.floor((antennas - K * L) / J)

/** Calls `visit` for every (K, L) with $KL \\le M_t$ and L ≥ L_th. */
const forEachPair = ({ antennas, minimumL }: SearchSpace, visit: (K: number, L: number) => void): void => {
  for (let K = 1; K * minimumL <= antennas; K++) for (let L = minimumL; K * L <= antennas; L++) visit(K, L)
}

/** Calls `visit` for every (K, L, J) with a feasible Q; Q goes from Q_th to `largestQ`. */
export const forEachTriple = (
  space: SearchSpace,
  visit: (K: number, L: number, J: number, largestQ: number) => void,
): void => {
  forEachPair(space, (K, L) => {
    for (let J = 1; J <= space.maxTargets; J++) {
      const largestQ = largestSensingCluster(space, K, L, J)
      if (largestQ < space.minimumQ) break
      visit(K, L, J, largestQ)
    }
  })
}

/** How many allocations satisfy $KL + J(Q-1) \le M_t$, $J \le J_{max}$, L ≥ L_th and Q ≥ Q_th, whatever their rates. */
export const countAllocations = (space: SearchSpace): number => {
  let count = 0
  forEachTriple(space, (_K, _L, _J, largestQ) => {
    count += largestQ - space.minimumQ + 1
  })
  return count
}

/** Computes the performance of an allocation. */
export const performanceOf = (space: SearchSpace, allocation: SpatialAllocation): AllocationPerformance => {
  const { usersPerCell: K, communicationClusterSize: L, sensingClusterSize: Q } = allocation
  const { diversityOrder } = degreesOfFreedom({ transmitAntennas: space.antennas, ...allocation })
  const communication = space.rates.communication(K, L, diversityOrder)
  const sensing = space.rates.sensing(K, Q)
  const site = { baseStationDensity: space.density, ...allocation }
  return {
    allocation,
    communication: servicePerformance('communication', site, communication),
    sensing: servicePerformance('sensing', site, sensing),
    degreesOfFreedomLeft: diversityOrder - 1,
    ...(space.asked.length === 0
      ? {}
      : {
          quantities: Object.fromEntries(
            space.asked.map((name) => [name, quantityOf(space, name, allocation, diversityOrder)]),
          ),
        }),
  }
}

/** A quantity of an allocation. */
const quantityOf = (
  space: SearchSpace,
  name: string,
  { usersPerCell: K, communicationClusterSize: L, targetsPerCell: J, sensingClusterSize: Q }: SpatialAllocation,
  diversityOrder: number,
): Rate => {
  const model = quantityModel(space, name)
  const { value, errorEstimate } =
    model.service === 'communication' ? model.value(K, L, diversityOrder) : model.value(K, Q)
  const scale = receiversPerArea(space, model, K, J)
  return { value: scale * value, errorEstimate: scale * errorEstimate }
}

/** The factor between the value of one receiver and the quantity: 1, or the receivers of a square kilometre. */
export const receiversPerArea = (
  { density }: SearchSpace,
  { perArea, service }: QuantityModel,
  K: number,
  J: number,
): number => (perArea ? density * (service === 'communication' ? K : J) : 1)

/** Whether R_c ≥ r_c, R_s ≥ r_s, and other quantities keep their limits, within the numerical errors. */
export const meetsLimits = (
  space: SearchSpace,
  { communication, sensing, quantities = {} }: AllocationPerformance,
): boolean =>
  communication.rate + communication.errorEstimate >= space.minCommunicationRate &&
  sensing.rate + sensing.errorEstimate >= space.minSensingRate &&
  space.limits.every(({ name, limit }) => {
    const { value, errorEstimate } = quantities[name]!
    return quantityModel(space, name).grows ? value + errorEstimate >= limit : value - errorEstimate <= limit
  })
