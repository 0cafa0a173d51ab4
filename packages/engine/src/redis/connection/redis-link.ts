import { setTimeout as delay } from 'node:timers/promises'
import { Redis, type RedisOptions } from 'ioredis'
import { DistributionError } from './distribution-error.js'
import type { RedisAddress } from './redis-address.js'

/** All connections of one process to one Redis; they come back by themselves when it does. */
export interface RedisLink {
  readonly client: Redis
  /** A connection more, for commands that wait. */
  duplicate(): Redis
  /** Whether Redis answers, as far as is known. */
  readonly up: boolean
  /** Says of an error what may be said. */
  faultOf(error: unknown): string
  /** Closes all connections, at once. */
  close(): void
}

interface LinkOptions {
  /** How long to wait for Redis at first, in milliseconds. */
  readonly patience: number
  /** Called when Redis is gone, and when it is back. */
  readonly onChange: (up: boolean) => void
  /** Called with what is wrong with Redis, where work can go on all the same. */
  readonly onNotice: (notice: string) => void
  /** Ends the first attempt. */
  readonly signal: AbortSignal
}

/** Errors that no waiting cures. */
const fatal = /^(WRONGPASS|NOAUTH|NOPERM|ERR (invalid password|DB index|AUTH|Client sent AUTH|wrong number .* 'auth'))/i

/** How often a Redis that loads its data is asked whether it has, in milliseconds. */
const loadingInterval = 200

/** Since when `XTRIM MINID` exists. */
const oldestRedis = [6, 2] as const

/**
 * Connects to Redis.
 *
 * @throws {DistributionError} when it isn't there in time, refuses the password or the database, or is older than 6.2.
 * @throws the signal's reason when the signal comes first.
 */
export const redisLink = async (
  address: RedisAddress,
  { patience, onChange, onNotice, signal }: LinkOptions,
): Promise<RedisLink> => {
  signal.throwIfAborted()
  const clients = new Set<Redis>()
  const faultOf = (error: unknown): string => address.redact(error instanceof Error ? error.message : String(error))
  const failure = (fault: string) => new DistributionError(`Redis at ${address.shown}: ${fault}`)
  let up = false
  let closed = false
  let lastFault = 'no answer'
  let refuse = (_: Error): void => {}
  const refused = new Promise<never>((_, reject) => {
    refuse = reject
  })
  refused.catch(() => {})

  const options = {
    host: address.host,
    port: address.port,
    db: address.database,
    ...(address.username === undefined ? {} : { username: address.username }),
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(address.tls ? { tls: {} } : {}),
    protocol: 2,
    // Commands wait for as long as Redis is away; they aren't given up.
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(50 * 2 ** times, 1000),
    // Every connection hears something every few seconds, or it is dead.
    socketTimeout: 20_000,
    connectTimeout: 5000,
    // Asks by INFO whether Redis has loaded its data; not everybody may.
    enableReadyCheck: false as boolean,
  } satisfies RedisOptions
  const open = (connectionName?: string): Redis => {
    const client = new Redis(connectionName === undefined ? options : { ...options, connectionName })
    clients.add(client)
    client.on('error', (error: Error) => {
      lastFault = faultOf(error)
      if (fatal.test(error.message)) refuse(failure(lastFault))
    })
    client.on('end', () => clients.delete(client))
    // BullMQ brings back what it has ended.
    client.on('connecting', () => {
      clients.add(client)
      if (closed) client.disconnect()
    })
    // BullMQ makes its waiting connections this way.
    client.duplicate = (override) => open(override?.connectionName)
    return client
  }
  const close = (): void => {
    closed = true
    for (const client of clients) client.disconnect()
  }

  const client = open()
  const deadline = setTimeout(() => refuse(failure(`not reached within ${patience / 1000} s (${lastFault})`)), patience)
  const giveUp = (): void => refuse(signal.reason)
  signal.addEventListener('abort', giveUp)
  try {
    await Promise.race([new Promise<void>((resolve) => client.once('ready', () => resolve())), refused])
    const information = await Promise.race([serverInformation(client), refused])
    if (information === undefined)
      onNotice(
        `Redis at ${address.shown} doesn’t tell this user its version and settings (no right to INFO): ` +
          `it must be ${oldestRedis.join('.')} or later, with a maxmemory-policy of noeviction`,
      )
    else {
      assertRecent(information, failure)
      options.enableReadyCheck = true
      client.options.enableReadyCheck = true
      const [, policy = 'noeviction'] = /^maxmemory_policy:(\S+)/m.exec(information) ?? []
      if (policy !== 'noeviction')
        onNotice(
          `Redis at ${address.shown} may throw away what it holds: its maxmemory-policy is ‘${policy}’; set it to noeviction`,
        )
    }
  } catch (error) {
    close()
    signal.throwIfAborted()
    throw error instanceof DistributionError ? error : failure(faultOf(error))
  } finally {
    signal.removeEventListener('abort', giveUp)
    clearTimeout(deadline)
  }
  up = true
  client.on('close', () => {
    if (closed || !up) return
    up = false
    onChange(false)
  })
  client.on('ready', () => {
    if (closed || up) return
    up = true
    onChange(true)
  })
  return {
    client,
    duplicate: () => open(),
    get up() {
      return up
    },
    faultOf,
    close,
  }
}

/** Returns Redis's own report once it has loaded its data; nothing where it may not be asked. */
const serverInformation = async (client: Redis): Promise<string | undefined> => {
  try {
    for (;;) {
      const information = await client.info()
      if (!/^loading:1/m.test(information)) return information
      await delay(loadingInterval)
    }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOPERM')) return undefined
    throw error
  }
}

const assertRecent = (information: string, failure: (fault: string) => Error): void => {
  const [, version = ''] = /^redis_version:(\S+)/m.exec(information) ?? []
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < oldestRedis[0] || (major === oldestRedis[0] && minor < oldestRedis[1]))
    throw failure(`it is of version ${version}; ${oldestRedis.join('.')} or later is needed`)
}
