/// <reference types="node" />
/**
 * The table in ASSUMPTIONS.md of @isacnet/simulation of what `channel` fidelity gives, against the exact rates, and of what each of the
 * theorems' assumptions costs.
 *
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/assumption-table.ts           prints it
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/assumption-table.ts --write   puts it into the file
 *
 * Takes some minutes. The numbers depend on the seed and the drops below only.
 */
import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import {
  type Assumption,
  assumptionNames,
  blockSimulator,
  defineSimulation,
  mergeSimulationSums,
  noSimulationSums,
  summarize,
} from '@isacnet/simulation'
import { printOrWrite } from './print-or-write.js'

const seed = 'assumption table'
/** Blocks of 8 drops each. */
const blocks = 100

/** K, L, J, Q at the paper's M_t = 20, α = 4, β = 2. */
const networks = [
  [1, 1, 1, 1, 'bs-centric'],
  [5, 1, 1, 1, 'bs-centric'],
  [5, 2, 1, 1, 'bs-centric'],
  [5, 2, 2, 2, 'bs-centric'],
  [5, 2, 2, 2, 'target-centric'],
  [1, 4, 5, 2, 'bs-centric'],
  [2, 2, 5, 3, 'bs-centric'],
  [5, 4, 1, 1, 'bs-centric'],
  [10, 1, 5, 3, 'bs-centric'],
] as const

const kinds = ['communication', 'sensing'] as const

/** Mean rates of each block; the same seed has the same drops, whatever is assumed. */
interface Simulated {
  readonly communication: readonly number[]
  readonly sensing: readonly number[]
  readonly abandoned: number
}

const simulate = (
  network: ReturnType<typeof defineNetwork>,
  sensingClusters: 'bs-centric' | 'target-centric',
  assumptions: readonly Assumption[],
): Simulated => {
  const { simulate } = blockSimulator(
    defineSimulation(network, { fidelity: 'channel', sensingClusters, assumptions, seed }),
  )
  let all = noSimulationSums
  const means = Array.from({ length: blocks }, (_, block) => {
    const sums = simulate(block)
    all = mergeSimulationSums(all, sums)
    return summarize(sums)
  })
  return {
    communication: means.map(({ communication }) => communication.mean),
    sensing: means.map(({ sensing }) => sensing.mean),
    abandoned: summarize(all).nulling?.abandonedFraction ?? 0,
  }
}

/** Mean and standard error, in percent of a reference. */
const percent = (values: readonly number[], reference: number): string => {
  const mean = values.reduce((a, b) => a + b) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const value = (100 * mean) / reference
  const error = (100 * Math.sqrt(variance / values.length)) / reference
  // Without any request there is nothing to assume: the same bits.
  return error === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)} ± ${error.toFixed(2)}`
}

const rows: Record<(typeof kinds)[number], string[]> = { communication: [], sensing: [] }
for (const [K, L, J, Q, sensingClusters] of networks) {
  const network = defineNetwork({ K, L, J, Q })
  const exact = {
    communication: communicationRate(network).value,
    sensing: sensingRate(network, { sensingClusters }).value,
  }
  const channel = simulate(network, sensingClusters, [])
  const assumed = assumptionNames.map((assumption) => simulate(network, sensingClusters, [assumption]))
  for (const kind of kinds) {
    const cells = [
      `${K}, ${L}, ${J}, ${Q}${sensingClusters === 'target-centric' ? ', target-centric' : ''}`,
      exact[kind].toFixed(4),
      `${(100 * channel.abandoned).toFixed(2)}`,
      percent(
        channel[kind].map((rate) => rate - exact[kind]),
        exact[kind],
      ),
      ...assumed.map((other) =>
        percent(
          other[kind].map((rate, block) => rate - channel[kind][block]!),
          exact[kind],
        ),
      ),
    ]
    rows[kind].push(`| ${cells.join(' | ')} |`)
  }
  process.stderr.write(`${K}, ${L}, ${J}, ${Q}, ${sensingClusters}\n`)
}

const head = [
  '| K, L, J, Q | exact, nats | abandoned, % | `channel` − exact, % | mean requests, % | gamma laws, % | none abandoned, % |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
]
const table = `
M_t = 20, α = 4, β = 2, seed \`${seed}\`, ${8 * blocks} drops of 128 users and targets each; ± is one standard error.

Communication:

${[...head, ...rows.communication].join('\n')}

Sensing:

${[...head, ...rows.sensing].join('\n')}

`

printOrWrite(table, new URL('../../../packages/simulation/ASSUMPTIONS.md', import.meta.url), 'assumptions')
