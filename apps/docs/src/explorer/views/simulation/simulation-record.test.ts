import { expect, it } from 'vitest'
import type { SimulationReport } from '../../workers/simulation/simulation-report.js'
import { SimulationRecord } from './simulation-record.js'

const report = (trials: number, mean: number, half?: number): SimulationReport => {
  const rate = { mean, ...(half === undefined ? {} : { interval: [mean - half, mean + half] as const }) }
  return { trials, communication: { rate, coverage: [] }, sensing: { rate, coverage: [] } }
}

it('shows the means at first, then the interval that is known now', () => {
  const record = new SimulationRecord()
  record.add(report(128, 2))
  expect(record.windows.sensing!.low).toBeCloseTo(1.2, 12)
  expect(record.windows.sensing!.high).toBeCloseTo(2.8, 12)
  record.add(report(2048, 2.5, 40))
  expect(record.windows.sensing).toEqual({ low: -77.5, high: 82.5 })
  record.add(report(4096, 2.5, 0.1))
  expect(record.windows.sensing!.low).toBeCloseTo(2.3, 12)
  expect(record.windows.sensing!.high).toBeCloseTo(2.7, 12)
  expect(record.rates.map(({ trials }) => trials)).toEqual([128, 2048, 4096])
})

it('keeps the first and the last of many reports, and begins anew with a simulation that does', () => {
  const record = new SimulationRecord()
  for (let block = 1; block <= 2000; block++) record.add(report(1024 * block, 2, 1 / Math.sqrt(block)))
  // Told of the end, too.
  record.add(report(1024 * 2000, 2, 0.02))
  expect(record.rates.length).toBeLessThanOrEqual(400)
  expect(record.rates[0]!.trials).toBe(1024)
  expect(record.rates.at(-1)!.trials).toBe(1024 * 2000)
  expect(new Set(record.rates.map(({ trials }) => trials)).size).toBe(record.rates.length)
  record.add(report(1024, 3, 1))
  expect(record.rates).toHaveLength(1)
  expect(record.windows.communication).toEqual({ low: 1, high: 5 })
})
