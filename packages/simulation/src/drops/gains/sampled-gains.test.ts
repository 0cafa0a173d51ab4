import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { defineSimulation } from '../../definition/simulation-definition.js'
import type { NetworkDrop } from '../geometry/network-drop.js'
import { sampledGains } from './sampled-gains.js'

const gainsOf = (K: number) =>
  sampledGains(defineSimulation(defineNetwork({ Mt: 20, K }), { fidelity: 'channel' }))({
    accepted: Int32Array.of(3, 12),
  } as unknown as NetworkDrop)

it('comes with what the theorems assume of the last gain, whichever BS that was of', () => {
  const gains = gainsOf(4)
  const random = randomStream(1, 0, 'gains')
  const assumed: number[] = []
  for (const b of [0, 1, 0, 1, 1]) {
    gains.interference(b, random)
    assumed.push(gains.lastAssumed!())
  }
  gains.target(0, 0, random)
  assumed.push(gains.lastAssumed!())
  expect(new Set(assumed).size).toBe(6)
  expect(assumed.every((gain) => gain > 0)).toBe(true)
})

it('is what the theorems assume where a BS has a single beam', () => {
  const gains = gainsOf(1)
  const random = randomStream(2, 0, 'gains')
  expect(gains.interference(1, random)).toBe(gains.lastAssumed!())
})
