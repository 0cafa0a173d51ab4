import { communicationRate, sensingRate, sirQuantityValue } from '@isacnet/analysis'
import type { Quantity } from '@isacnet/drawing'
import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import type { CurveDefinition } from '../definition/figure-definition.js'
import { evaluateQuantity } from './evaluate-quantity.js'

const network = defineNetwork({ K: 3, L: 2, J: 2, Q: 3, lambda: 4 })
const curve = (quantity: Quantity): CurveDefinition => ({
  member: '',
  methodName: '',
  quantity,
  communicationMethod: 'theorem-1',
  sensingMethod: 'theorem-3',
  at: () => undefined,
})
const communication = communicationRate(network, { method: 'theorem-1' })
const sensing = sensingRate(network, { method: 'theorem-3' })

it.each([
  ['communication-rate', 1, 0],
  ['sensing-rate', 0, 1],
  ['communication-ase', 4 * 3, 0],
  ['sensing-ase', 0, 4 * 2],
  ['sum-ase', 4 * 3, 4 * 2],
] as const)('%s is %d R_c + %d R_s, and its error likewise', (quantity, ofCommunication, ofSensing) => {
  const { value, errorEstimate } = evaluateQuantity(network, curve(quantity), 0)
  expect(value).toBeCloseTo(ofCommunication * communication.value + ofSensing * sensing.value, 12)
  expect(errorEstimate).toBeCloseTo(
    ofCommunication * communication.errorEstimate + ofSensing * sensing.errorEstimate,
    20,
  )
})

it('takes quantities of the law of the SIR, one for each abscissa, and values of one’s own', () => {
  const ccdf = {
    ...curve('communication-rate'),
    communicationMethod: 'exact' as const,
    quantity: (x: number) => `communication-coverage:${x}dB`,
  }
  for (const x of [-3, 10])
    expect(evaluateQuantity(network, ccdf, x)).toEqual(sirQuantityValue(`coverage:${x}`, 'communication', network))
  const own = { ...ccdf, value: (_: unknown, x: number) => ({ value: 2 * x, errorEstimate: 0 }) }
  expect(evaluateQuantity(network, own, 3).value).toBe(6)
})

it('takes the exact methods unless told otherwise', () => {
  const { communicationMethod: _c, sensingMethod: _s, ...exact } = curve('sum-ase')
  expect(evaluateQuantity(network, exact, 0).value).toBeCloseTo(
    12 * communicationRate(network).value + 8 * sensingRate(network).value,
    12,
  )
})
