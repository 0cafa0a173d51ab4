import { expect, it } from 'vitest'
import { redisStudy } from './redis-study.js'
import { redisWorker } from './redis-worker.js'

it('says within seconds that there is no Redis', { timeout: 30_000 }, async () => {
  const url = 'redis://:secret-1@127.0.0.1:1'
  for (const failure of await Promise.all([redisStudy, redisWorker].map((attempt) => attempt({ url }).catch(String)))) {
    expect(failure).toMatch(/Redis at redis:\/\/127\.0\.0\.1:1: not reached within 5 s \(.*ECONNREFUSED/)
    expect(failure).not.toContain('secret-1')
  }
})
