import { expect, it } from 'vitest'
import { emptyTrial } from '../../trials/trial.js'
import { recordWithFarMean } from './far-mean.js'

it('has the SIR with the far mean, and the bias of a second derivative that falls', () => {
  const trial = emptyTrial()
  recordWithFarMean(trial, { drawn: 6, mean: 4 }, { near: 2, farMean: 1, farVariance: 0.5 })
  expect(trial.sir).toBe(2)
  expect(trial.rate).toBeCloseTo(Math.log(3), 15)
  // d²/dI² ln(1 + S/I) is I⁻² − (I + S)⁻²: at I = 2, S = 4, by central differences.
  const rate = (interference: number): number => Math.log1p(4 / interference)
  const step = 1e-3
  const curvature = (rate(2 + step) - 2 * rate(2) + rate(2 - step)) / step ** 2
  expect(trial.bias / (0.5 * 0.5 * curvature)).toBeCloseTo(1, 5)
})
