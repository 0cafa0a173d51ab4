import { noSimulationSums, type SimulationDefinition, type SimulationSums } from '@isacnet/simulation'

/** What a block gives in tests that are not about simulations: some numbers that depend on seed and block. */
export const madeUpSums = ({ seed }: SimulationDefinition, block: number): SimulationSums => ({
  ...noSimulationSums,
  trials: 1,
  nulling: { ...noSimulationSums.nulling, stations: 1, requests: (block * 7919 + String(seed).length) % 1009 },
})
