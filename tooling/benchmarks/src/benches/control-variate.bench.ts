import { defineNetwork, type Network, services } from '@isacnet/model'
import {
  blockSimulator,
  defineSimulation,
  mergeSimulationSums,
  noSimulationSums,
  type SimulationControl,
  type SimulationSummary,
  summarize,
} from '@isacnet/simulation'
import type { Benchmark } from '../benchmark.js'
import { exactControl } from '../exact-control.js'

const seed = 20261127

/** Blocks of 8 drops each. */
const blocks = 40

/** K, L, J, Q at M_t = 20, and how many times sooner both rates must be there at least. */
const contests = [
  [[5, 2, 2, 2], 8],
  [[5, 4, 1, 1], 2],
  [[10, 1, 5, 3], 2],
  [[2, 2, 10, 3], 2],
] as const

interface Measurement {
  readonly summary: SimulationSummary
  /** Time of the processor, in ms. */
  readonly cost: number
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Both estimators take turns, block by block, so that a busy machine is as busy for either. */
const measure = (network: Network): readonly [plain: Measurement, controlled: Measurement] => {
  const sides = [undefined, exactControl(network)].map((control: SimulationControl | undefined) => {
    const definition = defineSimulation(network, {
      fidelity: 'channel',
      seed,
      ...(control === undefined ? {} : { control }),
    })
    const { simulate } = blockSimulator(definition)
    simulate(blocks)
    return { simulate, sums: noSimulationSums, cost: 0 }
  })
  for (let block = 0; block < blocks; block++)
    for (const side of sides) {
      const start = processorTime()
      side.sums = mergeSimulationSums(side.sums, side.simulate(block))
      side.cost += processorTime() - start
    }
  const [plain, controlled] = sides.map(({ sums, cost }) => ({ summary: summarize(sums), cost }))
  return [plain!, controlled!]
}

const secondsTo = (error: number, { summary, cost }: Measurement, service: 'communication' | 'sensing'): number => {
  const { standardError, mean } = summary[service]
  return ((standardError / mean / error) ** 2 * cost) / 1000
}

/**
 * Processor time to a standard error of 0.1 % of each rate, and of both, with the control variate and without, of the same drops.
 *
 * @throws {Error} if the estimates differ by more than five standard errors and the bounds of their biases, or the control gains too little.
 */
const compareControls = (): void => {
  console.log(
    'control-variate: channel, M_t = 20; processor time to 0.1 % of R_c, R_s and both, without a control and with it',
  )
  for (const [[K, L, J, Q], least] of contests) {
    const network = defineNetwork({ K, L, J, Q })
    const [plain, controlled] = measure(network)
    const times = services.map(({ service }) => {
      const [without, found] = [plain.summary[service], controlled.summary[service]]
      const error = Math.hypot(without.standardError, found.standardError)
      if (!(Math.abs(without.mean - found.mean) < 5 * error + without.biasBound + found.control!.biasBound))
        throw new Error(`${service}: ${without.mean} without a control, ${found.mean} with it`)
      return [secondsTo(0.001, plain, service), secondsTo(0.001, controlled, service)] as const
    })
    const both = [0, 1].map((side) => Math.max(...times.map((pair) => pair[side]!))) as [number, number]
    const cells = [...times, both].map(
      ([without, found]) => `${without!.toFixed(1)} s → ${found!.toFixed(2)} s, ${(without! / found!).toFixed(1)}×`,
    )
    const perTrial = [plain, controlled].map(({ summary, cost }) => ((1000 * cost) / summary.trials).toFixed(1))
    console.log(
      `  (${[K, L, J, Q].join(', ')}): ${cells.join('; ')} (at least ${least}×); ${perTrial.join(' → ')} µs a trial`,
    )
    if (!(both[0] / both[1] >= least)) throw new Error(`the control gains ${both[0] / both[1]} times only`)
  }
}

export const controlVariateBenchmark: Benchmark = {
  name: 'control-variate',
  title: 'A control variate for whole networks',
  compares:
    'Processor time to 0.1 % of both rates of `channel`, without a control and with the exact rates at the same places as one; both ' +
    'estimates must agree. With antennas to spare, at full load by users and by targets, and in a network that asks for more antennas than it has.',
  seed,
  run: compareControls,
}
