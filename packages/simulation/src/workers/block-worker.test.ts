import { defineNetwork, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import { blockSimulator } from '../run/simulate-block.js'
import answer from './block-worker.js'

const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel', seed: 5 })

it('answers with the block of the definition', () => {
  expect(answer({ definition: JSON.stringify(definition), block: 3 })).toEqual({
    sums: blockSimulator(definition).simulate(3),
  })
})

it('answers with what went wrong, and its code', () => {
  const text = JSON.stringify({ ...definition, fidelity: 'none' })
  expect(answer({ definition: text, block: 3 })).toMatchObject({
    failure: expect.any(UnknownNameError),
    code: 'unknown-name',
  })
})

it('answers with what is no error of these packages', () => {
  expect(answer({ definition: 'nothing', block: 3 })).toEqual({ failure: expect.any(SyntaxError) })
})
