import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { madeUpWork } from '../../test/made-up-work.js'
import { redisStudy, redisWorker } from '../redis.js'
import { openStudy } from './redis-study.js'
import { startWorker } from './redis-worker.js'

it('says soon that there is no Redis', { timeout: 30_000 }, async () => {
  const url = 'redis://:secret-1@127.0.0.1:1'
  for (const failure of await Promise.all(
    [openStudy, startWorker].map((attempt) => attempt(madeUpWork, { url }, { patience: 500 }).catch(String)),
  )) {
    expect(failure).toMatch(/Redis at redis:\/\/127\.0\.0\.1:1: not reached within 0\.5 s \(.*ECONNREFUSED/)
    expect(failure).not.toContain('secret-1')
  }
})

it('gives up at once at a signal, with its reason', { timeout: 30_000 }, async () => {
  // It takes connections, and says nothing.
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const url = `redis://127.0.0.1:${(silent.address() as AddressInfo).port}`
  try {
    for (const attempt of [redisStudy, redisWorker]) {
      const before = new Error('before')
      await expect(attempt(madeUpWork, { url, signal: AbortSignal.abort(before) })).rejects.toBe(before)
      const later = new AbortController()
      const connected = once(silent, 'connection')
      const attempted = attempt(madeUpWork, { url, signal: later.signal })
      await connected
      later.abort(new Error('meanwhile'))
      await expect(attempted).rejects.toBe(later.signal.reason)
    }
  } finally {
    silent.close()
  }
})
