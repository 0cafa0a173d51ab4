import { InvalidParameterError } from '@isacnet/model'

/** Where a Redis is, as its URL says. */
export interface RedisAddress {
  readonly host: string
  readonly port: number
  readonly database: number
  readonly username: string | undefined
  readonly password: string | undefined
  readonly tls: boolean
  /** The URL without user and password: what may be shown. */
  readonly shown: string
  /** A text without the password, however it may have got there. */
  readonly redact: (text: string) => string
}

const permitted = 'redis://[[user]:password@]host[:port][/database], or rediss:// for TLS'

/**
 * Reads the URL of a Redis. What it says of a wrong one never contains the URL, which may hold a password.
 *
 * @throws {InvalidParameterError} for anything but `redis://` or `rediss://` with a host, and perhaps user, password, port and number
 * of the database.
 */
export const redisAddress = (url: string): RedisAddress => {
  const parsed = parsedUrl(url)
  if (parsed === undefined) throw invalid('a string that isn’t; it isn’t shown, as it may hold a password')
  const { protocol, hostname, pathname, search, hash } = parsed
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw invalid(`one that begins with ${protocol}`)
  if (hostname === '') throw invalid('one without a host')
  if (search !== '' || hash !== '') throw invalid('one that goes on after the database; escape ? and # in a password')
  if (!/^(\/\d{0,6})?$/.test(pathname)) throw invalid('one whose database is no number')
  const port = parsed.port === '' ? 6379 : Number(parsed.port)
  const database = Number(pathname.slice(1))
  const username = decoded(parsed.username)
  const password = decoded(parsed.password)
  const secrets = [...new Set([password, parsed.password].filter((secret) => secret !== undefined && secret !== ''))]
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    database,
    username: username === '' ? undefined : username,
    password: password === '' ? undefined : password,
    tls: protocol === 'rediss:',
    shown: `${protocol}//${hostname}:${port}${database === 0 ? '' : `/${database}`}`,
    redact: (text) => secrets.reduce<string>((cleaned, secret) => cleaned.replaceAll(secret!, '***'), text),
  }
}

const invalid = (got: string) => new InvalidParameterError('redis', got, permitted)

const parsedUrl = (url: string): URL | undefined => {
  try {
    return new URL(url)
  } catch {
    // The error of URL has the whole text in it.
    return undefined
  }
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
