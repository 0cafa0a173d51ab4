import { defineNetwork } from '@isacnet/model'
import type { SimulatedRate } from '@isacnet/simulation'
import { expect, it } from 'vitest'
import { simulatedQuantity } from './simulated-quantity.js'

const rate = (mean: number, standardError: number, half: number): SimulatedRate => ({
  mean,
  standardError,
  interval: [mean - half, mean + half],
  biasBound: 0,
  coverage: [],
})
const summary = {
  trials: 1,
  confidence: 0.95,
  communication: rate(2, 0.01, 0.02),
  sensing: rate(0.5, 0.003, 0.005),
  nulling: undefined,
}
const network = defineNetwork({ lambda: 2, K: 3, J: 10 })

it.each([
  ['communication-rate', 2, 0.01, 0.02],
  ['sensing-rate', 0.5, 0.003, 0.005],
  ['communication-ase', 12, 0.06, 0.12],
  ['sensing-ase', 10, 0.06, 0.1],
] as const)('%s is its rate times what it is of', (quantity, mean, standardError, half) => {
  const found = simulatedQuantity(network, quantity, 'gain-law', summary)
  expect(found.mean).toBeCloseTo(mean, 13)
  expect(found.standardError).toBeCloseTo(standardError, 14)
  expect(found.interval[0]).toBeCloseTo(mean - half, 13)
  expect(found.interval[1]).toBeCloseTo(mean + half, 13)
})

it.each([
  ['gain-law', Math.hypot(0.06, 0.06), Math.hypot(0.12, 0.1)],
  ['channel', 0.12, 0.22],
] as const)('the sum of both of %s has their errors combined', (fidelity, standardError, half) => {
  const found = simulatedQuantity(network, 'sum-ase', fidelity, summary)
  expect(found.mean).toBeCloseTo(22, 13)
  expect(found.standardError).toBeCloseTo(standardError, 14)
  expect(found.interval[0]).toBeCloseTo(22 - half, 13)
  expect(found.interval[1]).toBeCloseTo(22 + half, 13)
})

it('is a chosen quantity of its service, which the simulation must have', () => {
  const coverage = { mean: 0.9, standardError: 0.01, interval: [0.88, 0.92] as const }
  const withCoverage = { ...summary, sensing: { ...summary.sensing, quantities: { 'coverage:0dB': coverage } } }
  expect(simulatedQuantity(network, 'sensing-coverage:0dB', 'gain-law', withCoverage)).toEqual(coverage)
  expect(() => simulatedQuantity(network, 'sensing-coverage:3dB', 'gain-law', withCoverage)).toThrow(
    'nothing of the simulation is called sensing-coverage:3dB',
  )
})

it('is the T_c that a simulation of Poisson users found, which does not follow from the rate', () => {
  const achieved = { mean: 5, standardError: 0.1, interval: [4.8, 5.2] as const }
  const share = { mean: 0.9, standardError: 0.01, interval: [0.88, 0.92] as const }
  const service = { ase: achieved, servedShare: share }
  const loaded = { ...summary, load: { communication: service, sensing: service, activeShare: share } }
  const users = defineNetwork({ K: 3, lambda_u: 3 })
  expect(simulatedQuantity(users, 'communication-ase', 'channel', loaded)).toEqual(achieved)
  expect(simulatedQuantity(users, 'communication-rate', 'channel', loaded).mean).toBe(2)
})
