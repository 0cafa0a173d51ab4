export { type CostEstimate, estimateCost } from './cost-estimate.js'
export { exampleScenario } from './example-scenario.js'
export { ExpressionError } from './expression.js'
export { scenarioJsonSchema, scenarioSchemaUrl } from './json-schema.js'
export { type CompiledObjective, compileObjective } from './objective.js'
export { resolveScenario, type ScenarioOptions } from './resolve-scenario.js'
export {
  type Computation,
  type Methods,
  type Objective,
  type ObjectiveQuantities,
  type OptimizationComputation,
  type PlotFormat,
  type PlottedQuantity,
  plotFormats,
  plottedQuantities,
  type ResolvedPoint,
  type ResolvedStudy,
  type SimulationComputation,
  type StudyOutputs,
  type SweepAxis,
  type SweptQuantity,
  type TableFormat,
  type TheoremComputation,
  tableFormats,
} from './resolved-study.js'
export { ScenarioError } from './scenario-error.js'
export { type ScenarioContent, type ScenarioFormat, scenarioFormats, writeScenario } from './write-scenario.js'
