export {
  type AchievableRegion,
  achievablePoints,
  achievableRegion,
  type FrontierPoint,
  type RegionMetric,
  type RegionOptions,
  type RegionPoint,
  regionMetrics,
  regionOfPoints,
  regionPoint,
  regionSteps,
} from './achievable-region.js'
export type { AllocationPerformance, RatedAllocation, ServicePerformance, SpatialAllocation } from './allocation.js'
export type { AllocationConstraints, AllocationProblem } from './allocation-problem.js'
export type { SearchCounts } from './allocation-search.js'
export { type AnalyticRatesOptions, analyticRates } from './analytic-rates.js'
export type { BindingConstraint, ConstraintName } from './binding-constraints.js'
export {
  type DescriptionOptions,
  describeEmptyFeasibleSet,
  type EmptyFeasibleSet,
  EmptyFeasibleSetError,
  type GivenConstraint,
} from './empty-feasible-set-error.js'
export { lemma2, type OptimalUsers, type UsersProblem } from './lemma-2.js'
export { type Lemma3Test, lemma3 } from './lemma-3.js'
export { memoisedRates } from './memoised-rates.js'
export {
  communicationObjective,
  customObjective,
  type Objective,
  sensingObjective,
  weightedSumObjective,
} from './objective.js'
export { type OptimalLoad, optimalLoad } from './optimal-load.js'
export {
  type AllocationOptimum,
  type OptimizeOptions,
  optimizationSteps,
  optimizeAllocation,
  type RunnerUp,
} from './optimize-allocation.js'
export type { PlanePoint } from './pareto-frontier.js'
export type { RateModel } from './rate-model.js'
export { type NullSearchOptions, searchOverNulls, type UsersSearched } from './search-over-nulls.js'
export type { OptimizationProgress } from './search-progress.js'
export { type CommunicationRateRow, MissingRateError, type SensingRateRow, tabulatedRates } from './tabulated-rates.js'
export type { GainOverTimeSharing, TimeSharing } from './time-sharing.js'
