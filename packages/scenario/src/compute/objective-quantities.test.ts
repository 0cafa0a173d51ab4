import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { objectiveQuantities, objectiveQuantityNames } from './objective-quantities.js'

it('are rates and efficiencies of both services, efficiencies first', () => {
  expect(objectiveQuantityNames).toEqual(['Tc', 'Ts', 'Rc', 'Rs'])
  const network = defineNetwork({ K: 3, J: 2, lambda: 4 })
  expect(objectiveQuantities(network, { communication: 2, sensing: 3 })).toEqual({ Rc: 2, Rs: 3, Tc: 24, Ts: 24 })
})
