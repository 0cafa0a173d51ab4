import { UnknownNameError } from '@isacnet/model'

/**
 * `name` as one of the permitted names.
 *
 * @throws {UnknownNameError} when it is none of them; it suggests the nearest.
 */
export const permittedName = <Name extends string>(kind: string, name: string, permitted: readonly Name[]): Name => {
  const found = permitted.find((candidate) => candidate === name)
  if (found === undefined) throw new UnknownNameError(kind, name, permitted)
  return found
}
