import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { integralBeyond } from '../../../test/integral-beyond.js'
import { farInterference } from './far-interference.js'

it.each([
  [4, 1, 3],
  [2.6, 5, 0.7],
  [3.5, 12, 40],
])('is what rings of a Poisson process send, for α = %d and K = %d beyond λr² = %d', (alpha, K, edge) => {
  const { mean, variance } = farInterference(edge, defineNetwork({ alpha, K }))
  // With λ = 1 there are 2πr dr points in a ring, π de with e = r². The second moment of a gain is K² and its variance, which is
  // K(1 + (K − 1)/2) where a BS has used all of its antennas (K = 1: 1).
  const secondMoment = K * K + K + (K * (K - 1)) / 2
  const exactMean = integralBeyond(edge, (e) => Math.PI * K * e ** (-alpha / 2))
  const exactVariance = integralBeyond(edge, (e) => Math.PI * secondMoment * e ** -alpha)
  expect(Math.abs(mean / exactMean - 1)).toBeLessThan(1e-4)
  expect(Math.abs(variance / exactVariance - 1)).toBeLessThan(1e-4)
})
