import { type LoadSums, mergeLoadSums } from './load-sums.js'
import { mergeNullingSums, type NullingSums, noNullingSums } from './nulling-sums.js'
import { mergeRateSums, noRateSums, type RateSums } from './rate-sums.js'
import { mergeSiteSums, type SiteSums } from './site-sums.js'

/** All that is kept of any number of blocks: plain data of constant size, which merges exactly and survives JSON. */
export interface SimulationSums {
  readonly trials: number
  readonly communication: RateSums
  readonly sensing: RateSums
  readonly nulling: NullingSums
  /** Left out where cells are saturated. */
  readonly load?: LoadSums
  /** Left out unless sites are given. */
  readonly sites?: SiteSums
}

export const noSimulationSums: SimulationSums = {
  trials: 0,
  communication: noRateSums,
  sensing: noRateSums,
  nulling: noNullingSums,
}

/**
 * The sums of two sets of blocks together; the order doesn't matter, not even to the last bit, but for what is kept of each site.
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
  ...mergedLoad(a, b),
  ...mergedSites(a, b),
})

/** The load of both, if both have one or the other has no trials. */
const mergedLoad = (a: SimulationSums, b: SimulationSums): Pick<SimulationSums, 'load'> => {
  if (a.load !== undefined && b.load !== undefined) return { load: mergeLoadSums(a.load, b.load) }
  const known = a.trials === 0 ? b.load : b.trials === 0 ? a.load : undefined
  return known === undefined ? {} : { load: known }
}

/** Likewise what is kept of each site. */
const mergedSites = (a: SimulationSums, b: SimulationSums): Pick<SimulationSums, 'sites'> => {
  if (a.sites !== undefined && b.sites !== undefined) return { sites: mergeSiteSums(a.sites, b.sites) }
  const known = a.trials === 0 ? b.sites : b.trials === 0 ? a.sites : undefined
  return known === undefined ? {} : { sites: known }
}
