import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { gainLawCommunicationTrial } from './gain-law-communication.js'
import { gainLawSensingTrial } from './gain-law-sensing.js'
import { simulateBlock, trialsPerBlock } from './simulate-block.js'

const network = defineNetwork({ K: 2, L: 2, Q: 2 })

it('has the same bits whenever it is computed', () => {
  const block = simulateBlock(network, 'bs-centric', 'seed', 3)
  simulateBlock(network, 'bs-centric', 'seed', 4)
  expect(simulateBlock(network, 'bs-centric', 'seed', 3)).toEqual(block)
  expect(block.communication.rate.count).toBe(trialsPerBlock)
})

it('has other bits for another seed, block or network', () => {
  const mean = (seed: string, block: number, changes = {}) =>
    simulateBlock(defineNetwork({ K: 2, L: 2, Q: 2, ...changes }), 'bs-centric', seed, block).sensing.rate.mean
  const means = [mean('a', 0), mean('b', 0), mean('a', 1), mean('a', 0, { K: 3 })]
  expect(new Set(means).size).toBe(4)
})

it('leaves communication as it is when sensing changes', () => {
  const one = simulateBlock(network, 'bs-centric', 1, 0)
  const other = simulateBlock(network, 'target-centric', 1, 0)
  expect(other.communication).toEqual(one.communication)
  expect(other.sensing.rate.mean).not.toBe(one.sensing.rate.mean)
})

it('covers as a single antenna with Rayleigh fading does', () => {
  // M_t = 1, α = 4: P(SIR > T) = 1/(1 + √T arctan √T) (Andrews, Baccelli and Ganti 2011).
  const trial = gainLawCommunicationTrial(defineNetwork({ Mt: 1 }), randomStream(20261123, 0, 'coverage'))
  const trials = 40_000
  const counts = [0.1, 1, 10].map((threshold) => ({ threshold, above: 0 }))
  for (let i = 0; i < trials; i++) {
    const { rate } = trial()
    for (const count of counts) if (Math.expm1(rate) > count.threshold) count.above++
  }
  for (const { threshold, above } of counts) {
    const p = 1 / (1 + Math.sqrt(threshold) * Math.atan(Math.sqrt(threshold)))
    // Five standard errors: false alarms in 6e-7 of all seeds, each.
    expect(Math.abs(above / trials - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / trials))
  }
})

it('has one law for Q = 1 in both readings', () => {
  const sample = (clusters: 'bs-centric' | 'target-centric'): number => {
    const trial = gainLawSensingTrial(defineNetwork(), clusters, randomStream(7, 0, clusters))
    let sum = 0
    for (let i = 0; i < 20_000; i++) sum += trial().rate
    return sum / 20_000
  }
  // A trial's standard deviation is below 1.8: five standard errors of the difference.
  expect(Math.abs(sample('bs-centric') - sample('target-centric'))).toBeLessThan(5 * 1.8 * Math.sqrt(2 / 20_000))
})
