/// <reference types="node" />
/**
 * The table in ACTUAL-REQUESTS.md of @isacnet/analysis of the law of the SIR with actual requests against simulations of whole networks.
 *
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/actual-requests-law.ts           prints it
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/actual-requests-law.ts --write   puts it into the file
 *
 * Takes about a minute. The numbers depend on the seed and the trials below only.
 */
import { sirLaw } from '@isacnet/analysis'
import { defineNetwork, isFeasible, services } from '@isacnet/model'
import { defineSimulation, runSimulation, summarize } from '@isacnet/simulation'
import { printOrWrite } from './print-or-write.js'

const seed = 'actual requests, law'
const trials = 20_000
const thresholds = [-10, -5, 0, 5, 10, 15]

/** K, L, J, Q at the paper's M_t = 20, α = 4, β = 2. */
const networks = [
  [5, 2, 2, 2, 'bs-centric'],
  [5, 4, 1, 1, 'bs-centric'],
  [3, 3, 4, 3, 'bs-centric'],
  [10, 1, 10, 2, 'bs-centric'],
  [8, 4, 1, 1, 'bs-centric'],
  [2, 1, 10, 3, 'bs-centric'],
  [3, 3, 6, 3, 'target-centric'],
] as const

const rows: string[] = []
for (const [K, L, J, Q, sensingClusters] of networks) {
  const network = defineNetwork({ K, L, J, Q })
  const names = thresholds.map((threshold) => `coverage:${threshold}dB`)
  const definition = defineSimulation(network, { fidelity: 'channel', sensingClusters, seed, quantities: names })
  const { state } = await runSimulation(definition, { until: { trials } })
  const summary = summarize(state.sums, 0.95, definition)
  const cells = services.flatMap(({ service }) => {
    const simulated = thresholds.map((threshold, i) => ({ threshold, ...summary[service].quantities![names[i]!]! }))
    const largest = (method: 'exact' | 'actual-requests'): string => {
      const law = sirLaw(network, service, { communicationMethod: method, sensingMethod: method, sensingClusters })
      const differences = simulated.map(({ threshold, mean, standardError }) => ({
        difference: law.coverage(10 ** (threshold / 10)).value - mean,
        standardError,
      }))
      const { difference, standardError } = differences.reduce((a, b) =>
        Math.abs(b.difference) > Math.abs(a.difference) ? b : a,
      )
      return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(3)} ± ${standardError.toFixed(3)}`
    }
    return [largest('actual-requests'), isFeasible(network) ? largest('exact') : '—']
  })
  const [actualC = '', meanC = '', actualS = '', meanS = ''] = cells
  rows.push(`| ${[K, L, J, Q, sensingClusters, actualC, actualS, meanC, meanS].join(' | ')} |`)
  process.stderr.write(`${rows.at(-1)}\n`)
}
const heads = ['K', 'L', 'J', 'Q', 'clusters', 'communication', 'sensing', 'mean requests, communication', 'sensing']
const table = `| ${heads.join(' | ')} |\n|${heads.map(() => ' --- |').join('')}\n${rows.join('\n')}\n`
printOrWrite(table, new URL('../../../packages/analysis/ACTUAL-REQUESTS.md', import.meta.url), 'law')
