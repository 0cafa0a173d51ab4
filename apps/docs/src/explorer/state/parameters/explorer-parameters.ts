import { type ParameterDefinition, type ParameterName, parameterDefinitions } from '@isacnet/model'

/** The parameters that the explorer has: its cells are saturated. */
export type ExplorerParameter = Exclude<ParameterName, 'userDensity' | 'targetDensity'>

export const explorerParameters = parameterDefinitions.filter(
  (definition): definition is ParameterDefinition & { readonly name: ExplorerParameter } =>
    !definition.infinityPermitted,
)

export const definitionOf = (name: ExplorerParameter): (typeof explorerParameters)[number] =>
  explorerParameters.find((definition) => definition.name === name)!

/** The parameters that say how antennas are spent: what an optimum chooses, and what links and captions always say. */
export const allocationParameters = [
  'usersPerCell',
  'communicationClusterSize',
  'targetsPerCell',
  'sensingClusterSize',
] as const satisfies readonly ExplorerParameter[]

export const isAllocationParameter = (name: ParameterName): boolean =>
  allocationParameters.some((known) => known === name)

/** The allocation that any antennas allow. */
export const smallestAllocation = {
  usersPerCell: 1,
  communicationClusterSize: 1,
  targetsPerCell: 1,
  sensingClusterSize: 1,
} as const satisfies Record<(typeof allocationParameters)[number], number>
