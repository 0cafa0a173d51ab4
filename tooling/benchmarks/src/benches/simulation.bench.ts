import { communicationRate, sensingRate } from '@isacnet/analysis'
import { workerRunner } from '@isacnet/engine'
import { defineNetwork, type Network } from '@isacnet/model'
import {
  blockSimulator,
  defineSimulation,
  initialState,
  mergeSimulationSums,
  noSimulationSums,
  runSimulation,
  type Sampling,
  type SimulationOptions,
  type SimulationSummary,
  simulationCheckpoint,
  summarize,
} from '@isacnet/simulation'
import { simulationBlocks } from '@isacnet/simulation/blocks'
import type { Benchmark } from '../benchmark.js'

const seed = 20261125
const paper = defineNetwork({ K: 5, L: 2, J: 2, Q: 2 })
const kinds = ['communication', 'sensing'] as const

interface Measurement {
  readonly summary: SimulationSummary
  /** Time of the processor, in ms: before the first block, and for all blocks. */
  readonly preparation: number
  readonly cost: number
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Some blocks in this thread, after one that warms up. */
const measure = (network: Network, options: SimulationOptions, blocks: number, sampling?: Sampling): Measurement => {
  const start = processorTime()
  const { simulate } = blockSimulator(defineSimulation(network, { seed, ...options }), sampling)
  const prepared = processorTime()
  simulate(blocks)
  const warm = processorTime()
  let sums = noSimulationSums
  for (let block = 0; block < blocks; block++) sums = mergeSimulationSums(sums, simulate(block))
  return { summary: summarize(sums), preparation: prepared - start, cost: processorTime() - warm }
}

/** The larger of the times, in s, that both rates take to a relative standard error, at the error per time that was measured. */
const secondsTo = (error: number, { summary, cost }: Measurement): number =>
  Math.max(...kinds.map((kind) => ((summary[kind].standardError / summary[kind].mean / error) ** 2 * cost) / 1000))

const perTrial = ({ summary, cost }: Measurement): number => (1000 * cost) / summary.trials

/** @throws {Error} if two estimates differ by more than five standard errors and what the biases explain. */
const assertAgree = (name: string, a: SimulationSummary, b: SimulationSummary): void => {
  for (const kind of kinds) {
    const error = Math.hypot(a[kind].standardError, b[kind].standardError)
    if (!(Math.abs(a[kind].mean - b[kind].mean) < 5 * error + Math.max(a[kind].biasBound, b[kind].biasBound)))
      throw new Error(`${name}, ${kind}: ${a[kind].mean} and ${b[kind].mean} differ by more than five times ${error}`)
  }
}

const assertExact = (name: string, summary: SimulationSummary, network: Network): void => {
  const exact = { communication: communicationRate(network).value, sensing: sensingRate(network).value }
  for (const kind of kinds) {
    const { mean, standardError, biasBound } = summary[kind]
    if (!(Math.abs(mean - exact[kind]) < 5 * standardError + biasBound))
      throw new Error(`${name}, ${kind}: ${mean} differs from the exact ${exact[kind]}`)
  }
}

const show = (name: string, measurement: Measurement, error: number, against: number): void => {
  const seconds = secondsTo(error, measurement)
  console.log(
    `  ${name.padEnd(38)} ${perTrial(measurement).toFixed(2).padStart(8)} µs ${seconds.toFixed(4).padStart(10)} s ` +
      `${(against / seconds).toFixed(1).padStart(8)}×  (prepared in ${measurement.preparation.toFixed(0)} ms)`,
  )
}

const gainLawContest = (): void => {
  console.log('gain-law, M_t = 20, K = 5, L = J = Q = 2: a trial, and processor time to 0.1 % of both rates (aim 1 s)')
  const plain = measure(paper, {}, 60, 'plain')
  const reduced = measure(paper, {}, 60)
  assertExact('plain', plain.summary, paper)
  assertExact('variance-reduced', reduced.summary, paper)
  assertAgree('gain-law', plain.summary, reduced.summary)
  const against = secondsTo(0.001, plain)
  show('plain', plain, 0.001, against)
  show('variance-reduced', reduced, 0.001, against)
  // What a user waits for: with the preparation, and the 64 batches before which a run doesn't end.
  const atLeast = reduced.preparation + (16 / 60) * reduced.cost
  console.log(`  the shortest run, of 64 batches, takes ${atLeast.toFixed(0)} ms`)
}

const channelContest = (): void => {
  console.log('channel, the same network: a trial, and processor time to 0.5 % of both rates (aim 15 s)')
  const options = { fidelity: 'channel' } as const
  const plainLiteral = measure(paper, { ...options, precoders: 'literal' }, 40, 'plain')
  const literal = measure(paper, { ...options, precoders: 'literal' }, 40)
  const plain = measure(paper, options, 60, 'plain')
  const sampled = measure(paper, options, 60)
  for (const [name, other] of Object.entries({ plainLiteral, literal, plain }))
    assertAgree(name, other.summary, sampled.summary)
  const against = secondsTo(0.005, plainLiteral)
  show('literal precoders, plain', plainLiteral, 0.005, against)
  show('literal precoders, averaged', literal, 0.005, against)
  show('sampled in law, plain', plain, 0.005, against)
  show('sampled in law, averaged', sampled, 0.005, against)
}

const growth = (): void => {
  console.log('Growth: µs a trial of gain-law, channel sampled in law, channel with literal precoders')
  const row = (name: string, network: Network, options: SimulationOptions = {}): void => {
    const times = [
      measure(network, options, 10),
      measure(network, { ...options, fidelity: 'channel' }, 6),
      measure(network, { ...options, fidelity: 'channel', precoders: 'literal' }, 2),
    ].map(perTrial)
    console.log(`  ${name.padEnd(26)} ${times.map((time) => time.toFixed(1).padStart(9)).join('')}`)
  }
  for (const transmitAntennas of [10, 20, 40, 80, 128])
    row(`M_t = ${transmitAntennas}, K = 3`, defineNetwork({ Mt: transmitAntennas, K: 3, L: 2, J: 2, Q: 2 }))
  for (const K of [1, 2, 5, 10, 20]) row(`M_t = 64, K = ${K}`, defineNetwork({ Mt: 64, K, L: 2, J: 2, Q: 2 }))
  for (const relativeBias of [1e-2, 1e-3, 1e-4, 1e-5, 1e-6])
    row(`bias ≤ ${relativeBias.toExponential(0)}`, paper, { relativeBias })
}

const workers = async (): Promise<void> => {
  console.log('Workers: wall-clock time of the same 96 blocks of channel, on a machine that is otherwise idle')
  const definition = defineSimulation(paper, { seed, fidelity: 'channel' })
  const { trialsPerBlock } = blockSimulator(definition)
  const runs: { readonly seconds: number; readonly state: string }[] = []
  for (const count of [1, 2]) {
    const runner = workerRunner(simulationBlocks, definition, { threads: count })
    try {
      // Threads start, and their code is compiled.
      await Promise.all(Array.from({ length: 8 * count }, (_, block) => runner.run(block)))
      const start = performance.now()
      const { state } = await runSimulation(definition, { until: { trials: 96 * trialsPerBlock }, runner })
      runs.push({ seconds: (performance.now() - start) / 1000, state: JSON.stringify(state) })
    } finally {
      await runner.close()
    }
  }
  const [one, two] = runs as [(typeof runs)[0], (typeof runs)[0]]
  if (one.state !== two.state) throw new Error('two workers gave other bits than one')
  console.log(
    `  1 worker ${one.seconds.toFixed(2)} s, 2 workers ${two.seconds.toFixed(2)} s: ${(one.seconds / two.seconds).toFixed(2)}×, the same bits`,
  )
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

const memory = async (most: number): Promise<void> => {
  console.log('Memory after so many trials of gain-law: the process, its heap, and the checkpoint')
  const definition = defineSimulation(paper, { seed })
  let state = initialState
  for (let trials = 1e4; trials <= most; trials *= 10) {
    state = (await runSimulation(definition, { until: { trials }, from: state })).state
    const { rss, heapUsed } = process.memoryUsage()
    const { length } = simulationCheckpoint(definition, state)
    console.log(`  ${trials.toExponential(0)}: ${megabytes(rss)}, ${megabytes(heapUsed)}, ${length} characters`)
    assertExact('memory', summarize(state.sums), paper)
  }
}

/**
 * Processor time to a standard error of both fidelities, plain sampling and literal precoders beside; how it grows with M_t, K and the
 * window that a bound of the bias asks for; two workers against one; memory. Results are compared with each other and with the
 * exact rates.
 */
const compareSimulations = async (): Promise<void> => {
  console.log('simulation')
  gainLawContest()
  channelContest()
  growth()
  await workers()
  await memory(1e6)
}

export const simulationBenchmark: Benchmark = {
  name: 'simulation',
  title: 'Monte Carlo',
  compares:
    'Processor time to the same standard error: variance reduction beside plain sampling, precoders sampled in law beside literal ' +
    'ones, all of which must agree with each other and with the exact rates; then how it grows, two workers beside one, and memory.',
  seed,
  run: compareSimulations,
}

/** Takes a minute. */
export const simulationMemoryBenchmark: Benchmark = {
  name: 'simulation-memory',
  title: 'Memory of a long simulation',
  compares:
    'The memory of the process and the size of a checkpoint after ten thousand trials, and after ten, a hundred and a thousand times ' +
    'as many: neither may grow with the trials.',
  seed,
  run: () => memory(1e7),
}
