export {
  type ActualRequestsOptions,
  type ActualRequestsProblem,
  actualRequestsPoints,
  actualRequestsRegionSteps,
  actualRequestsSteps,
  largestSearchedCluster,
  searchedAllocations,
} from './actual-requests/actual-requests-steps.js'
export { lemma2, type OptimalUsers, type UsersProblem } from './paper/lemma-2.js'
export { type Lemma3Test, lemma3 } from './paper/lemma-3.js'
export { type OptimalLoad, optimalLoad } from './paper/optimal-load.js'
export type {
  AllocationPerformance,
  RatedAllocation,
  SpatialAllocation,
} from './problem/allocation.js'
export type { AllocationConstraints, AllocationProblem } from './problem/allocation-problem.js'
export { memoisedRates } from './problem/memoised-rates.js'
export {
  communicationObjective,
  customObjective,
  type Objective,
  quantityObjective,
  sensingObjective,
  weightedSumObjective,
} from './problem/objective.js'
export type { QuantityModel, RateModel } from './problem/rate-model.js'
export { type AnalyticRatesOptions, analyticRates } from './rates/analytic-rates.js'
export {
  type CommunicationRateRow,
  MissingRateError,
  type SensingRateRow,
  tabulatedRates,
} from './rates/tabulated-rates.js'
export {
  type AchievableRegion,
  achievablePoints,
  achievableRegion,
  type FrontierPoint,
  type RegionOptions,
  type RegionPoint,
  regionOfPoints,
  regionPoint,
  regionSteps,
} from './region/achievable-region.js'
export type { PlanePoint } from './region/pareto-frontier.js'
export { planeOf, type RegionMetric, type RegionPlane, regionMetrics } from './region/region-plane.js'
export { type NullSearchOptions, searchOverNulls, type UsersSearched } from './region/search-over-nulls.js'
export type { GainOverTimeSharing, TimeSharing } from './region/time-sharing.js'
export type { SearchCounts } from './search/allocation-search.js'
export type { BindingConstraint, ConstraintName, QuantityConstraintName } from './search/binding-constraints.js'
export {
  type DescriptionOptions,
  describeEmptyFeasibleSet,
  type EmptyFeasibleSet,
  EmptyFeasibleSetError,
  type GivenConstraint,
} from './search/empty-feasible-set-error.js'
export {
  type AllocationOptimum,
  type OptimizeOptions,
  optimizationSteps,
  optimizeAllocation,
  type RunnerUp,
} from './search/optimize-allocation.js'
export type { OptimizationProgress } from './search/search-progress.js'
