export { type ComputeFigureOptions, computeFigure } from './compute-figure.js'
export {
  curvesOf,
  type FigureCurve,
  type FigureData,
  type FigureMark,
  type FigureMarks,
  type FigurePoint,
  type FigureSeries,
  marksOf,
} from './figure-data.js'
export type { Abscissa, CurveDefinition, FigureDefinition, NetworkChanges } from './figure-definition.js'
export type { FigureSimulation, SimulatePoint } from './figure-simulation.js'
export { figures, findFigure, findSweptFigure } from './figures.js'
export type { HeatMap } from './heat-map.js'
export { plainText } from './label.js'
export type { OptimumFigureDefinition, OptimumMethod } from './optimum-figure.js'
export { optimumMethods } from './optimum-figure.js'
export { type Quantity, quantityUnit } from './quantity.js'
export { type RegionDrawing, type RegionGain, type RegionPlace, regionDrawing } from './region-drawing.js'
export { renderHeatMap } from './render-heat-map.js'
export { renderRegion } from './render-region.js'
export { renderSvg } from './render-svg.js'
export { renderTopology } from './render-topology.js'
export type { SvgDocument, SvgNode } from './svg-document.js'
export { toCsv } from './to-csv.js'
export { toJson } from './to-json.js'
export { toPgfplots } from './to-pgfplots.js'
export {
  type InterferenceHole,
  type Topology,
  type TopologyOptions,
  type TopologyReceiver,
  type TopologyRequest,
  type TopologyStation,
  topology,
  type View,
} from './topology.js'
export { topologyDrop } from './topology-drop.js'
