import { InvalidParameterError, paperNetwork, UnknownNameError } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import type { BlockRunner } from '../run/block-runner.js'
import { runSimulation } from '../run/run-simulation.js'
import { batchSums, mergeRateSums } from './rate-sums.js'
import { noSimulationSums, type SimulationSums } from './simulation-sums.js'
import { type StoppingRule, stoppingDecision } from './stopping-rule.js'
import { summarize } from './summarize.js'

/** Blocks of two batches of four trials each, whose rates are ln(1 + 4g/h) with exponential g and h: skewed, of a known mean. */
const synthetic = (seed: number): BlockRunner => {
  const trials = { rates: new Float64Array(4), biases: new Float64Array(4), sirs: new Float64Array(4) }
  const batch = (random: ReturnType<typeof randomStream>) => {
    for (let i = 0; i < 4; i++) {
      trials.sirs[i] = (4 * random.exponential()) / random.exponential()
      trials.rates[i] = Math.log1p(trials.sirs[i]!)
    }
    return batchSums(trials)
  }
  return {
    concurrency: 1,
    run: async (block) => {
      const random = randomStream(seed, block, 'synthetic')
      const communication = mergeRateSums(batch(random), batch(random))
      return { ...noSimulationSums, trials: 8, communication, sensing: communication }
    },
    close: async () => {},
  }
}

/** E ln(1 + c g/h) = c ln c/(c − 1) for exponential g and h. */
const exactMean = (4 * Math.log(4)) / 3

/** The runner decides what comes out. */
const definition = defineSimulation(paperNetwork)

const simulate = (until: StoppingRule, seed = 0) => runSimulation(definition, { until, runner: synthetic(seed) })

it('covers the exact mean with 95 % intervals in about 95 % of 400 runs that end by their error', async () => {
  const runs = 400
  let covered = 0
  let covered80 = 0
  for (let seed = 0; seed < runs; seed++) {
    const { state, ended } = await simulate({ relativeError: 0.06 }, seed)
    expect(ended).toBe('reached')
    const [lower, upper] = summarize(state.sums).communication.interval
    if (lower <= exactMean && exactMean <= upper) covered++
    const [low, high] = summarize(state.sums, 0.8).communication.interval
    if (low <= exactMean && exactMean <= high) covered80++
  }
  // With a coverage of 95 % fewer than 360 or more than 396 of 400 have a probability of 3e-5 and 5e-5; with 80 %, 280 and 358 have 1e-6.
  expect(covered).toBeGreaterThanOrEqual(360)
  expect(covered).toBeLessThanOrEqual(396)
  expect(covered80).toBeGreaterThanOrEqual(280)
  expect(covered80).toBeLessThanOrEqual(358)
}, 60_000)

it('ends when half of both intervals is small enough, looking at most once for each 10 % more blocks', async () => {
  const relativeError = 0.05
  const { state } = await simulate({ relativeError })
  const { mean, interval } = summarize(state.sums).communication
  expect((interval[1] - interval[0]) / 2).toBeLessThanOrEqual(relativeError * mean)
  const decision = stoppingDecision({ relativeError: 1e9 })
  // Any error will do: the looks are the states at which a run could end. Two batches make a block.
  const looks: number[] = []
  let sums: SimulationSums = noSimulationSums
  const { run } = synthetic(1)
  for (let blocks = 1; blocks <= 200; blocks++) {
    const next = await run(blocks)
    sums = {
      ...noSimulationSums,
      trials: 8 * blocks,
      communication: mergeRateSums(sums.communication, next.communication),
      sensing: mergeRateSums(sums.sensing, next.sensing),
    }
    if (decision.ended({ blocks, sums }) !== undefined) looks.push(blocks)
  }
  expect(looks[0]).toBe(32)
  for (let i = 1; i < looks.length; i++) {
    expect(looks[i]! / looks[i - 1]!).toBeGreaterThanOrEqual(1.1)
    expect(looks[i]! / looks[i - 1]!).toBeLessThan(1.14)
  }
})

it('compares half of the interval with the relative error', () => {
  // 64 batches with means of 1 ± 0.1: the standard error is 0.1/√63, and Student's t with 63 degrees of freedom 1.99834054252074.
  const batch = (rate: number) =>
    batchSums({ rates: Float64Array.of(rate), biases: Float64Array.of(0), sirs: Float64Array.of(1) })
  const communication = Array.from({ length: 64 }, (_, i) => batch(i % 2 === 0 ? 1.1 : 0.9)).reduce(mergeRateSums)
  const state = { blocks: 32, sums: { ...noSimulationSums, trials: 64, communication, sensing: communication } }
  const half = (1.99834054252074 * 0.1) / Math.sqrt(63)
  expect(stoppingDecision({ relativeError: 1.002 * half }).ended(state)).toBe('reached')
  expect(stoppingDecision({ relativeError: 0.998 * half }).ended(state)).toBeUndefined()
})

it('ends at a number of trials, in whole blocks, or at a greatest number without the error', async () => {
  expect((await simulate({ trials: 17 })).state.sums.trials).toBe(24)
  expect((await simulate({ trials: 24 })).state.sums.trials).toBe(24)
  const { state, ended } = await simulate({ relativeError: 1e-6, maximumTrials: 100 })
  expect([state.sums.trials, ended]).toEqual([104, 'maximum-trials'])
})

it.each([
  [{ trials: 0 }, /^trials must be an integer ≥ 1, got 0/],
  [{ trials: 1.5 }, /^trials must be/],
  [{ trials: Number.NaN }, /^trials must be/],
  [{ relativeError: 0 }, /^relativeError must be a number > 0/],
  [{ relativeError: Number.NaN }, /^relativeError must be/],
  [{ relativeError: 0.1, confidence: 1 }, /^confidence must be between 0 and 1/],
  [{ relativeError: 0.1, confidence: 0 }, /^confidence must be/],
  [{ relativeError: 0.1, maximumTrials: -3 }, /^maximumTrials must be/],
  [{ trials: '10' as never }, /^trials must be an integer ≥ 1, not a string, got 10/],
  [{} as never, /^relativeError must be given/],
] as const)('refuses %j', (rule, message) => {
  expect(() => stoppingDecision(rule)).toThrow(InvalidParameterError)
  expect(() => stoppingDecision(rule)).toThrow(message)
})

it.each([
  [{ relativeErrors: 0.1 }, /did you mean ‘relativeError’/],
  [{ relativeError: 0.1, maxTrials: 100 }, /did you mean ‘maximumTrials’/],
  [{ trials: 100, confidence: 0.9 }, /unknown option of a number of trials ‘confidence’/],
])('has no other members: %j', (rule, message) => {
  expect(() => stoppingDecision(rule as never)).toThrow(UnknownNameError)
  expect(() => stoppingDecision(rule as never)).toThrow(message)
})
