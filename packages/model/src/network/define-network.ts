import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import { markAsNetwork, type Network } from './network.js'
import type { NetworkParameters, ParameterName } from './network-parameters.js'
import { type ParameterDefinition, parameterDefinitions, permittedValues } from './parameter-definitions.js'
import { parameterName } from './parameter-name.js'

const defaults = Object.fromEntries(
  parameterDefinitions.map(({ name, defaultValue }) => [name, defaultValue]),
) as Readonly<Record<ParameterName, number>>

/** All parameters, infinite ones too. */
type Complete = { -readonly [Name in ParameterName]-?: number }

/**
 * A network: the paper's defaults with changes, validated. This is where parameters enter: functions that take a
 * {@link Network} take nothing else, and don't check its parameters again. BSs may get more requests to null than they have degrees of freedom,
 * $KL + J(Q-1) > M_t$: methods that take every request for granted refuse such a network by {@link assertFeasible}.
 *
 * @example
 * defineNetwork({ K: 5, transmitAntennas: 64 }).usersPerCell // 5
 * defineNetwork({ alpha: 2 }) // throws 'pathLossExponent (α) must be a finite number > 2, got 2'
 * 'userDensity' in defineNetwork({ lambda_u: Infinity }) // false
 *
 * @param changes - by code name or alias of {@link parameterDefinitions} (`{ K: 5, transmitAntennas: 64 }`).
 * @throws {UnknownNameError} for a name that is no parameter's.
 * @throws {InvalidParameterError} for a value outside its domain, a name given twice, J > J_max, K > M_t, clutter with β ≤ 1, or
 *   changes that are no record of names and numbers.
 */
export const defineNetwork = (changes: Readonly<Record<string, number>> = {}): Network => {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes))
    throw new InvalidParameterError('changes', changes, 'an object with parameters by name, such as { K: 5 }')
  const network: Complete = { ...defaults }
  const given = new Set<ParameterName>()
  for (const key of Object.keys(changes)) {
    const name = parameterName(key)
    const value = changes[key]!
    if (given.has(name)) throw new InvalidParameterError(name, value, 'given once')
    given.add(name)
    network[name] = value
  }
  for (const definition of parameterDefinitions) assertPermitted(definition, network[definition.name])
  if (network.targetsPerCell > network.maxTargetsPerCell) {
    const permitted = `an integer ≥ 1 and ≤ maxTargetsPerCell (J_max) = ${network.maxTargetsPerCell}`
    throw new InvalidParameterError('targetsPerCell', network.targetsPerCell, permitted, 'J')
  }
  if (network.clutterDensity > 0 && network.echoPathLossExponent <= 1) {
    const permitted = 'a finite number > 1 when there is clutter'
    throw new InvalidParameterError('echoPathLossExponent', network.echoPathLossExponent, permitted, 'β')
  }
  if (network.usersPerCell > network.transmitAntennas) {
    const permitted = `an integer ≥ 1 and ≤ transmitAntennas (M_t) = ${network.transmitAntennas}`
    throw new InvalidParameterError('usersPerCell', network.usersPerCell, permitted, 'K')
  }
  return markAsNetwork(withoutInfinities(network))
}

const withoutInfinities = (network: Complete): NetworkParameters =>
  Object.fromEntries(
    Object.entries(network).filter(([, value]) => value !== Number.POSITIVE_INFINITY),
  ) as unknown as NetworkParameters

const assertPermitted = (definition: ParameterDefinition, value: number): void => {
  const { integer, lowerBound, lowerBoundPermitted, upperBound } = definition
  const permitted =
    (Number.isFinite(value) || (definition.infinityPermitted && value === Number.POSITIVE_INFINITY)) &&
    (lowerBoundPermitted ? value >= lowerBound : value > lowerBound) &&
    value <= upperBound &&
    (!integer || Number.isInteger(value))
  if (!permitted)
    throw new InvalidParameterError(definition.name, value, permittedValues(definition), definition.symbol)
}

/** The paper's network (Section VI) with the smallest allocation, K = L = J = Q = 1. */
export const paperNetwork: Network = defineNetwork()
