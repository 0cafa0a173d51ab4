import { defineNetwork, echoGain, type Network } from '@isacnet/model'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { scriptedPoints } from '../../test/scripted-points.js'
import { twoPointLaw } from '../../test/two-point-law.js'
import type { Trial } from '../trials/trial.js'
import { FarFieldRule } from './far-field-rule.js'
import { gainLawSensing } from './gain-law-sensing.js'

const drawn = 1.7

/** A drawn gain that is known, and the lower (0) or the upper (1) of the two values of the far field. */
const choosing = (uniform: number): RandomStream => ({
  ...randomStream(1, 0, ''),
  gamma: () => drawn,
  uniform: () => uniform,
})

/** Cumulants of what points of a density send from beyond a distance: each has the moments of a gain times r^(−exponent). */
const beyond = (distance: number, density: number, exponent: number, moments: readonly number[]): number[] =>
  moments.map((moment, i) => {
    const power = exponent * (i + 1)
    return (2 * Math.PI * density * moment * distance ** (2 - power)) / (power - 2)
  })

/** Likewise of points outside the disc of radius w around a place at the distance R, by the midpoint rule over rings and angles. */
const beyondDisc = (w: number, R: number, density: number, exponent: number, moments: readonly number[]): number[] =>
  moments.map((moment, i) => {
    const [rings, angles] = [3000, 64]
    let sum = 0
    for (let ring = 0; ring < rings; ring++) {
      const x = (ring + 0.5) / rings
      const r = w / x ** 3
      for (let angle = 0; angle < angles; angle++) {
        const squared = r * r + R * R - 2 * r * R * Math.cos((2 * Math.PI * (angle + 0.5)) / angles)
        sum += (squared ** ((-exponent * (i + 1)) / 2) * r * 3 * r) / x
      }
    }
    return (density * moment * 2 * Math.PI * sum) / (rings * angles)
  })

/** Moments of Γ(1, 1). */
const exponential = [1, 2, 6, 24]

const compare = (
  network: Network,
  clusters: 'bs-centric' | 'target-centric',
  coordinates: readonly number[],
  expected: { readonly target: number; readonly near: number; readonly far: readonly number[] },
): void => {
  const trialAt = (uniform: number): Trial => {
    const next = gainLawSensing(network, clusters, 2, scriptedPoints(coordinates), choosing(uniform))
    return { ...next() }
  }
  const signal = echoGain(network) * expected.target ** (-2 * network.echoPathLossExponent)
  const [atLower, atUpper] = [trialAt(0), trialAt(1)]
  const { mean, variance } = twoPointLaw(atLower, atUpper, { signal, shape: 1, drawn })
  expect(Math.abs(mean / (expected.near + expected.far[0]!) - 1)).toBeLessThan(1e-5)
  expect(Math.abs(variance / expected.far[1]! - 1)).toBeLessThan(1e-3)
  const rule = new FarFieldRule()
  rule.set(Float64Array.from(expected.far))
  expect(Math.abs(atLower.bias / rule.remainder(expected.near, signal) - 1)).toBeLessThan(1e-3)
}

const sum = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + b[i]!)

it('is the sum of interferers, clutter and noise around the serving BS, in watts and kilometres', () => {
  // The echo is so weak that the bound of the bias depends on it.
  const clutter = { lambda_x: 3, sigma_x: 0.2, rho_x: 0.6 }
  const network = defineNetwork({ lambda: 2, alpha: 3.2, beta: 1.7, N0: 0.4, xi2: 1e-3, ...clutter })
  // The target's area; a scatterer; two interferers beyond the hole with their gains; another scatterer.
  const u = 0.1
  const scatterers = [0.9, 1.6]
  const sums = [0.8, 1.5]
  const gains = [0.4, 1.3]
  const coordinates = [
    Math.exp(-u),
    Math.exp(-0.9),
    ...[Math.exp(-0.8), -Math.expm1(-0.4), Math.exp(-0.7), -Math.expm1(-1.3)],
    Math.exp(-0.7),
  ]
  // πλr² of interferers beyond the hole, which takes away u; πλ_x d² of scatterers.
  const distances = sums.map((value) => Math.sqrt((value + u) / (2 * Math.PI)))
  const scattered = scatterers.map((value) => Math.sqrt(value / (3 * Math.PI)))
  const strength = 0.2 * 0.6
  const near =
    0.4 +
    gains.reduce((total, gain, i) => total + gain * distances[i]! ** -3.2, 0) +
    scattered.reduce((total, d) => total + strength * d ** -3.4, 0)
  const far = sum(
    beyond(distances[1]!, 2, 3.2, exponential),
    beyond(
      scattered[1]!,
      3,
      3.4,
      [1, 2, 3, 4].map((n) => strength ** n),
    ),
  )
  compare(network, 'bs-centric', coordinates, { target: Math.sqrt(u / (2 * Math.PI)), near, far })
})

it('is that of interferers outside the disc of the cluster around the target', () => {
  const network = defineNetwork({ lambda: 0.5, alpha: 3.5, beta: 1.5, Q: 2, N0: 0.2, xi2: 0.3 })
  const [u, width] = [0.2, 0.9]
  const sums = [1.4, 2.1]
  const gains = [0.6, 1.1]
  const angles = [0.3, 2.2]
  const coordinates = [
    Math.exp(-u),
    -Math.expm1(-width),
    ...[Math.exp(-(1.4 - 1.1)), angles[0]! / Math.PI, -Math.expm1(-0.6)],
    ...[Math.exp(-0.7), angles[1]! / Math.PI, -Math.expm1(-1.1)],
  ]
  const R = Math.sqrt(u / (0.5 * Math.PI))
  const distances = sums.map((value) => Math.sqrt(value / (0.5 * Math.PI)))
  let near = 0.2
  for (const [i, w] of distances.entries()) {
    const [x, y] = [w * Math.cos(angles[i]!) - R, w * Math.sin(angles[i]!)]
    near += gains[i]! * Math.hypot(x, y) ** -3.5
  }
  compare(network, 'target-centric', coordinates, {
    target: R,
    near,
    far: beyondDisc(distances[1]!, R, 0.5, 3.5, exponential),
  })
})
