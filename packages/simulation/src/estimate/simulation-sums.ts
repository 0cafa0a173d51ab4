import { mergeNullingSums, type NullingSums, noNullingSums } from './nulling-sums.js'
import { mergeRateSums, noRateSums, type RateSums } from './rate-sums.js'

/** All that is kept of any number of blocks: plain data of constant size, which merges exactly and survives JSON. */
export interface SimulationSums {
  readonly trials: number
  readonly communication: RateSums
  readonly sensing: RateSums
  readonly nulling: NullingSums
}

export const noSimulationSums: SimulationSums = {
  trials: 0,
  communication: noRateSums,
  sensing: noRateSums,
  nulling: noNullingSums,
}

/**
 * The sums of two sets of blocks together; the order doesn't matter, not even to the last bit.
 *
 * @example
 * const simulator = blockSimulator(defineSimulation(defineNetwork(), { seed: 1 }))
 * const [a, b] = [0, 1].map((block) => simulator.simulate(block))
 * JSON.stringify(mergeSimulationSums(a, b)) === JSON.stringify(mergeSimulationSums(b, a)) // true
 */
export const mergeSimulationSums = (a: SimulationSums, b: SimulationSums): SimulationSums => ({
  trials: a.trials + b.trials,
  communication: mergeRateSums(a.communication, b.communication),
  sensing: mergeRateSums(a.sensing, b.sensing),
  nulling: mergeNullingSums(a.nulling, b.nulling),
})
