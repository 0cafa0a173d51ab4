import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import answer from './block-worker.js'
import { blockSimulator } from './simulate-block.js'
import { defineSimulation } from './simulation-definition.js'

const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel', seed: 5 })

it('answers with the block of the definition', () => {
  expect(answer({ definition: JSON.stringify(definition), block: 3 })).toEqual({
    sums: blockSimulator(definition).simulate(3),
  })
})

it('answers with what went wrong', () => {
  expect(answer({ definition: 'nothing', block: 3 })).toEqual({ failure: expect.any(SyntaxError) })
})
