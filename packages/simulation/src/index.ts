export { type BlockRunner, inProcessRunner } from './block-runner.js'
export { type Checkpoint, readCheckpoint, simulationCheckpoint } from './checkpoint.js'
export { CheckpointError } from './checkpoint-error.js'
export { aConfidence } from './confidence.js'
export { coverageThresholdsDb } from './coverage-grid.js'
export { type DropStreams, dropSampler } from './drop-sampler.js'
export type { ExactSum } from './exact-sum.js'
export { expectedLogRate } from './expected-log-rate.js'
export type { NetworkDrop } from './network-drop.js'
export type { NullingSums } from './nulling-sums.js'
export type { RateSums } from './rate-sums.js'
export { type Interruption, type RunOptions, runSimulation, type SimulationRun } from './run-simulation.js'
export { assertSameSimulation } from './same-simulation.js'
export type { Sampling } from './sampling.js'
export { type BlockSimulator, blockSimulator } from './simulate-block.js'
export {
  type Assumption,
  assertSimulationDefinition,
  assumptionNames,
  defineSimulation,
  type Fidelity,
  fidelities,
  type Precoders,
  precoderKinds,
  type SimulationDefinition,
  type SimulationOptions,
  simulationFromJson,
  type Typical,
  typicals,
} from './simulation-definition.js'
export { initialState, type SimulationState } from './simulation-state.js'
export { mergeSimulationSums, noSimulationSums, type SimulationSums } from './simulation-sums.js'
export { simulatorCache } from './simulator-cache.js'
export type { RelativeError, RuleEnd, StoppingRule, TrialCount } from './stopping-rule.js'
export {
  type Coverage,
  type Estimate,
  type NullingSummary,
  type SimulatedRate,
  type SimulationSummary,
  summarize,
} from './summarize.js'
