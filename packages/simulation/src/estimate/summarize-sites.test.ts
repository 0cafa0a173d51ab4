import { defineNetwork } from '@isacnet/model'
import { siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { readCheckpoint, simulationCheckpoint } from '../checkpoint/checkpoint.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import { runSimulation } from '../run/run-simulation.js'
import { blockSimulator } from '../run/simulate-block.js'
import { summarize } from './summarize.js'
import { summarizeSites } from './summarize-sites.js'

const sites = siteLayout({ x: Float64Array.of(0, 3, 0, 3, 0.4, 9), y: Float64Array.of(0, 0, 2, 2, 0.5, 9) }, {})
const network = defineNetwork({ K: 2, L: 2, J: 2, Q: 2, lambda: siteCells(sites).density })
const definition = defineSimulation(network, {
  fidelity: 'channel',
  sites,
  quantities: ['coverage:5dB', 'covered-density:5dB', 'percentile-rate:10%'],
})

it('has each site with its errors, per area of its own cell', { timeout: 60_000 }, async () => {
  const { state } = await runSimulation(definition, { until: { trials: 40_000 } })
  const found = summarizeSites(state.sums, definition)
  expect(found.map(({ site }) => site)).toEqual([0, 1, 2, 3, 4, 5])
  const { cells } = siteCells(sites)
  for (const { site, area, communication, sensing } of found) {
    expect(area).toBe(cells[site]!.area)
    const { rate, ase, quantities } = communication!
    expect(ase.mean / rate.mean).toBeCloseTo(2 / area, 10)
    expect(ase.standardError / rate.standardError).toBeCloseTo(2 / area, 10)
    expect(sensing!.ase.mean / sensing!.rate.mean).toBeCloseTo(2 / area, 10)
    expect(rate.biasBound).toBeGreaterThanOrEqual(0)
    const [coverage, density] = [quantities['coverage:5dB']!, quantities['covered-density:5dB']!]
    expect(density.mean / coverage.mean).toBeCloseTo(2 / area, 9)
    const percentile = quantities['percentile-rate:10%']!
    expect(percentile.mean).toBeLessThan(rate.mean)
    expect(percentile.interval[0]).toBeLessThan(percentile.mean)
    expect(percentile.interval[1]).toBeGreaterThan(percentile.mean)
  }
  // A percentile of the rate that 10 % of trials are below, by their coverage at the same SIR.
  const threshold = Math.expm1(found[0]!.communication!.quantities['percentile-rate:10%']!.mean)
  const again = defineSimulation(network, {
    fidelity: 'channel',
    sites,
    quantities: [`coverage:${10 * Math.log10(threshold)}dB`],
    seed: 2,
  })
  const [covered] = Object.values(
    summarizeSites((await runSimulation(again, { until: { trials: 40_000 } })).state.sums, again)[0]!.communication!
      .quantities,
  )
  expect(covered!.mean).toBeCloseTo(0.9, 2)
})

it('ends when each site is as precise as it is to be', { timeout: 60_000 }, async () => {
  const relativeError = 0.004
  const typical = await runSimulation(definition, { until: { relativeError } })
  const every = await runSimulation(definition, { until: { relativeError, everySite: true } })
  expect(every.state.blocks).toBeGreaterThan(typical.state.blocks)
  const widths = (run: typeof every): number[] =>
    summarizeSites(run.state.sums, definition).flatMap(({ communication, sensing }) =>
      [communication!, sensing!].map(({ rate }) => (rate.interval[1] - rate.interval[0]) / 2 / rate.mean),
    )
  expect(Math.max(...widths(every))).toBeLessThanOrEqual(relativeError)
  expect(Math.max(...widths(typical))).toBeGreaterThan(relativeError)
})

it('goes on from a checkpoint to the same bits', { timeout: 60_000 }, async () => {
  const whole = await runSimulation(definition, { until: { trials: 30_000 } })
  const half = await runSimulation(definition, { until: { trials: 9_000 } })
  const saved = readCheckpoint(simulationCheckpoint(definition, half.state))
  expect(saved.definition).toEqual(definition)
  expect(saved.state).toEqual(half.state)
  expect(await runSimulation(saved.definition, { until: { trials: 30_000 }, from: saved.state })).toEqual(whole)
  const spoiled = (change: (sites: Record<string, Record<string, unknown>>) => void): string => {
    const content = JSON.parse(simulationCheckpoint(definition, half.state))
    change(content.state.sums.sites)
    return JSON.stringify(content)
  }
  expect(() => readCheckpoint(spoiled((sums) => delete sums.communication!.bias))).toThrow(/bias/)
  expect(() => readCheckpoint(spoiled((sums) => Object.assign(sums, { batches: 1 })))).toThrow(
    /sums.sites has 1 batches/,
  )
  expect(() => readCheckpoint(spoiled((sums) => Object.assign(sums.sensing!, { bias: [1] })))).toThrow(
    /sums.sites.sensing.bias must have 6 numbers, not 1/,
  )
  const rate = { mean: new Array(6).fill(9e9), squared: new Array(6).fill(1) }
  expect(() => readCheckpoint(spoiled((sums) => Object.assign(sums.sensing!, { rate })))).toThrow(/squared\[0\]/)
  expect(() => readCheckpoint(spoiled((sums) => Object.assign(sums.sensing!, { distributions: [1] })))).toThrow(
    /distributions must be one for each of 6 sites, or none/,
  )
})

it('is about a simulation of sites, and of these', () => {
  const sums = blockSimulator(definition).simulate(0)
  expect(summarize(sums, 0.95, definition).nulling!.meanRequests).toBeCloseTo(4, 9)
  const { sites: _, ...others } = definition
  expect(() => summarizeSites(sums, others)).toThrow('sites must be those of a simulation of sites, got none')
  const fewer = siteLayout({ x: Float64Array.of(0, 3, 1), y: Float64Array.of(0, 2, 1) })
  expect(() => summarizeSites(sums, { ...definition, sites: fewer })).toThrow(
    'sites must be those that were simulated, got 3',
  )
  expect(() => summarizeSites(sums, definition, 2)).toThrow(/^confidence must be/)
})
