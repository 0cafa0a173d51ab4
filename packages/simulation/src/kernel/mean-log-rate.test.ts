import { expectedLogRate } from '@isacnet/special-functions'
import { randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { gammaGain, meanLogRate } from './mean-log-rate.js'

const power = (shape: number, unit: number) => ({ gain: gammaGain(shape), unit })

it.each([1, 3, 16, 60])('is the closed form against a constant, for the shape %d', (shape) => {
  for (const y of [1e-8, 0.02, 1, 30, 1e6]) {
    const rate = meanLogRate({ signal: power(shape, 2), interferers: [], constant: 2 * y })
    expect(Math.abs(rate / expectedLogRate(shape)(y) - 1), `at ${y}`).toBeLessThan(1e-10)
  }
})

it('is ln(u₀/u₁)/(1 − u₁/u₀) for exponential gains of a signal and one interferer', () => {
  // P(S > sI) = 1/(1 + s u₁/u₀), integrated over ln(1 + s).
  for (const ratio of [1e-6, 0.3, 1.001, 7, 1e9]) {
    const rate = meanLogRate({ signal: power(1, ratio), interferers: [power(1, 1)], constant: 0 })
    expect(Math.abs(rate / (Math.log(ratio) / (1 - 1 / ratio)) - 1), `at ${ratio}`).toBeLessThan(1e-10)
  }
})

it('is the mean over sampled gains', () => {
  const random = randomStream(7, 0, 'gains')
  const interferers = [0.8, 0.5, 0.05, 0.3].map((unit, i) => [1.5 + i, unit] as const)
  const count = 60_000
  let [sum, squares] = [0, 0]
  for (let i = 0; i < count; i++) {
    const interference = interferers.reduce((total, [shape, unit]) => total + unit * random.gamma(shape), 0.2)
    const rate = Math.log1p((0.6 * random.gamma(9)) / interference)
    sum += rate
    squares += rate * rate
  }
  const mean = sum / count
  const error = Math.sqrt((squares / count - mean * mean) / count)
  const rate = meanLogRate({
    signal: power(9, 0.6),
    interferers: interferers.map(([shape, unit]) => power(shape, unit)),
    constant: 0.2,
  })
  expect(Math.abs(rate - mean)).toBeLessThan(4 * error)
  expect(error).toBeLessThan(0.003 * rate)
})

it('is infinite where nothing interferes, and not where next to nothing does', () => {
  expect(meanLogRate({ signal: power(4, 1), interferers: [], constant: 0 })).toBe(Number.POSITIVE_INFINITY)
  // ψ(4) − ln 1e-200.
  const digamma = 1 + 1 / 2 + 1 / 3 - 0.5772156649015329
  const rate = meanLogRate({ signal: power(4, 1), interferers: [], constant: 1e-200 })
  expect(rate / (200 * Math.LN10 + digamma)).toBeCloseTo(1, 10)
})
