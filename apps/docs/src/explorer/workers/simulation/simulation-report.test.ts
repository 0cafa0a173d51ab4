import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, services } from '@isacnet/model'
import { defineSimulation, inProcessRunner, runSimulation, summarize } from '@isacnet/simulation'
import { describe, expect, it } from 'vitest'
import { initialExplorerState } from '../../state/explorer-state.js'
import { fewestOnEitherSide, firstReports, type SimulationReport, simulationReport } from './simulation-report.js'

const network = defineNetwork(initialExplorerState.values)

const firstBlock = async (fidelity: 'gain-law' | 'channel', seed: number): Promise<SimulationReport[]> => {
  const reports: SimulationReport[] = []
  const runner = inProcessRunner(defineSimulation(network, { fidelity, seed }), {
    onBatch: (_block, { sums, rates }) => {
      if (sums.communication.batches === 1) reports.push(...firstReports(rates))
      reports.push(simulationReport(sums, 0.99))
    },
  })
  reports.push(simulationReport(await runner.run(0), 0.99))
  return reports
}

describe('what a simulation reports', { timeout: 60_000 }, () => {
  it('begins at about 100 trials, and has intervals from two batches on', async () => {
    const trials = { 'gain-law': [128, 256, 512, 1024, 2048, 3072, 4096], channel: [128, 256, 384, 512] } as const
    for (const fidelity of ['gain-law', 'channel'] as const) {
      const reports = await firstBlock(fidelity, 1)
      expect(reports.slice(0, trials[fidelity].length).map((report) => report.trials)).toEqual(trials[fidelity])
      const batch = fidelity === 'gain-law' ? 1024 : 128
      for (const report of reports)
        for (const { service } of services) {
          const { rate, coverage } = report[service]
          expect(rate.interval === undefined, `${fidelity} ${report.trials}`).toBe(report.trials <= batch)
          expect(coverage).toHaveLength(report.trials < batch ? 0 : 31)
        }
    }
  })

  it('has first means that are of no corner of the lattice', async () => {
    const exact = { communication: communicationRate(network).value, sensing: sensingRate(network).value }
    const seeds = Array.from({ length: 40 }, (_, index) => index + 1)
    const all = await Promise.all(seeds.map((seed) => firstBlock('gain-law', seed)))
    for (const { service } of services) {
      const means = all.map(([first]) => first![service].rate.mean)
      const mean = means.reduce((sum, value) => sum + value, 0) / means.length
      const deviation = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (means.length - 1))
      // The first 128 points alone have 0.87 in place of 2.56.
      expect(Math.abs(mean - exact[service]), service).toBeLessThan((5 * deviation) / Math.sqrt(means.length))
      expect(deviation).toBeLessThan(0.1 * exact[service])
    }
  })

  it('is what the package says, without intervals of few', async () => {
    const definition = defineSimulation(network, { seed: 1 })
    const { state } = await runSimulation(definition, { until: { trials: 10_000 } })
    const summary = summarize(state.sums, 0.95)
    const report = simulationReport(state.sums, 0.95)
    expect(report.trials).toBe(12_288)
    for (const { service } of services) {
      const { mean, interval, coverage } = summary[service]
      expect(report[service].rate).toEqual({ mean, interval })
      expect(report[service].coverage.map(({ thresholdDb }) => thresholdDb).at(-1)).toBe(40)
      for (const [index, found] of report[service].coverage.entries()) {
        expect(found.mean).toBe(coverage[index]!.mean)
        const fewest = Math.min(found.mean, 1 - found.mean) * report.trials
        expect(found.interval).toEqual(fewest < fewestOnEitherSide ? undefined : coverage[index]!.interval)
      }
    }
  })
})
