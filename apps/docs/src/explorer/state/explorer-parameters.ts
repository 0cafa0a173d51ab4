import { type ParameterDefinition, type ParameterName, parameterDefinitions } from '@isacnet/model'

/** The parameters that the explorer has: its cells are saturated. */
export type ExplorerParameter = Exclude<ParameterName, 'userDensity' | 'targetDensity'>

export const explorerParameters = parameterDefinitions.filter(
  (definition): definition is ParameterDefinition & { readonly name: ExplorerParameter } =>
    !definition.infinityPermitted,
)
