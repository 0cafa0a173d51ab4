import { InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { race } from './race.js'

/** Candidates with a common part of each sample, and a part of their own. */
const sampler =
  (means: readonly number[], seed: number, common = 1, own = 0.1) =>
  async (candidate: number, sample: number): Promise<number> => {
    const shared = randomStream(seed, sample, 'shared').normal()
    const alone = randomStream(seed, sample, `own ${candidate}`).normal()
    return means[candidate]! + common * shared + own * alone
  }

it('finds the best, and rules out the rest with few samples where common numbers make differences known', async () => {
  const means = [5, 5.4, 4, 5.2]
  const found = await race(4, sampler(means, 1))
  expect(found.map(({ candidate }) => candidate)).toEqual([1, 3, 0, 2])
  expect(found.map(({ separated }) => separated)).toEqual([false, true, true, true])
  // Common parts have a standard deviation of 1, differences one of 0.14.
  expect(found[2]!.samples).toBe(8)
  expect(found[0]!.behind).toBe(0)
  expect(found[3]!.behind).toBeCloseTo(1.4, 0)
  expect(found[3]!.halfWidth).toBeLessThan(0.5)
})

it('rules out the best at most as rarely as its confidence says', async () => {
  let lost = 0
  const runs = 300
  for (let run = 0; run < runs; run++) {
    const [first] = await race(4, sampler([1, 1, 1, 1], 1000 + run, 0, 1), { confidence: 0.9, looks: 4 })
    const standings = await race(4, sampler([1.2, 1, 1, 1], 2000 + run, 0, 1), { confidence: 0.9, looks: 4 })
    if (standings.find(({ candidate }) => candidate === 0)!.separated) lost += 1
    expect(first!.separated).toBe(false)
  }
  // At most 30 of 300 are expected; the bound is loose.
  expect(lost).toBeLessThan(30)
})

it('ends where what is left doesn’t matter, and says that it isn’t told apart', async () => {
  const looked: (readonly [number, number])[] = []
  const found = await race(2, sampler([10, 10.001], 5, 1, 0.01), { indifference: 0.01 }, (left, samples) =>
    looked.push([left, samples]),
  )
  expect(found.every(({ separated }) => !separated)).toBe(true)
  expect(looked).toEqual([[2, 8]])
  const long = await race(2, sampler([1, 1], 5, 0, 1), { looks: 3, firstSamples: 4 }, (left, samples) =>
    looked.push([left, samples]),
  )
  expect(looked.slice(1)).toEqual([
    [2, 4],
    [2, 6],
    [2, 9],
  ])
  expect(long[1]!.samples).toBe(9)
})

it('is over at once with one candidate', async () => {
  const found = await race(1, sampler([2], 1))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ candidate: 0, behind: 0, samples: 8, separated: false })
})

it('refuses other options', async () => {
  await expect(race(0, sampler([], 1))).rejects.toThrow('candidates must be an integer ≥ 1, got 0')
  await expect(race(2, sampler([1, 2], 1), { confidence: 1 })).rejects.toThrow(InvalidParameterError)
  await expect(race(2, sampler([1, 2], 1), { look: 3 } as never)).rejects.toThrow(UnknownNameError)
})
