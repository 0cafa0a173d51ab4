import { defineNetwork, InvalidParameterError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { mergeMoments, standardError } from './moments.js'
import { simulateBlock, trialsPerBlock } from './simulate-block.js'
import { simulateRates } from './simulate-rates.js'

const network = defineNetwork({ K: 3, L: 2 })

it('is its blocks, merged in their order', () => {
  const simulation = simulateRates(network, { seed: 5, trials: trialsPerBlock + 1 })
  expect(simulation.trials).toBe(2 * trialsPerBlock)
  const blocks = [0, 1].map((block) => simulateBlock(network, 'bs-centric', 5, block).communication.rate)
  const merged = mergeMoments(blocks[0]!, blocks[1]!)
  expect(simulation.communication.mean).toBe(merged.mean)
  expect(simulation.communication.standardError).toBe(standardError(merged))
})

it('has a far field whose bias is far below the standard error', () => {
  const { communication, sensing } = simulateRates(network, { seed: 5, trials: trialsPerBlock })
  for (const { bias, standardError: error } of [communication, sensing]) {
    expect(bias).toBeGreaterThan(0)
    expect(bias).toBeLessThan(error / 20)
  }
})

it('refuses a number of trials that is none', () => {
  for (const trials of [0, 2.5, Number.NaN])
    expect(() => simulateRates(network, { seed: 1, trials })).toThrow(InvalidParameterError)
})
