import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { inProcessRunner } from './block-runner.js'
import { blockSimulator } from './simulate-block.js'
import { defineSimulation } from './simulation-definition.js'

it('computes blocks in this thread, in any order, and lets other work have its turn', async () => {
  const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel', seed: 5 })
  const { simulate } = blockSimulator(definition)
  const runner = inProcessRunner(definition)
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 0)
  for (const block of [2, 0, 1]) expect(await runner.run(block)).toEqual(simulate(block))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
  expect(runner.concurrency).toBe(1)
  await runner.close()
})
