export {
  type Checkpoint,
  checkpointContent,
  checkpointFrom,
  readCheckpoint,
  simulationCheckpoint,
} from './checkpoint/checkpoint.js'
export { CheckpointError } from './checkpoint/checkpoint-error.js'
export { type Assumption, assumptionNames } from './definition/assumption.js'
export { type Fidelity, fidelities } from './definition/fidelity.js'
export { type Precoders, precoderKinds } from './definition/precoders.js'
export { assertSameSimulation } from './definition/same-simulation.js'
export type { Sampling } from './definition/sampling.js'
export type { ControlMean, ServiceControl, SimulationControl } from './definition/simulation-control.js'
export {
  assertSimulationDefinition,
  assertTakesControl,
  defineSimulation,
  drawsWholeNetworks,
  type SimulationDefinition,
  type SimulationDefinitionOptions,
  simulationFromJson,
} from './definition/simulation-definition.js'
export {
  flagName,
  readParameter,
  type SimulationParameter,
  writtenParameter,
} from './definition/simulation-parameter.js'
export {
  type BeyondRegion,
  completeOptions,
  isDefault,
  laterNames,
  parameterValue,
  type SimulationOptions,
  type SimulationParameterName,
  type SimulationSettings,
  type StationDeployment,
  simulationParameters,
} from './definition/simulation-parameters.js'
export { simulationInWords } from './definition/simulation-words.js'
export { type Typical, typicals } from './definition/typical.js'
export { dropSampler } from './drops/geometry/drop-sampler.js'
export type { DropStreams } from './drops/geometry/drop-streams.js'
export type { NetworkDrop } from './drops/geometry/network-drop.js'
export { dropAtStage, type RequestName } from './drops/rates/drop-at-stage.js'
export { type DropRates, dropRates } from './drops/rates/drop-rates.js'
export { type DropStage, dropStages } from './drops/rates/drop-stage.js'
export { aConfidence } from './estimate/confidence.js'
export type { ControlSummary } from './estimate/controlled-estimate.js'
export { coverageThresholdsDb } from './estimate/coverage-grid.js'
export type { LoadSums } from './estimate/load-sums.js'
export type { NullingSums } from './estimate/nulling-sums.js'
export type { RateSums } from './estimate/rate-sums.js'
export type { RatioSums } from './estimate/ratio-sums.js'
export type { RequestCounts } from './estimate/request-counts.js'
export { initialState, type SimulationState } from './estimate/simulation-state.js'
export { mergeSimulationSums, noSimulationSums, type SimulationSums } from './estimate/simulation-sums.js'
export type {
  SiteMeanSums,
  SiteRequestSums,
  SiteServiceSums,
  SiteSums,
} from './estimate/site-sums.js'
export type { RelativeError, RuleEnd, StoppingRule, TrialCount } from './estimate/stopping-rule.js'
export {
  type Coverage,
  type LoadSummary,
  type NullingSummary,
  type RequestEstimates,
  type ServiceLoadSummary,
  type SimulatedRate,
  type SimulationSummary,
  summarize,
} from './estimate/summarize.js'
export { type SiteService, type SiteSummary, summarizeSites } from './estimate/summarize-sites.js'
export type { ControlGroup, ControlGroupName, ControlSums } from './quantities/control-sums.js'
export type { Estimate } from './quantities/estimate.js'
export { type RaceOptions, type RaceStanding, race } from './race/race.js'
export { type BlockRunner, inProcessRunner, type RunnerOptions } from './run/block-runner.js'
export { type Interruption, type RunOptions, runSimulation, type SimulationRun } from './run/run-simulation.js'
export { type BlockProgress, type BlockSimulator, blockSimulator } from './run/simulate-block.js'
