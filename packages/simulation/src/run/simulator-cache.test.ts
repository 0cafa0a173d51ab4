import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import { blockSimulator } from './simulate-block.js'
import { simulatorCache } from './simulator-cache.js'

const definitions = [1, 2, 3].map((K) => defineSimulation(defineNetwork({ K }), { fidelity: 'channel' }))
const [a = '', b = '', c = ''] = definitions.map((definition) => JSON.stringify(definition))

it('gives the simulator of the definition', () => {
  const simulatorOf = simulatorCache(2)
  for (const definition of definitions)
    expect(simulatorOf(JSON.stringify(definition)).simulate(1)).toEqual(blockSimulator(definition).simulate(1))
})

it('keeps those that were used last', () => {
  const simulatorOf = simulatorCache(2)
  const [first, second] = [simulatorOf(a), simulatorOf(b)]
  expect(simulatorOf(a)).toBe(first)
  simulatorOf(c)
  expect(simulatorOf(a)).toBe(first)
  expect(simulatorOf(b)).not.toBe(second)
})
