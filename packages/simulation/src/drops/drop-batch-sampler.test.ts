import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import type { Sampling } from '../definition/sampling.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import type { SimulationOptions } from '../definition/simulation-parameters.js'
import { mergeSimulationSums, noSimulationSums } from '../estimate/simulation-sums.js'
import { type SimulationSummary, summarize } from '../estimate/summarize.js'
import type { Estimate } from '../quantities/estimate.js'
import { blockSimulator } from '../run/simulate-block.js'

const run = (
  changes: Parameters<typeof defineNetwork>[0],
  options: SimulationOptions,
  blocks: number,
  sampling?: Sampling,
): SimulationSummary => {
  const { simulate } = blockSimulator(defineSimulation(defineNetwork(changes), options), sampling)
  let sums = noSimulationSums
  for (let block = 0; block < blocks; block++) sums = mergeSimulationSums(sums, simulate(block))
  return summarize(sums)
}

/** False alarms in 7e-6 of all seeds, each. */
const alarm = 4.5

const difference = (a: Estimate, b: Estimate): number =>
  Math.abs(a.mean - b.mean) / Math.hypot(a.standardError, b.standardError)

const kinds = ['communication', 'sensing'] as const

const expectSame = (a: SimulationSummary, b: SimulationSummary): void => {
  for (const kind of kinds) {
    expect(difference(a[kind], b[kind]), kind).toBeLessThan(alarm)
    for (const [k, { thresholdDb, mean }] of a[kind].coverage.entries())
      if (mean > 0.02 && mean < 0.98)
        expect(difference(a[kind].coverage[k]!, b[kind].coverage[k]!), `${kind}, ${thresholdDb} dB`).toBeLessThan(
          alarm + 0.5,
        )
  }
}

const loaded = { Mt: 12, K: 3, L: 2, J: 2, Q: 2 }
const channel = { fidelity: 'channel' } as const

describe('channel', { timeout: 60_000 }, () => {
  const sampled = run(loaded, { ...channel, seed: 'in law' }, 12)

  it('has the same law with literal precoders', () => {
    expectSame(sampled, run(loaded, { ...channel, seed: 'literal', precoders: 'literal' }, 12))
  })

  it('has the means and the coverage of plain sampling', () => {
    expectSame(sampled, run(loaded, { ...channel, seed: 'plain' }, 12, 'plain'))
  })

  it('counts requests: their mean is K(L − 1) + J(Q − 1), and more than M_t − K are abandoned', () => {
    const { nulling } = run({ ...loaded, Mt: 9 }, { ...channel }, 4)
    expect(nulling!.meanRequests).toBeCloseTo(5, 12)
    expect(nulling!.distribution.reduce((sum, p, n) => sum + n * p, 0)).toBeCloseTo(5, 12)
    const excess = nulling!.distribution.reduce((sum, p, n) => sum + Math.max(0, n - 6) * p, 0)
    expect(nulling!.abandonedFraction).toBeCloseTo(excess / 5, 12)
    expect(nulling!.abandonedFraction).toBeGreaterThan(0.05)
  })

  it('keeps to the bound of the bias that is asked for', () => {
    for (const relativeBias of [1e-2, 1e-3, 1e-4]) {
      const { communication, sensing } = run(loaded, { ...channel, relativeBias }, 3)
      for (const { mean, biasBound } of [communication, sensing]) expect(biasBound).toBeLessThan(relativeBias * mean)
    }
  })

  it('has noise and clutter, which lower what they meet', () => {
    // The same seed, hence the same drops and gains.
    const quiet = run(loaded, channel, 2)
    const noisy = run({ ...loaded, noisePower: 0.3 }, channel, 2)
    for (const kind of kinds) expect(noisy[kind].mean).toBeLessThan(0.99 * quiet[kind].mean)
    const cluttered = run({ ...loaded, lambda_x: 5, sigma_x: 0.3 }, channel, 2)
    expect(cluttered.sensing.mean).toBeLessThan(0.6 * quiet.sensing.mean)
    expect(difference(cluttered.communication, quiet.communication)).toBeLessThan(alarm)
  })
})

describe('under all assumptions', { timeout: 60_000 }, () => {
  const assumptions = ['mean-requests', 'gamma-gains', 'no-abandonment'] as const
  it.each([
    [loaded, 'bs-centric'],
    [{ ...loaded, Q: 3, alpha: 3, lambda: 2, noisePower: 0.2, beta: 1.7 }, 'target-centric'],
    [{ K: 2, L: 2, Q: 2, lambda_x: 6, sigma_x: 0.03 }, 'bs-centric'],
  ] as const)('channel is gain-law for a typical user: %j, %s', (changes, sensingClusters) => {
    expectSame(
      run(changes, { ...channel, sensingClusters, assumptions, seed: 'drops' }, 12),
      run(changes, { sensingClusters, seed: 'points' }, 4),
    )
  })
})

describe('typical cell', { timeout: 60_000 }, () => {
  const user = run({ K: 2, L: 2, Q: 2 }, { ...channel, seed: 1 }, 40)
  const cell = run({ K: 2, L: 2, Q: 2 }, { ...channel, typical: 'cell', seed: 2 }, 40)

  it('is another mean than a typical user: small cells count as much as large ones', () => {
    // 2.1 % of the rate, found with 2.6 times as many drops each.
    expect(cell.communication.mean).toBeGreaterThan(user.communication.mean)
    expect(difference(cell.communication, user.communication)).toBeGreaterThan(3)
  })

  it('runs with the gain laws as well', () => {
    const laws = run({ K: 2, L: 2, Q: 2 }, { typical: 'cell', seed: 3 }, 10)
    for (const kind of kinds) expect(Math.abs(laws[kind].mean / cell[kind].mean - 1)).toBeLessThan(0.1)
    expect(laws.nulling).toBeUndefined()
  })
})

describe('a hard-core process', { timeout: 60_000 }, () => {
  it('is the Poisson process for a tiny distance, and serves users better at a large one', () => {
    const poisson = run({ K: 2 }, { ...channel, seed: 1 }, 8)
    expectSame(poisson, run({ K: 2 }, { ...channel, hardCoreDistance: 1e-6, seed: 2 }, 8))
    const regular = run({ K: 2 }, { ...channel, hardCoreDistance: 0.45, seed: 3 }, 8)
    expect(regular.communication.mean).toBeGreaterThan(1.1 * poisson.communication.mean)
    expect(difference(regular.communication, poisson.communication)).toBeGreaterThan(2 * alarm)
  })

  it('runs with the gain laws, too', () => {
    const laws = run({ K: 2 }, { hardCoreDistance: 0.45, seed: 4 }, 8)
    const regular = run({ K: 2 }, { ...channel, hardCoreDistance: 0.45, seed: 3 }, 8)
    expect(Math.abs(laws.communication.mean / regular.communication.mean - 1)).toBeLessThan(0.1)
  })
})
