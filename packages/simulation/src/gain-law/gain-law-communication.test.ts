import { defineNetwork } from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { scriptedPoints } from '../../test/scripted-points.js'
import { twoPointLaw } from '../../test/two-point-law.js'
import { FarFieldRule } from './far-field-rule.js'
import { gainLawCommunication } from './gain-law-communication.js'

it('is the sum of interferers beyond the cluster and noise, in watts and kilometres', () => {
  // D = 8 − 2 − 2·(2 − 1) + 1 − 2 = 3, with K = 1, L = 2, J = 2, Q = 3.
  const network = defineNetwork({ Mt: 8, K: 1, L: 2, J: 2, Q: 3, lambda: 3, alpha: 3.4, N0: 0.5 })
  const shape = 3
  const sums = [0.3, 0.9, 1.4, 2.2]
  const gains = [0.7, 1.6]
  const drawn = 2.5
  const coordinates = [
    Math.exp(-0.3),
    -Math.expm1(-0.6),
    ...[Math.exp(-0.5), -Math.expm1(-0.7), Math.exp(-0.8), -Math.expm1(-1.6)],
  ]
  const trialAt = (uniform: number) => {
    const stream = { ...randomStream(1, 0, ''), gamma: () => drawn, uniform: () => uniform }
    return { ...gainLawCommunication(network, 2, scriptedPoints(coordinates), stream)() }
  }
  const [serving, , ...interferers] = sums.map((value) => Math.sqrt(value / (3 * Math.PI)))
  const signal = serving! ** -3.4
  const near = 0.5 + interferers.reduce((total, r, i) => total + gains[i]! * r ** -3.4, 0)
  // Σ g r^(−α) beyond the last, E gⁿ = n!.
  const far = [1, 2, 6, 24].map((moment, i) => {
    const power = 3.4 * (i + 1)
    return (2 * Math.PI * 3 * moment * interferers[1]! ** (2 - power)) / (power - 2)
  })
  const [atLower, atUpper] = [trialAt(0), trialAt(1)]
  const { mean, variance } = twoPointLaw(atLower, atUpper, { signal, shape, drawn })
  expect(mean / (near + far[0]!)).toBeCloseTo(1, 7)
  expect(variance / far[1]!).toBeCloseTo(1, 4)
  const rule = new FarFieldRule()
  rule.set(Float64Array.from(far))
  expect(atLower.bias / rule.remainder(near, shape * signal)).toBeCloseTo(1, 7)
})
