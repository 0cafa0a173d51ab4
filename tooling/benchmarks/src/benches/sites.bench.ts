import { defineNetwork, type Service, services } from '@isacnet/model'
import {
  blockSimulator,
  defineSimulation,
  mergeSimulationSums,
  noSimulationSums,
  runSimulation,
  type SimulationDefinition,
  type SimulationSums,
  type SiteSums,
  summarizeSites,
} from '@isacnet/simulation'
import { randomStream, siteCells, siteLayout } from '@isacnet/stochastic-geometry'
import type { Benchmark } from '../benchmark.js'

const seed = 20261128

/** Half of a 95 % interval in standard errors. */
const quantile = 1.96

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** So many sites, uniform in a square of as many km². */
const definitionOf = (count: number): SimulationDefinition => {
  const stream = randomStream(seed, count, 'sites')
  const side = Math.sqrt(count)
  const places = () => Float64Array.from({ length: count }, () => side * stream.uniform())
  const sites = siteLayout({ x: places(), y: places() })
  const network = defineNetwork({ K: 3, L: 2, J: 2, Q: 2, lambda: siteCells(sites).density })
  return defineSimulation(network, {
    fidelity: 'channel',
    sites,
    seed,
    quantities: ['coverage:0dB', 'percentile-rate:5%'],
  })
}

interface Sampled {
  readonly sums: SimulationSums
  /** Time of the processor in ms: of what blocks share, and of the blocks. */
  readonly prepared: number
  readonly cost: number
}

const sampled = (definition: SimulationDefinition, blocks: number, sampling?: 'plain'): Sampled => {
  const begin = processorTime()
  const { simulate } = blockSimulator(definition, sampling)
  // Fields of sites are made when they are first needed.
  simulate(blocks)
  const prepared = processorTime() - begin
  let sums = noSimulationSums
  for (let block = 0; block < blocks; block++) sums = mergeSimulationSums(sums, simulate(block))
  return { sums, prepared, cost: processorTime() - begin - prepared }
}

/** Seconds until the rate of each site is within a relative error, sorted; from the variance of its batches, of which there are two in a block. */
const secondsTo = (error: number, { sums, cost }: Sampled, service: Service): readonly number[] => {
  const { batches, [service]: own }: SiteSums = sums.sites!
  return own.rate.mean
    .map((sum, i) => {
      const mean = sum / batches
      const variance = (own.rate.squared[i]! / batches - mean * mean) / (batches - 1)
      return (((quantile / error) ** 2 * variance) / (mean * mean)) * (cost / 1000)
    })
    .sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!

const eighty = async (): Promise<void> => {
  const definition = definitionOf(80)
  const begin = processorTime()
  const { state } = await runSimulation(definition, { until: { relativeError: 0.01, everySite: true } })
  const seconds = (processorTime() - begin) / 1000
  const widest = Math.max(
    ...summarizeSites(state.sums, definition).flatMap(({ communication, sensing }) =>
      [communication!, sensing!].map(({ rate }) => (rate.interval[1] - rate.interval[0]) / 2 / rate.mean),
    ),
  )
  if (!(widest <= 0.01)) throw new Error(`a site is within ${widest} only`)
  console.log(
    `  80 sites, each to 1 %: ${seconds.toFixed(1)} s of one core, ${state.sums.trials.toLocaleString('en-US')} trials (aim: 30 s)`,
  )
  const [found, plain] = [sampled(definition, 40), sampled(definition, 40, 'plain')]
  for (const { service } of services) {
    const [a, b] = [secondsTo(0.01, found, service), secondsTo(0.01, plain, service)]
    const ratios = [0.5, 1].map((share) => `${(at(b, share) / at(a, share)).toFixed(1)}×`)
    console.log(
      `  gains and places of targets averaged over against drawn once: ${service} ${ratios[0]} in the median, ${ratios[1]} at the worst site`,
    )
  }
}

const growing = (): void => {
  for (const [count, blocks] of [
    [80, 20],
    [320, 8],
    [1280, 4],
    [5120, 16],
    [10_000, 16],
  ] as const) {
    const own = sampled(definitionOf(count), blocks)
    const memory = process.memoryUsage().rss / 1e6
    const perTrial = (1000 * own.cost) / own.sums.trials
    console.log(
      `  ${count.toLocaleString('en-US')} sites: ${perTrial.toFixed(0)} µs a trial, ${(own.prepared / 1000).toFixed(1)} s to begin, ${memory.toFixed(0)} MB, ${(JSON.stringify(own.sums).length / 1e6).toFixed(1)} MB of sums`,
    )
    if (count < 5000) continue
    for (const { service } of services) {
      const seconds = secondsTo(0.03, own, service)
      const [median, most, all] = [0.5, 0.95, 1].map((share) => (at(seconds, share) / 60).toFixed(0))
      console.log(
        `    to 3 % of ${service}: half of the sites after ${median} min of one core, 95 % after ${most}, all after ${all}`,
      )
    }
  }
}

export const sitesBenchmark: Benchmark = {
  name: 'sites',
  title: 'Networks of real sites',
  compares:
    'Processor time of `channel` at K = 3, L = 2, J = 2, Q = 2 on sites that are uniform in a square: until each of 80 is known to 1 %, the same against plain sampling of the ' +
    'same drops, and how cost and memory grow with the sites.',
  seed,
  run: async () => {
    console.log('sites: channel, (3, 2, 2, 2), M_t = 20')
    await eighty()
    growing()
  },
}
