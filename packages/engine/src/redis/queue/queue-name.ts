import { InvalidParameterError } from '@isacnet/model'

/** The queue of those who name none. */
export const defaultQueue = 'default'

/**
 * The name of a queue, as it is given. Studies and workers of other queues of the same Redis are never met.
 *
 * @throws {InvalidParameterError} unless it is 1 to 64 letters, digits, `.`, `_` and `-`.
 */
export const queueName = (name: string): string => {
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new InvalidParameterError('queue', `‘${name}’`, '1 to 64 letters, digits, ‘.’, ‘_’ and ‘-’')
  return name
}
