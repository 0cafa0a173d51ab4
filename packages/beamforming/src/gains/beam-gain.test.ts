import { expect, it, vi } from 'vitest'
import { draw, meanDeviation } from '../../test/goodness-of-fit.js'
import { seededVariates } from '../../test/seeded-variates.js'
import { rayleighChannel } from '../channels/rayleigh-channel.js'
import { steeringVector } from '../channels/steering-vector.js'
import { zeroForcing } from '../zero-forcing/zero-forcing.js'
import { beamGain } from './beam-gain.js'

vi.setConfig({ testTimeout: 60_000 })

it('is Σ_k |hᴴ w_k|²', () => {
  // h = [1, j]: hᴴ[j, 2] = j − 2j = −j, and hᴴ[3, 1 + j] = 3 − j(1 + j) = 4 − j.
  const beams = { rows: 2, columns: 2, re: Float64Array.of(0, 2, 3, 1), im: Float64Array.of(1, 0, 0, 1) }
  expect(beamGain(beams, { re: Float64Array.of(1, 0), im: Float64Array.of(0, 1) })).toBe(1 + 17)
})

it('has the mean K at an independent receiver and at a target, by the reference precoder (Lemma 1)', () => {
  const [antennas, served, columns] = [6, 2, 4]
  const random = seededVariates('Lemma 1')
  const beams = () => zeroForcing(rayleighChannel(antennas, columns, random), served)
  // Var h_q = K(1 + (K − 1)/(M_t − N + 2)), and that of h_t is smaller.
  const variance = served * (1 + (served - 1) / (antennas - columns + 2))
  const interference = draw(5000, () => beamGain(beams(), rayleighChannel(antennas, 1, random)))
  const target = draw(5000, () => beamGain(beams(), steeringVector(antennas, 0.4)))
  for (const gains of [interference, target]) {
    expect(meanDeviation(gains, served, variance)).toBeLessThan(1)
    expect(meanDeviation(gains, 1.12 * served, variance)).toBeGreaterThan(1)
  }
})
