export {
  curvesOf,
  type FigureCurve,
  type FigureData,
  type FigureMark,
  type FigureMarks,
  type FigurePoint,
  type FigureSeries,
  figureHeading,
  marksOf,
} from './chart/figure-data.js'
export { type Quantity, quantityInUnit, quantityUnit } from './chart/quantity.js'
export { renderSvg } from './chart/render-svg.js'
export { csvText } from './export/csv-text.js'
export { toCsv } from './export/to-csv.js'
export { toJson } from './export/to-json.js'
export { toPgfplots } from './export/to-pgfplots.js'
export type { HeatMap } from './heat-map/heat-map.js'
export { renderHeatMap } from './heat-map/render-heat-map.js'
export { plainText } from './label/label.js'
export { renderSiteMap } from './map/render-site-map.js'
export type { MapCell, SiteMap } from './map/site-map.js'
export { type GeoJsonSite, siteMapGeoJson } from './map/site-map-geojson.js'
export type { PanelChart, PanelPoint } from './panels/panel-chart.js'
export { renderPanelChart } from './panels/render-panel-chart.js'
export { type RegionDrawing, type RegionGain, type RegionPlace, regionDrawing } from './region/region-drawing.js'
export { renderRegion } from './region/render-region.js'
export type { SvgDocument, SvgNode } from './svg/svg-document.js'
export { cellMeans } from './topology/rate-colours.js'
export { renderTopology, type TopologyPicture } from './topology/render-topology.js'
export { renderStationRequests, stationRequests } from './topology/station-requests.js'
export {
  type InterferenceHole,
  type Topology,
  type TopologyOptions,
  type TopologyReceiver,
  type TopologyRequest,
  type TopologyStation,
  topology,
  topologySteps,
  type View,
} from './topology/topology.js'
export { topologyDrop } from './topology/topology-drop.js'
export { frames as topologyFrames, type TopologyLayout } from './topology/topology-view.js'
