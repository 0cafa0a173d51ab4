import { defineNetwork } from '@isacnet/model'
import { expect, it, vi } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import { summarize } from '../estimate/summarize.js'
import { inProcessRunner } from './block-runner.js'
import { blockSimulator } from './simulate-block.js'

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

it('lets other work have its turn between the batches of a block, and gives it up when it is closed', async () => {
  const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel' })
  const runner = inProcessRunner(definition)
  // Every batch takes longer than a turn.
  let time = 0
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (time += 25))
  const timers = vi.spyOn(globalThis, 'setTimeout')
  try {
    await runner.run(0)
    // The pilot, which blocks share, has its pauses as well.
    expect(timers.mock.calls.length).toBeGreaterThan(8)
    timers.mockClear()
    const sums = await runner.run(2)
    expect(timers.mock.calls.length).toBe(sums.trials / 128)
    const block = runner.run(1)
    setTimeout(() => void runner.close(), 0)
    await expect(block).rejects.toThrow('the runner is closed')
  } finally {
    clock.mockRestore()
    timers.mockRestore()
  }
})

it('tells of the first trials of a block before it is whole, and changes no bit of it', async () => {
  for (const [fidelity, batch] of [
    ['gain-law', 1024],
    ['channel', 128],
  ] as const) {
    const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity, seed: 5 })
    const told: { block: number; trials: number; rates: number; mean: number }[] = []
    const runner = inProcessRunner(definition, {
      onBatch: (block, { sums, rates }) => {
        const { trials, communication } = summarize(sums)
        const mean = rates.communication.reduce((sum, rate) => sum + rate, 0) / rates.communication.length
        if (sums.communication.batches === 1) expect(communication.mean).toBeCloseTo(mean, 12)
        told.push({ block, trials, rates: rates.communication.length, mean })
      },
    })
    const whole = await runner.run(1)
    expect(whole).toEqual(blockSimulator(definition).simulate(1))
    // The last batch is the block's.
    expect(told.map(({ trials }) => trials)).toEqual(
      Array.from({ length: whole.trials / batch - 1 }, (_, index) => batch * (index + 1)),
    )
    expect(told.every(({ block, rates, mean }) => block === 1 && rates === batch && mean > 0)).toBe(true)
  }
  expect(() => inProcessRunner(defineSimulation(defineNetwork()), { onBatch: 1 as never })).toThrow('onBatch')
})
