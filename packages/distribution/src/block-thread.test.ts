import { defineNetwork } from '@isacnet/model'
import { blockSimulator, defineSimulation } from '@isacnet/simulation'
import { expect, it } from 'vitest'
import answer from './block-thread.js'

const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel', seed: 5 })

it('answers with the blocks of a job, the same whoever asked before', () => {
  const { simulate } = blockSimulator(definition)
  const job = { definition: JSON.stringify(definition), first: 4, count: 2 }
  const expected = JSON.stringify([simulate(4), simulate(5)])
  for (const seed of [1, 2]) {
    expect(answer(job)).toMatchObject({ sums: expected })
    answer({ definition: JSON.stringify({ ...definition, seed }), first: 0, count: 1 })
  }
})

it('says in which block it failed, and why', () => {
  const broken = JSON.stringify({ ...definition, network: null })
  expect(answer({ definition: broken, first: 7, count: 1 })).toEqual({ failure: expect.stringMatching(/^block 7: ./) })
})
