import { assumptionNames, defineNetwork, type Network, services } from '@isacnet/model'
import { expect, it } from 'vitest'
import type { SimulationControl } from '../definition/simulation-control.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import type { SimulationOptions } from '../definition/simulation-parameters.js'
import { mergeSimulationSums, type SimulationSums } from '../estimate/simulation-sums.js'
import { summarize } from '../estimate/summarize.js'
import { inProcessRunner } from './block-runner.js'
import { runSimulation } from './run-simulation.js'
import { blockSimulator } from './simulate-block.js'

/** A control with the exact rates, as `isacnet evaluate` prints them. */
const controlOf = (transmitAntennas: number, communication: number, sensing: number): SimulationControl => ({
  transmitAntennas,
  communication: { mean: communication, errorEstimate: 1e-9 },
  sensing: { mean: sensing, errorEstimate: 1e-9 },
})

const spare = defineNetwork({ Mt: 20, K: 5, L: 2, J: 2, Q: 2 })
const spareControl = controlOf(20, 2.563599733, 2.032505117)

const channel = (network: Network, control?: SimulationControl, options: SimulationOptions = {}) =>
  defineSimulation(network, {
    fidelity: 'channel',
    seed: 'controlled',
    ...options,
    ...(control === undefined ? {} : { control }),
  })

const blocksOf = (definition: ReturnType<typeof defineSimulation>, count: number): SimulationSums => {
  const { simulate } = blockSimulator(definition)
  return Array.from({ length: count }, (_, block) => simulate(block)).reduce(mergeSimulationSums)
}

it('changes no number but the rates’ and their errors', { timeout: 60_000 }, () => {
  const [without, controlled] = [blocksOf(channel(spare), 4), blocksOf(channel(spare, spareControl), 4)]
  const [plain, found] = [summarize(without), summarize(controlled)]
  for (const { service } of services) {
    const { control: _, ...others } = controlled[service]
    expect(others).toEqual(without[service])
    const { mean, standardError, interval } = plain[service]
    expect(found[service].control!.uncontrolled).toEqual({ mean, standardError, interval })
    expect(found[service].coverage).toEqual(plain[service].coverage)
  }
  expect(found.nulling).toEqual(plain.nulling)
  expect(plain.communication).not.toHaveProperty('control')
})

it('takes most of the variance where there are antennas to spare', { timeout: 60_000 }, () => {
  const { communication, sensing } = summarize(blocksOf(channel(spare, spareControl), 8))
  for (const { control, standardError, biasBound, mean } of [communication, sensing]) {
    expect(control!.varianceRatio).toBeGreaterThan(30)
    expect((control!.uncontrolled.standardError / standardError) ** 2).toBe(control!.varianceRatio)
    expect(control!.coefficient).toBeGreaterThan(0.9)
    expect(control!.coefficient).toBeLessThan(1.1)
    expect(control!.biasBound).toBeGreaterThan(0)
    expect(control!.biasBound).toBeLessThan(1e-4 * mean)
    expect(biasBound).toBeLessThan(1e-4 * mean)
  }
})

it('is the exact rate under all assumptions of the theorems', { timeout: 60_000 }, () => {
  const summary = summarize(blocksOf(channel(spare, spareControl, { assumptions: assumptionNames }), 2))
  for (const { service } of services) {
    expect(summary[service].mean).toBeCloseTo(spareControl[service].mean, 9)
    expect(summary[service].standardError).toBeLessThan(1e-7)
    expect(summary[service].control!.coefficient).toBeCloseTo(1, 6)
  }
})

it('takes any network that grants every request where the simulated one doesn’t', { timeout: 120_000 }, async () => {
  const overloaded = defineNetwork({ Mt: 20, K: 2, L: 2, J: 10, Q: 3 })
  // The exact rates of 24 and of 30 antennas, on average with none to spare and with 6.
  const controls = [controlOf(24, 1.492881654, 2.325216903), controlOf(30, 3.126368371, 2.325216903)]
  const plain = summarize(blocksOf(channel(overloaded), 64))
  for (const control of controls) {
    const found = summarize(blocksOf(channel(overloaded, control, { seed: control.transmitAntennas }), 16))
    expect(found.nulling!.abandonedFraction).toBeGreaterThan(0.05)
    for (const { service } of services) {
      const { mean, standardError } = found[service]
      const error = Math.hypot(standardError, plain[service].standardError)
      expect(found[service].control!.varianceRatio).toBeGreaterThan(2)
      // A mean of the control that is wrong by 5 % would show.
      expect(Math.abs(mean - plain[service].mean)).toBeLessThan(4 * error)
      expect(error).toBeLessThan(0.006 * mean)
    }
  }
})

it('has the same bits in any order of blocks, and after an interruption', { timeout: 60_000 }, async () => {
  const definition = channel(spare, spareControl)
  const { simulate } = blockSimulator(definition)
  const [a, b, c] = [simulate(0), simulate(1), simulate(2)] as const
  const merged = mergeSimulationSums(mergeSimulationSums(a, b), c)
  expect(mergeSimulationSums(c, mergeSimulationSums(b, a))).toEqual(merged)
  const { trialsPerBlock } = blockSimulator(definition)
  const part = await runSimulation(definition, { until: { trials: trialsPerBlock } })
  const whole = await runSimulation(definition, { until: { trials: 3 * trialsPerBlock }, from: part.state })
  expect(whole.state.sums).toEqual(merged)
  expect(await inProcessRunner(definition).run(1)).toEqual(b)
})

it('takes the variance of coverage probabilities whose exact means are given, of no others', {
  timeout: 60_000,
}, () => {
  const quantities = ['coverage:0dB', 'coverage:10dB', 'median-rate']
  const coverage = { mean: 0.8798119, errorEstimate: 1e-7 }
  const withCoverage = {
    ...spareControl,
    communication: { ...spareControl.communication, quantities: { 'coverage:0dB': coverage } },
  }
  const estimates = [undefined, withCoverage].map((control) => {
    const definition = channel(spare, control, { quantities })
    return summarize(blocksOf(definition, 16), 0.95, definition).communication.quantities!
  })
  const [plain, found] = estimates as [(typeof estimates)[0], (typeof estimates)[0]]
  const error = plain['coverage:0dB']!.standardError
  expect(found['coverage:0dB']!.standardError).toBeLessThan(error / 2)
  expect(Math.abs(found['coverage:0dB']!.mean - plain['coverage:0dB']!.mean)).toBeLessThan(4 * error)
  expect(Object.keys(found['coverage:0dB']!)).toEqual(['mean', 'standardError', 'interval'])
  for (const name of ['coverage:10dB', 'median-rate']) expect(found[name]).toEqual(plain[name])
})

it('ends a run sooner', { timeout: 60_000 }, async () => {
  const { state, ended } = await runSimulation(channel(spare, spareControl), {
    until: { relativeError: 0.005, maximumTrials: 20_000 },
  })
  expect(ended).toBe('reached')
  const found = summarize(state.sums)
  for (const { service } of services) {
    const { interval, mean } = found[service].control!.uncontrolled
    expect((interval[1] - interval[0]) / 2).toBeGreaterThan(3 * 0.005 * mean)
  }
})

it('is left out of a block alone, and of plain sampling', { timeout: 60_000 }, () => {
  const definition = channel(spare, spareControl)
  const alone = summarize(blocksOf(definition, 1)).communication
  expect(alone).not.toHaveProperty('control')
  expect(alone.standardError).toBe(summarize(blocksOf(channel(spare), 1)).communication.standardError)
  expect(blockSimulator(definition, 'plain').simulate(0).sensing).not.toHaveProperty('control')
})
