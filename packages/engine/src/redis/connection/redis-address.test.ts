import { InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { redisAddress } from './redis-address.js'

it('reads host, port, database, user and password', () => {
  expect(redisAddress('redis://host')).toMatchObject({ host: 'host', port: 6379, database: 0, tls: false })
  expect(redisAddress('rediss://me:p%40ss%2F@[::1]:7000/3')).toMatchObject({
    ...{ host: '::1', port: 7000, database: 3, tls: true, username: 'me', password: 'p@ss/' },
    shown: 'rediss://[::1]:7000/3',
  })
})

it('redacts the password as it is and as it is written in the URL', () => {
  const { redact } = redisAddress('redis://:p%40ss@host')
  expect(redact('AUTH p@ss at redis://:p%40ss@host')).toBe('AUTH *** at redis://:***@host')
})

it.each([
  'secret',
  'secret@host',
  'redis://:secret',
  'redis://:secret@',
  'redis://:secret@:6379',
  'redis://:secret@host/zero',
  'redis://host?password=secret',
  'redis://host/0#secret',
  'redis://:sec#secret@host',
  'http://:secret@host',
  'redis://:secret@host:99999',
])('refuses %s without showing it', (url) => {
  let message = ''
  try {
    redisAddress(url)
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidParameterError)
    message = `${(error as Error).stack}${JSON.stringify(error)}`
  }
  expect(message).toContain(
    'redis must be redis://[[user]:password@]host[:port][/database], or rediss:// for TLS, got ',
  )
  expect(message).not.toContain('secret')
})
