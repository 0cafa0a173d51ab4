import { isFeasible } from '@isacnet/model'
import { definitionOf, type ExplorerParameter, explorerParameters } from './explorer-parameters.js'
import { checkNetwork } from './network-check.js'
import { isPermitted } from './permitted-value.js'

type Values = Readonly<Record<ExplorerParameter, number>>

/** A change of one parameter that makes a network of values, or relieves one that is overloaded. */
export interface Mend {
  readonly parameter: ExplorerParameter
  readonly value: number
  /** Such as `L = 1`. */
  readonly text: string
}

/** Changes of one parameter that mend values; none where nothing is wrong, or one change is not enough. */
export const mendsOf = (values: Values): Mend[] => {
  const { network } = checkNetwork(values)
  if (network !== undefined && isFeasible(values)) return []
  const good = (changed: Values): boolean =>
    checkNetwork(changed).network !== undefined && (network === undefined || isFeasible(changed))
  return candidates(values, network !== undefined).flatMap(([parameter, value]) => {
    if (Object.is(value, values[parameter]) || !good({ ...values, [parameter]: value })) return []
    const { symbol } = definitionOf(parameter)
    return [{ parameter, value, text: `${symbol} = ${value}` }]
  })
}

const candidates = (values: Values, overloaded: boolean): [ExplorerParameter, number][] => {
  const {
    usersPerCell: K,
    communicationClusterSize: L,
    targetsPerCell: J,
    sensingClusterSize: Q,
    transmitAntennas: M,
  } = values
  if (overloaded)
    return [
      ['communicationClusterSize', Math.floor((M - J * (Q - 1)) / K)],
      ['sensingClusterSize', 1 + Math.floor((M - K * L) / J)],
      ['usersPerCell', Math.floor((M - J * (Q - 1)) / L)],
      ['transmitAntennas', K * L + J * (Q - 1)],
    ]
  const wrong = explorerParameters.find((definition) => !isPermitted(definition, values[definition.name]))
  if (wrong !== undefined) return [[wrong.name, wrong.defaultValue]]
  return [
    ['usersPerCell', M],
    ['transmitAntennas', K],
    ['targetsPerCell', values.maxTargetsPerCell],
    ['maxTargetsPerCell', J],
    ['echoPathLossExponent', 1.05],
    ['clutterDensity', 0],
  ]
}
