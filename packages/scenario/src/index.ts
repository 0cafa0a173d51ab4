export { chosenBy } from './compute/chosen-by.js'
export { type CostEstimate, estimateCost } from './compute/cost-estimate.js'
export { type CompiledObjective, compileObjective } from './compute/objective.js'
export { type ObjectiveQuantities, objectiveQuantities } from './compute/objective-quantities.js'
export {
  type Computation,
  type Methods,
  type Objective,
  type OptimizationComputation,
  type PlotFormat,
  plotFormats,
  plottedQuantities,
  type RateObjective,
  type ResolvedPoint,
  type ResolvedStudy,
  type SimulationComputation,
  type StudyOutputs,
  type SweepAxis,
  type SweptQuantity,
  type TableFormat,
  type TheoremComputation,
  tableFormats,
} from './compute/resolved-study.js'
export { exampleScenario } from './source/example-scenario.js'
export { scenarioJsonSchema, scenarioSchemaUrl } from './source/json-schema.js'
export { parameterFromText } from './source/parameter-text.js'
export { ScenarioError } from './source/scenario-error.js'
export { type ScenarioContent, type ScenarioFormat, scenarioFormats, writeScenario } from './source/write-scenario.js'
export { resolveScenario, type ScenarioOptions } from './sweep/resolve-scenario.js'
export { ExpressionError } from './values/expression.js'
