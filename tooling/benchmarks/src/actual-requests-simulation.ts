/// <reference types="node" />
/**
 * The second table in ACTUAL-REQUESTS.md of @isacnet/analysis: the method against our own simulation of whole networks, at the first sixty of the
 * networks that were drawn at random for the first table.
 *
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/actual-requests-simulation.ts           prints it
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/actual-requests-simulation.ts --write   puts it into the file
 *
 * Takes about half an hour. The numbers depend on the seeds and the stopping rule below only.
 */
import { readFileSync } from 'node:fs'
import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, isFeasible, type SensingClusters } from '@isacnet/model'
import {
  blockSimulator,
  defineSimulation,
  mergeSimulationSums,
  noSimulationSums,
  type SimulatedRate,
  summarize,
} from '@isacnet/simulation'
import { exactControl } from './exact-control.js'
import { printOrWrite } from './print-or-write.js'

interface Row extends Readonly<Record<'Mt' | 'K' | 'L' | 'J' | 'Q' | 'alpha' | 'seed', number>> {
  readonly sensingClusters: SensingClusters
}
const folder = new URL('../../../packages/analysis/', import.meta.url)
const { networks }: { readonly networks: readonly Row[] } = JSON.parse(
  readFileSync(new URL('golden/actual-requests.json', folder), 'utf8'),
)
const drawn = networks.filter(({ seed }) => seed >= 3000).slice(0, 60)

/** Until both standard errors are 0.15 % of their rates; each block has 8 drops of 128 users and targets. */
const relativeError = 0.0015
const fewestBlocks = 10
const mostBlocks = 400

const precise = ({ mean, standardError }: SimulatedRate): boolean => standardError <= relativeError * mean

const deviations = { communication: [] as number[], sensing: [] as number[] }
const rows = drawn.map(({ Mt, K, L, J, Q, alpha, sensingClusters, seed }) => {
  const begin = performance.now()
  const network = defineNetwork({ Mt, K, L, J, Q, alpha, beta: alpha / 2 })
  const control = exactControl(network, sensingClusters)
  const { simulate } = blockSimulator(
    defineSimulation(network, { fidelity: 'channel', sensingClusters, seed: `actual requests ${seed}`, control }),
  )
  let sums = noSimulationSums
  let found = summarize(sums)
  for (let block = 0; block < mostBlocks; block++) {
    sums = mergeSimulationSums(sums, simulate(block))
    if (block + 1 < fewestBlocks || (block + 1) % 10 !== 0) continue
    found = summarize(sums)
    if (precise(found.communication) && precise(found.sensing)) break
  }
  const options = { method: 'actual-requests', sensingClusters } as const
  const cells = (
    [
      ['communication', communicationRate(network, options).value],
      ['sensing', sensingRate(network, options).value],
    ] as const
  ).flatMap(([service, value]) => {
    const { mean, standardError } = found[service]
    const deviation = 100 * (value / mean - 1)
    deviations[service].push(deviation)
    return [
      `${mean.toFixed(4)} ± ${((100 * standardError) / mean).toFixed(2)} %`,
      `${deviation < 0 ? '−' : '+'}${Math.abs(deviation).toFixed(2)}`,
    ]
  })
  process.stderr.write(`${seed}: ${((performance.now() - begin) / 1000).toFixed(0)} s, ${cells.join(', ')}\n`)
  const load = isFeasible(network) ? '' : 'overloaded'
  return `| ${[Mt, K, L, J, Q, sensingClusters, alpha, seed, load, ...cells].join(' | ')} |`
})

const rms = (values: readonly number[]): string =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length).toFixed(2)
const worst = (values: readonly number[]): string => Math.max(...values.map(Math.abs)).toFixed(2)
const within = (values: readonly number[]): number => values.filter((value) => Math.abs(value) <= 0.5).length
const said = (
  [
    ['R_c', deviations.communication],
    ['R_s', deviations.sensing],
  ] as const
)
  .map(
    ([symbol, values]) =>
      `${symbol}: ${rms(values)} % in the root mean square, ${worst(values)} % at worst, ${within(values)} of ${values.length} within 0.5 %`,
  )
  .join('; ')
const heads = ['M_t', 'K', 'L', 'J', 'Q', 'clusters', 'α', 'seed', 'load', 'R_c', '%', 'R_s', '%']
const table = `
${said} (errors of the simulation included).

| ${heads.join(' | ')} |
|${heads.map(() => ' --- |').join('')}
${rows.join('\n')}

`
printOrWrite(table, new URL('ACTUAL-REQUESTS.md', folder), 'simulation')
