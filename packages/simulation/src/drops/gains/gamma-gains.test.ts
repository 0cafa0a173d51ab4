import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { gammaGains } from './gamma-gains.js'

/** ∫ xⁿ x^(K−1)e^(−x) dx by the trapezoidal rule in ln x. */
const moment = (K: number, n: number): number => {
  let sum = 0
  for (let y = -40; y < 8; y += 1 / 64) sum += Math.exp((K + n) * y - Math.exp(y)) / 64
  return sum
}

it('has itself as what the theorems assume', () => {
  const definition = defineSimulation(defineNetwork({ K: 3 }), { fidelity: 'channel' })
  const gains = gammaGains(definition)({ accepted: Int32Array.of(0) } as unknown as NetworkDrop)
  const random = randomStream(1, 0, 'gains')
  expect(gains.interference(0, random)).toBe(gains.lastAssumed!())
  expect(gains.target(0, 0, random)).toBe(gains.lastAssumed!())
})

it.each([1, 3, 8])('has the moments of Γ(%d, 1), and the diversity order of what each BS accepted', (K) => {
  const definition = defineSimulation(defineNetwork({ Mt: 20, K }), { fidelity: 'channel' })
  const gains = gammaGains(definition)({ accepted: Int32Array.of(0, 4) } as unknown as NetworkDrop)
  const [mass, mean, square] = [moment(K, 0), moment(K, 1), moment(K, 2)]
  expect(gains.variance(1)).toBeCloseTo(square / mass - (mean / mass) ** 2, 9)
  expect(gains.targetShape).toBeCloseTo(mean / mass, 9)
  expect([gains.desiredShape(0), gains.desiredShape(1)]).toEqual([21 - K, 17 - K])
})
