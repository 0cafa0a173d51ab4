import { IsacnetError } from '../errors/isacnet-error.js'
import type { NetworkParameters, ParameterName } from './network-parameters.js'
import { parameterDefinitions } from './parameter-definitions.js'

/** The densities of users and targets, which a network has where they are finite. */
export type ReceiverDensities = Pick<NetworkParameters, 'userDensity' | 'targetDensity'>

/**
 * λ_u or λ_t in km⁻², infinite where cells are saturated.
 *
 * @example
 * densityOf(defineNetwork({ lambda_u: 2 }), 'userDensity') // 2
 * densityOf(defineNetwork({ lambda_u: 2 }), 'targetDensity') // Infinity
 */
export const densityOf = (network: ReceiverDensities, name: keyof ReceiverDensities): number =>
  network[name] ?? Number.POSITIVE_INFINITY

/**
 * Whether every BS always has K users and J targets.
 *
 * @example
 * isSaturated(defineNetwork({ K: 5 })) // true
 * isSaturated(defineNetwork({ K: 5, lambda_u: 2 })) // false
 */
export const isSaturated = (network: ReceiverDensities): boolean => finiteDensity(network) === undefined

/** A network has a finite density of users or targets where cells must be saturated. */
export class UnsaturatedNetworkError extends IsacnetError {
  override readonly name = 'UnsaturatedNetworkError'
  override readonly code = 'unsaturated-network'
  /** The finite density. */
  readonly parameter: ParameterName
  readonly value: number

  constructor(subject: string, parameter: ParameterName, value: number) {
    const { symbol } = parameterDefinitions.find(({ name }) => name === parameter)!
    super(
      `${subject} is not available for finite ${parameter} (${symbol}), got ${value}: use evaluate, or simulate --fidelity channel`,
    )
    this.parameter = parameter
    this.value = value
  }
}

/**
 * For what is about saturated cells only.
 *
 * @example
 * assertSaturated('sirLaw', defineNetwork()) // undefined
 * assertSaturated('sirLaw', defineNetwork({ lambda_u: 2 })) // throws 'sirLaw is not available for finite userDensity (λ_u), got 2: use evaluate, or simulate --fidelity channel'
 *
 * @param subject - what isn't available otherwise, for the message.
 * @throws {UnsaturatedNetworkError} for a network with a finite density of users or targets.
 */
export const assertSaturated = (subject: string, network: ReceiverDensities): void => {
  const name = finiteDensity(network)
  if (name !== undefined) throw new UnsaturatedNetworkError(subject, name, densityOf(network, name))
}

const finiteDensity = (network: ReceiverDensities): keyof ReceiverDensities | undefined =>
  (['userDensity', 'targetDensity'] as const).find((name) => densityOf(network, name) < Number.POSITIVE_INFINITY)
