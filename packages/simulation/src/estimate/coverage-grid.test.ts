import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countCovered, coverageThresholdsDb } from './coverage-grid.js'

const thresholds = coverageThresholdsDb.map((decibels) => 10 ** (decibels / 10))

const counted = (sirs: readonly number[]): number[] => {
  const counts = new Float64Array(thresholds.length)
  countCovered(Float64Array.from(sirs), counts)
  return Array.from(counts)
}

it('goes from −20 dB to 50 dB', { timeout: 60_000 }, () => {
  expect(coverageThresholdsDb[0]).toBe(-20)
  expect(coverageThresholdsDb.at(-1)).toBe(50)
})

it('counts what is greater than each threshold', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.double({ min: -80, max: 80, noNaN: true }).map((decibels) => 10 ** (decibels / 10)),
          fc.constantFrom(0, Number.POSITIVE_INFINITY, ...thresholds),
          fc.constantFrom(...thresholds).map((threshold) => threshold * (1 + Number.EPSILON)),
        ),
      ),
      (sirs) => {
        expect(counted(sirs)).toEqual(thresholds.map((threshold) => sirs.filter((sir) => sir > threshold).length))
      },
    ),
  )
})

it('counts no NaN', { timeout: 60_000 }, () => {
  expect(counted([Number.NaN, 1e-3])).toEqual(thresholds.map(() => 0))
})
