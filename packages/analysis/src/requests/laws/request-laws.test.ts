import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { requestCounts } from './request-counts.js'

// By another program (C++, 9·10⁵ BSs): the variance of the requests of users to a typical BS.
it.each([
  [{ K: 1, L: 4 }, 1.3968],
  [{ K: 1, L: 8 }, 2.733],
  [{ K: 2, L: 8 }, 7.493],
  [{ K: 2, L: 12 }, 12.827],
])('varies as a simulation of BSs does: %j', (changes, variance) => {
  expect(Math.abs(requestCounts(defineNetwork({ Mt: 64, ...changes })).typical.variance / variance - 1)).toBeLessThan(
    0.006,
  )
})

it('is that of more users where targets ask like users', () => {
  for (const [K, J, size] of [
    [2, 2, 4],
    [3, 4, 3],
  ] as const) {
    const both = { Mt: 64, K, J, L: size, Q: size }
    const { typical } = requestCounts(defineNetwork(both), { sensingClusters: 'target-centric' })
    const { typical: users } = requestCounts(defineNetwork({ Mt: 64, K: K + J, L: size }))
    expect(typical.mean).toBeCloseTo(users.mean, 3)
    expect(typical.variance / users.variance).toBeCloseTo(1, 3)
  }
})

// By another program (C++, 9·10⁵ BSs).
it('comes less often to serving BSs, whose cells are large, than to typical ones', () => {
  for (const [changes, serving] of [
    [{ K: 1, L: 4 }, 2.82928],
    [{ K: 2, L: 8 }, 13.3187],
    [{ K: 2, L: 12 }, 21.1256],
  ] as const) {
    const counts = requestCounts(defineNetwork({ Mt: 64, ...changes }))
    expect(counts.typical.mean / (changes.K * (changes.L - 1))).toBeCloseTo(1, 3)
    expect(Math.abs(counts.serving.mean / serving - 1)).toBeLessThan(0.002)
  }
})
