import { sirQuantityValue } from '@isacnet/analysis'
import { defineNetwork, type Network } from '@isacnet/model'
import {
  blockSimulator,
  defineSimulation,
  type Estimate,
  type Fidelity,
  mergeSimulationSums,
  noSimulationSums,
  type Sampling,
  summarize,
} from '@isacnet/simulation'
import type { Benchmark } from '../benchmark.js'

const seed = 20261126
const quantities = ['coverage:0dB', 'percentile-rate:5%'] as const
const blocks = 24
/** The standard error to which times are shown: of a probability, and of a rate in nats. */
const aimedError = 0.001

const networks: readonly Network[] = [
  { K: 5, L: 1 },
  { K: 5, L: 2 },
  { K: 12, L: 1 },
].map(defineNetwork)

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Measured {
  /** In µs, of users and targets. */
  readonly perTrial: number
  readonly found: Readonly<Record<string, Estimate>>
  /** Seconds to the standard error that is aimed at. */
  readonly seconds: (name: string) => number
}

/** Some blocks, after one that warms up. */
const measure = (network: Network, fidelity: Fidelity, sampling: Sampling, chosen: readonly string[]): Measured => {
  const definition = defineSimulation(network, { seed, fidelity, quantities: chosen })
  const { simulate } = blockSimulator(definition, sampling)
  simulate(blocks)
  const start = processorTime()
  let sums = noSimulationSums
  for (let block = 0; block < blocks; block++) sums = mergeSimulationSums(sums, simulate(block))
  const cost = processorTime() - start
  const found = summarize(sums, 0.95, definition).communication.quantities ?? {}
  return {
    perTrial: (1000 * cost) / sums.trials,
    found,
    seconds: (name) => ((found[name]!.standardError / aimedError) ** 2 * cost) / 1000,
  }
}

/** @throws {Error} if two numbers differ by more than five standard errors. */
const assertNear = (name: string, a: number, b: number, error: number): void => {
  if (!(Math.abs(a - b) < 5 * error)) throw new Error(`${name}: ${a} and ${b} differ by more than five times ${error}`)
}

const contest = (network: Network, fidelity: Fidelity): void => {
  const { usersPerCell: K, communicationClusterSize: L } = network
  const none = measure(network, fidelity, 'variance-reduced', [])
  const plain = measure(network, fidelity, 'plain', quantities)
  const reduced = measure(network, fidelity, 'variance-reduced', quantities)
  const times = [none, plain, reduced].map(({ perTrial }) => perTrial.toFixed(1)).join(', ')
  console.log(
    `  ${fidelity}, K = ${K}, L = ${L}: ${times} µs a trial without quantities, counting, averaging over gains`,
  )
  for (const name of quantities) {
    const [a, b] = [plain.found[name]!, reduced.found[name]!]
    assertNear(name, a.mean, b.mean, Math.hypot(a.standardError, b.standardError))
    if (fidelity === 'gain-law') {
      const { value } = sirQuantityValue(name, 'communication', network)
      assertNear(`${name}, exact`, b.mean, value, b.standardError)
    }
    const [counting, averaging] = [plain.seconds(name), reduced.seconds(name)]
    console.log(
      `    ${name.padEnd(20)} ${counting.toFixed(3).padStart(9)} s ${averaging.toFixed(3).padStart(9)} s ` +
        `${(counting / averaging).toFixed(1).padStart(7)}×`,
    )
  }
}

const compareSampling = (): void => {
  console.log(`Processor time to a standard error of ${aimedError}: counting draws, averaging over the desired gain`)
  for (const fidelity of ['gain-law', 'channel'] as const) for (const network of networks) contest(network, fidelity)
}

export const simulatedQuantitiesBenchmark: Benchmark = {
  name: 'simulated-quantities',
  title: 'Simulated coverage and percentiles',
  compares:
    'Processor time to a standard error of 0.001 of the coverage at 0 dB and of the 5 % rate of users, averaged over the desired gain beside counting draws, ' +
    'which must agree with each other and, in `gain-law`, with the exact values; and what a trial costs with and without.',
  seed,
  run: compareSampling,
}
