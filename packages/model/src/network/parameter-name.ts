import { UnknownNameError } from '../errors/unknown-name-error.js'
import type { ParameterName } from './network-parameters.js'
import { parameterDefinitions } from './parameter-definitions.js'

const names: ReadonlyMap<string, ParameterName> = new Map(
  parameterDefinitions.flatMap(({ name, aliases }) => [name, ...aliases].map((spelling) => [spelling, name] as const)),
)

/**
 * The code name of a parameter given by its code name or an alias (`K`, `Mt`, `alpha`, …). Case matters.
 *
 * @example
 * parameterName('alpha') // 'pathLossExponent'
 *
 * @throws {UnknownNameError} when nothing is called so; it suggests the nearest name.
 */
export const parameterName = (nameOrAlias: string): ParameterName => {
  const name = names.get(nameOrAlias)
  if (name === undefined) throw new UnknownNameError('parameter', nameOrAlias, [...names.keys()].filter(isPlain))
  return name
}

/** Spellings that everyone can type; the others are accepted but not offered. */
const isPlain = (spelling: string): boolean => /^\w+$/.test(spelling)
