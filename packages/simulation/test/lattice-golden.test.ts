import { readFileSync } from 'node:fs'
import { defineNetwork } from '@isacnet/model'
import { expect, it } from 'vitest'
import { defineSimulation, type Estimate, runSimulation, summarize } from '../src/index.js'

const { rows } = JSON.parse(readFileSync(new URL('../golden/lattice.json', import.meta.url), 'utf8')) as {
  readonly rows: readonly {
    readonly alpha: number
    readonly thresholdsDb: readonly number[]
    readonly coverage: readonly number[]
    readonly coverageError: number
    readonly rate: number
    readonly rateError: number
  }[]
}

it.each(rows.map((row) => [row.alpha, row] as const))(
  'has the coverage and the mean rate of a quadrature over the cell of a lattice, for α = %d',
  { timeout: 120_000 },
  async (alpha, { thresholdsDb, coverage, coverageError, rate, rateError }) => {
    const definition = defineSimulation(defineNetwork({ Mt: 1, alpha }), {
      deployment: 'hexagonal',
      quantities: thresholdsDb.map((decibels) => `coverage:${decibels}dB`),
      seed: 3,
    })
    const { state } = await runSimulation(definition, { until: { trials: 100_000 } })
    const { communication } = summarize(state.sums, 0.95, definition)
    const { mean, standardError, biasBound } = communication
    expect(standardError / rate).toBeLessThan(0.004)
    expect(Math.abs(mean - rate)).toBeLessThan(4 * standardError + biasBound + 3 * rateError)
    thresholdsDb.forEach((decibels, i) => {
      const found = (communication.quantities as Readonly<Record<string, Estimate>>)[`coverage:${decibels}dB`]!
      const off = Math.abs(found.mean - coverage[i]!)
      // Far interference has its mean: a bias of the order of that of the rate.
      expect(off, `${decibels} dB`).toBeLessThan(4.5 * found.standardError + biasBound + 3 * coverageError)
    })
  },
)
