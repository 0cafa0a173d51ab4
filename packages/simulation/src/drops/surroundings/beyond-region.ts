import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { farInterference } from './far-interference.js'
import { poissonBeyond } from './poisson-beyond.js'

const nothing = { mean: 0, variance: 0 } as const

/** Interference at a place from beyond the region of a layout, as the definition has it, in the units of {@link farInterference}. */
export const beyondRegion = ({
  network,
  sites,
  beyondRegion: surroundings,
}: SimulationDefinition): ((x: number, y: number, nearest: number) => ReturnType<typeof farInterference>) =>
  sites === undefined || surroundings !== 'poisson' ? () => nothing : poissonBeyond(sites, network)
