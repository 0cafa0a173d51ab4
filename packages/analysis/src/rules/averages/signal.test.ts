import { integrateAdaptive } from '@isacnet/quadrature'
import { expect, it } from 'vitest'
import { lnSignal, ratioAverage } from './signal.js'

it('is the logarithm of the signal at every scale', () => {
  expect(lnSignal(0, 3)).toBeCloseTo(Math.log(7 / 8), 14)
  expect(lnSignal(-2000, 5)).toBeCloseTo(Math.log(5) - 2000, 10)
  expect(lnSignal(2000, 5)).toBe(0)
})

it.each([
  [2, 1, 4],
  [7, 1, 2.3],
  [3, 0.25, 5],
  [40, 0.25, 3],
])('is averaged over the ratio of distances, n = %d below %d, α = %d', (clusterSize, upper, alpha) => {
  const average = ratioAverage({ clusterSize, upper, strip: (2 * Math.PI) / alpha, precision: 25 })
  for (const x of [-40, -6, 0, 3]) {
    const f = (q: number): number =>
      Math.exp(lnSignal(x - (alpha / 2) * Math.log(q), 9)) * (clusterSize - 1) * (1 - q) ** (clusterSize - 2)
    const expected = integrateAdaptive(f, 0, upper, { relativeTolerance: 1e-11, maxBisections: 3000 }).value
    expect(Math.exp(average((lnQ) => lnSignal(x - (alpha / 2) * lnQ, 9))) / expected, `x = ${x}`).toBeCloseTo(1, 8)
  }
})
