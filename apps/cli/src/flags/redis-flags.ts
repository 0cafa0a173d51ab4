import { isMainThread } from 'node:worker_threads'
import { UsageError } from '../process/exit-code.js'

/** Which Redis, and which of its queues, as it was typed. */
export interface RedisFlags {
  readonly redis?: string
  readonly queue?: string
}

const variable = 'ISACNET_REDIS_URL'

/**
 * The queue that flags, or else the environment, describe. The list of processes shows flags: a password that came by one is
 * removed from it.
 *
 * @throws {UsageError} without a URL.
 */
export const redisQueue = (
  { redis, queue }: RedisFlags,
  env: Readonly<Record<string, string | undefined>>,
): { readonly url: string; readonly queue?: string } => {
  const url = redis ?? env[variable]
  if (url === undefined || url === '') throw new UsageError(`--redis must be given, or ${variable} be set`)
  if (isMainThread && redis?.includes('@')) process.title = 'isacnet'
  return { url, ...(queue === undefined ? {} : { queue }) }
}
