import {
  aFunction,
  aString,
  assertOptions,
  byService,
  chosenServiceQuantity,
  InvalidParameterError,
  numberThat,
  type OptionChecks,
  required,
  type Service,
  trueOrFalse,
  weightedSumAreaSpectralEfficiency,
} from '@isacnet/model'
import type { AllocationPerformance } from './allocation.js'

/** A function of an allocation's performance that is to be maximised. */
export interface Objective {
  readonly name: string
  /** In whatever unit; `-Infinity` rules an allocation out, NaN is refused. */
  readonly value: (performance: AllocationPerformance) => number
  /**
   * Whether the value depends on K, L, J and the two rates only (ASEs are made of them), and at given K, L and J never falls when a
   * rate grows. Bounds are drawn from it; without it every allocation is examined.
   */
  readonly monotone: boolean
  /** Which services the value depends on: rates of the other aren't computed to find the optimum. */
  readonly dependsOn: Readonly<Record<Service, boolean>>
  /**
   * The names of other quantities that it depends on, such as `communication-coverage:3dB`; default none. Monotone then means that the value
   * never falls when one of them improves, at given K, L and J.
   */
  readonly quantities?: readonly string[]
}

/** The area spectral efficiency of a service. */
const serviceObjective = (service: Service): Objective => ({
  name: service,
  value: ({ [service]: { ase } }) => ase,
  monotone: true,
  dependsOn: byService((other) => other.service === service),
})

/** T_c = λ_b K R_c, which grows with R_c. */
export const communicationObjective = serviceObjective('communication')

/** T_s = λ_b J R_s, which grows with R_s. */
export const sensingObjective = serviceObjective('sensing')

const aWeight = required(numberThat('a number ≥ 0 and ≤ 1', (weight) => weight >= 0 && weight <= 1, 'ρ'))

/**
 * T = ρT_c + (1−ρ)T_s of (24), which grows with either rate because neither weight is negative.
 *
 * @example
 * weightedSumObjective(0.3).dependsOn // { communication: true, sensing: true }
 * weightedSumObjective(0).dependsOn // { communication: false, sensing: true }
 *
 * @param weight - ρ in [0, 1].
 * @throws {InvalidParameterError} outside that.
 */
export const weightedSumObjective = (weight: number): Objective => {
  aWeight('rho', weight)
  return {
    name: 'sum',
    value: ({ communication, sensing }) => weightedSumAreaSpectralEfficiency(weight, communication.ase, sensing.ase),
    monotone: true,
    dependsOn: { communication: weight > 0, sensing: weight < 1 },
  }
}

/**
 * A quantity of the law of the SIR of a service, such as `communication-percentile-rate:5%`; of an error, its negative, so that the largest
 * value is the smallest error.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 8, maxTargetsPerCell: 2 })
 * const { allocation } = optimizeAllocation(
 *   { network, rates: analyticRates(network) },
 *   { objective: quantityObjective('communication-percentile-rate:5%') },
 * )
 * allocation // { usersPerCell: 1, communicationClusterSize: 3, targetsPerCell: 2, sensingClusterSize: 1 }
 *
 * @throws {UnknownNameError} {InvalidParameterError} for what is no such quantity.
 */
export const quantityObjective = (quantity: string): Objective => {
  const { name, chosen } = chosenServiceQuantity(quantity)
  const sign = chosen.quantity.grows ? 1 : -1
  return {
    name,
    value: ({ quantities }) => sign * quantities![name]!.value,
    monotone: true,
    dependsOn: { communication: false, sensing: false },
    quantities: [name],
  }
}

/** Declares properties of a {@link customObjective}. */
interface Declaration {
  /** Default `custom`. */
  readonly name?: string
  /** Default false. */
  readonly monotone?: boolean
  /** Names of quantities of the law of the SIR that it reads, as of {@link Objective}; default none. */
  readonly quantities?: readonly string[]
}

const declarationChecks: OptionChecks<Declaration> = {
  name: aString,
  monotone: trueOrFalse,
  quantities: (name, value) => {
    if (value !== undefined && !Array.isArray(value))
      throw new InvalidParameterError(name, value, 'a list of names of quantities')
  },
}

/**
 * A function of one's own. Nothing is assumed of it unless it is declared `monotone`, as {@link Objective} says.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 6, maxTargetsPerCell: 2 })
 * const leastRate = customObjective(({ communication, sensing }) => Math.min(communication.rate, sensing.rate), { monotone: true })
 * optimizeAllocation({ network, rates: analyticRates(network) }, { objective: leastRate }).value.toFixed(4) // '2.4279'
 *
 * @throws {InvalidParameterError} for what is no function; {UnknownNameError} for other declarations, and quantities that are none.
 */
export const customObjective = (
  value: (performance: AllocationPerformance) => number,
  declared: Declaration = {},
): Objective => {
  required(aFunction)('value', value)
  assertOptions('customObjective', declared, declarationChecks)
  return {
    name: declared.name ?? 'custom',
    value,
    monotone: declared.monotone ?? false,
    dependsOn: { communication: true, sensing: true },
    ...(declared.quantities === undefined
      ? {}
      : { quantities: declared.quantities.map((quantity) => chosenServiceQuantity(quantity).name) }),
  }
}
