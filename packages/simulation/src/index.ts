export { coverageThresholdsDb } from './coverage-grid.js'
export { type DropStreams, dropSampler } from './drop-sampler.js'
export type { ExactSum } from './exact-sum.js'
export type { NetworkDrop } from './network-drop.js'
export type { NullingSums } from './nulling-sums.js'
export type { RateSums } from './rate-sums.js'
export { runSimulation } from './run-simulation.js'
export { type BlockSimulator, blockSimulator } from './simulate-block.js'
export {
  type Assumption,
  assumptionNames,
  defineSimulation,
  type Fidelity,
  fidelities,
  type Precoders,
  precoderKinds,
  type SimulationDefinition,
  type SimulationOptions,
  sensingClusterReadings,
  type Typical,
  typicals,
} from './simulation-definition.js'
export { mergeSimulationSums, noSimulationSums, type SimulationSums } from './simulation-sums.js'
export {
  type Coverage,
  type Estimate,
  type NullingSummary,
  type SimulatedRate,
  type SimulationSummary,
  summarize,
} from './summarize.js'
