import { InvalidParameterError } from '../errors/invalid-parameter-error.js'
import type { NetworkParameters } from './network-parameters.js'

/** A member that the type of a network has and no copy of one: a spread, a rest or a mapped type leaves private members out. */
declare class MadeByDefineNetwork {
  private readonly madeByDefineNetwork: never
}

/**
 * Parameters that `defineNetwork` has validated, together: nothing else makes a network. A copy is plain
 * {@link NetworkParameters}, whatever it was copied from (`{ ...network, usersPerCell: 50 }`, `structuredClone`, JSON);
 * `defineNetwork({ ...network, usersPerCell: 50 })` makes a network of it, or says why there is none.
 */
export type Network = NetworkParameters & MadeByDefineNetwork

/** The mark of a network. Known by its name, so that the ESM and the CommonJS build of this package agree on it. */
const mark = Symbol.for('@isacnet/model: made by defineNetwork')

/** The prototype of networks has it: a spread, a clone and JSON make objects of another prototype. */
const prototype: object = Object.freeze(Object.defineProperty({}, mark, { value: true }))

/** Validated parameters as a network, frozen. (An own property for the mark would take three times as long.) */
export const markAsNetwork = (parameters: NetworkParameters): Network =>
  Object.freeze({ __proto__: prototype, ...parameters }) as unknown as Network

/**
 * Whether `defineNetwork` made this.
 *
 * @example
 * isNetwork(defineNetwork()) // true
 * isNetwork({ ...defineNetwork() }) // false
 */
export const isNetwork = (value: unknown): value is Network => {
  if (typeof value !== 'object' || value === null) return false
  const itsPrototype: unknown = Object.getPrototypeOf(value)
  return itsPrototype !== null && Object.hasOwn(itsPrototype as object, mark)
}

/**
 * For functions that take a network. Those that need more of it, such as $KL + J(Q-1) \le M_t$, check that by themselves.
 *
 * @example
 * assertNetwork(defineNetwork()) // undefined
 * assertNetwork({ usersPerCell: 5 }) // throws 'network must be made by defineNetwork (of a copy with changes, defineNetwork({ ...network, usersPerCell: 2 }) makes a network again), got {"usersPerCell":5}'
 *
 * @throws {InvalidParameterError} unless `defineNetwork` made the value.
 */
export function assertNetwork(value: unknown): asserts value is Network {
  if (!isNetwork(value)) throw new InvalidParameterError('network', value, networkRequirement)
}

/** The requirement on a network, in words. */
export const networkRequirement =
  'made by defineNetwork (of a copy with changes, defineNetwork({ ...network, usersPerCell: 2 }) makes a network again)'
