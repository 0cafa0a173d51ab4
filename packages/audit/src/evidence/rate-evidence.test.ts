import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { rate, summary, toolsThatSay } from '../../test/made-up-simulation.js'
import { rateEvidence } from './rate-evidence.js'

const network = defineNetwork({ lambda: 2, K: 3, J: 4, Mt: 20 })
const tools = toolsThatSay(() => summary(rate(1.5, 0.01, 0.002), rate(0.7, 0.02, 0.001)))

it.each([
  ['R_c', 'communication-rate', 1, communicationRate(network).value, 1.5, 0.01],
  ['T_c', 'communication-ase', 2 * 3, communicationRate(network).value, 1.5, 0.01],
  ['R_s', 'sensing-rate', 1, sensingRate(network).value, 0.7, 0.02],
  ['T_s', 'sensing-ase', 2 * 4, sensingRate(network).value, 0.7, 0.02],
] as const)('has %s both ways, in one unit', async (symbol, name, factor, exact, mean, standardError) => {
  const { quantity, theory, simulation, agrees } = await rateEvidence(tools, name, network, 'here')
  expect(quantity).toBe(`${symbol} at here`)
  expect(theory!.value / (factor * exact)).toBeCloseTo(1, 14)
  expect(simulation!.mean / (factor * mean)).toBeCloseTo(1, 14)
  expect(simulation!.standardError / (factor * standardError)).toBeCloseTo(1, 14)
  expect(simulation!.interval[0] / (factor * (mean - 4 * standardError))).toBeCloseTo(1, 14)
  expect(simulation!.interval[1] / (factor * (mean + 4 * standardError))).toBeCloseTo(1, 14)
  // Only R_c and T_c of these made-up rates could be near.
  expect(agrees).toBe(Math.abs(exact - mean) < 4 * standardError)
})

it('widens an interval by the bound of the bias, in the same unit', async () => {
  const exact = communicationRate(network).value
  const above = (bias: number) => toolsThatSay(() => summary(rate(exact - 0.041, 0.01, bias), rate(1, 1)))
  expect((await rateEvidence(above(0.0012), 'communication-ase', network, '')).agrees).toBe(true)
  expect((await rateEvidence(above(0.0008), 'communication-ase', network, '')).agrees).toBe(false)
})
