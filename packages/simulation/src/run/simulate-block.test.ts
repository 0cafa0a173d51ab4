import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import type { SimulationOptions } from '../definition/simulation-parameters.js'
import { mergeSimulationSums } from '../estimate/simulation-sums.js'
import { runSimulation } from './run-simulation.js'
import { blockSimulator } from './simulate-block.js'

const definition = (changes = {}, options: SimulationOptions = {}) =>
  defineSimulation(defineNetwork({ K: 2, L: 2, Q: 2, ...changes }), options)

it('has the same bits whenever it is computed', { timeout: 60_000 }, () => {
  const simulator = blockSimulator(definition())
  const block = simulator.simulate(3)
  simulator.simulate(4)
  expect(simulator.simulate(3)).toEqual(block)
  expect(blockSimulator(definition()).simulate(3)).toEqual(block)
  expect(block.trials).toBe(simulator.trialsPerBlock)
})

it('has other bits for another seed, block or network', { timeout: 60_000 }, () => {
  const rate = (seed: string, block: number, changes = {}) =>
    blockSimulator(definition(changes, { seed })).simulate(block).sensing.rate
  expect(new Set([rate('a', 0), rate('b', 0), rate('a', 1), rate('a', 0, { K: 3 })]).size).toBe(4)
})

it('merges in any order to the same bits, which are those of a run', { timeout: 60_000 }, async () => {
  const { simulate, trialsPerBlock } = blockSimulator(definition())
  const [a, b, c] = [simulate(0), simulate(1), simulate(2)] as const
  const merged = mergeSimulationSums(mergeSimulationSums(a, b), c)
  expect(mergeSimulationSums(a, mergeSimulationSums(c, b))).toEqual(merged)
  const run = await runSimulation(definition(), { until: { trials: 2 * trialsPerBlock + 1 } })
  expect(run).toEqual({ state: { blocks: 3, sums: merged }, ended: 'reached' })
})
