import { UnknownNameError } from './unknown-name-error.js'

/**
 * `name` as one of the permitted names.
 *
 * @example
 * permittedName('unit', 'bits', ['nats', 'bits']) // 'bits'
 * permittedName('unit', 'bit', ['nats', 'bits']) // throws 'unknown unit ‘bit’: did you mean ‘bits’? permitted: nats, bits'
 *
 * @param kind - the kind of thing that the name should name, for messages: `method`, `figure`, …
 * @throws {UnknownNameError} when it is none of them; it suggests the nearest.
 */
export const permittedName = <Name extends string>(kind: string, name: unknown, permitted: readonly Name[]): Name => {
  const found = permitted.find((candidate) => candidate === name)
  if (found === undefined) throw new UnknownNameError(kind, String(name), permitted)
  return found
}
