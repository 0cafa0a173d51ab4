import { type ErrorCode, errorCodes } from './error-codes.js'

/**
 * The base class of every error that these packages define. Its `code` tells errors apart where their classes can't: see
 * {@link errorCodeOf}.
 *
 * @example
 * new InvalidParameterError('usersPerCell', 0, 'an integer ≥ 1').code // 'invalid-parameter'
 */
export abstract class IsacnetError extends Error {
  /** The same in all versions, and only this error’s. */
  abstract readonly code: ErrorCode
}

/**
 * Returns the code of an error of these packages, and `undefined` for anything else. It looks at nothing but the member `code`, so that
 * it knows errors of another copy of a package, errors that came out of a worker thread, and errors that were read from JSON.
 *
 * @example
 * errorCodeOf(new UnknownNameError('unit', 'bit', ['nats', 'bits'])) // 'unknown-name'
 * errorCodeOf({ code: 'non-convergence', message: 'read from JSON' }) // 'non-convergence'
 * errorCodeOf(new TypeError('a mistake')) // undefined
 */
export const errorCodeOf = (error: unknown): ErrorCode | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  const { code } = error
  return typeof code === 'string' && Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : undefined
}
