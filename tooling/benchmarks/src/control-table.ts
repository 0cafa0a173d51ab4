/// <reference types="node" />
/**
 * The table in CONTROL.md of @isacnet/simulation: whether intervals of small runs with a control variate cover, and what it leaves of the variance.
 *
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/control-table.ts           prints it
 *   node --import tsx --conditions @isacnet/source tooling/benchmarks/src/control-table.ts --write   puts it into the file
 *
 * Takes some six minutes. The numbers depend on the seed and the blocks below only.
 */
import { defineNetwork, services } from '@isacnet/model'
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

const seed = 'control table'
const runs = 400
/** Each has 8 drops; a run has half of its blocks in either group. */
const blocksPerRun = 4

/** K, L, J, Q at the paper's M_t = 20, α = 4, β = 2. */
const networks = [
  [5, 2, 2, 2],
  [5, 4, 1, 1],
  [2, 2, 10, 3],
] as const

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

const standardError = (values: readonly number[]): number => {
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length)
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`

const rowsOf = ([K, L, J, Q]: (typeof networks)[number]): string[] => {
  const network = defineNetwork({ K, L, J, Q })
  const control = exactControl(network)
  const { simulate } = blockSimulator(defineSimulation(network, { fidelity: 'channel', seed, control }))
  let all = noSimulationSums
  // Blocks of one seed are independent: runs are disjoint ranges of them.
  const summaries = Array.from({ length: runs }, (_, run) => {
    let sums = noSimulationSums
    for (let block = run * blocksPerRun; block < (run + 1) * blocksPerRun; block++)
      sums = mergeSimulationSums(sums, simulate(block))
    all = mergeSimulationSums(all, sums)
    return summarize(sums)
  })
  const whole = summarize(all)
  return services.map(({ service, subscript }) => {
    const found: readonly SimulatedRate[] = summaries.map((summary) => summary[service])
    // The truth, to a twentieth of the error of a run.
    const truth = whole[service].mean
    const covered = found.filter(({ interval }) => interval[0] <= truth && truth <= interval[1]).length
    const without = found.filter(({ control: { uncontrolled } = { uncontrolled: undefined! } }) => {
      const [lower, upper] = uncontrolled.interval
      return lower <= truth && truth <= upper
    }).length
    const means = found.map((rate) => rate.mean)
    const differences = found.map((rate) => rate.mean - rate.control!.uncontrolled.mean)
    const { varianceRatio, coefficient, biasBound } = whole[service].control!
    const cells = [
      `${K}, ${L}, ${J}, ${Q}`,
      `R_${subscript}`,
      control.transmitAntennas,
      `${truth.toFixed(5)} ± ${whole[service].standardError.toFixed(5)}`,
      coefficient.toFixed(3),
      varianceRatio.toFixed(1),
      covered,
      without,
      // Means of runs against the errors that they state.
      (standardError(means) / Math.sqrt(mean(found.map((rate) => rate.standardError ** 2)) / runs)).toFixed(3),
      signed(mean(differences) / standardError(differences)),
      `${((100 * biasBound) / truth).toFixed(4)} %`,
    ]
    return `| ${cells.join(' | ')} |`
  })
}

const rows = networks.flatMap((network) => {
  const begin = performance.now()
  const found = rowsOf(network)
  process.stderr.write(`${network.join(', ')}: ${((performance.now() - begin) / 1000).toFixed(0)} s\n`)
  return found
})
const heads = [
  ...['K, L, J, Q', 'rate', 'M_t of the control', 'all runs, nats', 'coefficient', 'variance ratio'],
  ...['covered', 'without control', 'spread', 'z of the difference', 'bias at most'],
]
const table = `
M_t = 20, α = 4, β = 2, seed \`${seed}\`, ${runs} runs of ${8 * blocksPerRun} drops of 128 users and targets each.

| ${heads.join(' | ')} |
|${heads.map((_, column) => (column < 2 ? ' --- |' : ' ---: |')).join('')}
${rows.join('\n')}

`

printOrWrite(table, new URL('../../../packages/simulation/CONTROL.md', import.meta.url), 'control')
