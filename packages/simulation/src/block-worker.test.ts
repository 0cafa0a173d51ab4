import { defineNetwork } from '@isacnet/model'
import { expect, it, vi } from 'vitest'
import { blockSimulator } from './simulate-block.js'
import { defineSimulation } from './simulation-definition.js'

const definition = vi.hoisted(() => ({ value: undefined as unknown }))
vi.mock('node:worker_threads', () => ({
  get workerData() {
    return definition.value
  },
}))

it('answers with the block of the definition that it was started with', async () => {
  const simulation = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel', seed: 5 })
  definition.value = structuredClone(simulation)
  const { default: answer } = await import('./block-worker.js')
  expect(answer(3)).toEqual({ sums: blockSimulator(simulation).simulate(3) })
})
