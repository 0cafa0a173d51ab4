export type { SensingClusters } from './gain-law-sensing.js'
export { type Moments, mergeMoments, momentsOf, standardError } from './moments.js'
export { type BlockRate, type BlockResult, simulateBlock, trialsPerBlock } from './simulate-block.js'
export { type SimulatedRate, type Simulation, type SimulationOptions, simulateRates } from './simulate-rates.js'
