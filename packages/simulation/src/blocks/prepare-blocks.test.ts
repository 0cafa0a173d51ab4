import { defineNetwork, UnknownNameError } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation } from '../definition/simulation-definition.js'
import { blockSimulator } from '../run/simulate-block.js'
import prepareBlocks from './prepare-blocks.js'

const definition = defineSimulation(defineNetwork({ K: 2 }), { fidelity: 'channel', seed: 5 })

it('gives the blocks of the definition', () => {
  expect(prepareBlocks(JSON.stringify(definition))(3)).toEqual(blockSimulator(definition).simulate(3))
})

it('throws what is wrong with it', () => {
  expect(() => prepareBlocks(JSON.stringify({ ...definition, fidelity: 'none' }))).toThrow(UnknownNameError)
  expect(() => prepareBlocks('nothing')).toThrow(SyntaxError)
})
