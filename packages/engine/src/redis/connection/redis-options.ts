import { aFunction, anObject, aString, type OptionChecks, required } from '@isacnet/model'

/** Which Redis, and which of its queues. */
export interface RedisQueueOptions {
  /** `redis://[[user]:password@]host[:port][/database]`, or `rediss://` for TLS. */
  readonly url: string
  /** The queue's name, default `default`; queues don't meet. */
  readonly queue?: string | undefined
  /** Called with what somebody should know: Redis is gone or back, no worker is there, a block is tried again. Never a password. */
  readonly onNotice?: ((notice: string) => void) | undefined
  /** An `AbortSignal`: what has not started yet gives up, with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

export const redisQueueChecks: OptionChecks<RedisQueueOptions> = {
  url: required(aString),
  queue: aString,
  onNotice: aFunction,
  signal: anObject,
}
