export { communicationCluster } from './geometry/communication-cluster.js'
export { type NearestIndex, nearestIndex } from './geometry/nearest-index.js'
export type { Point, PointPattern } from './geometry/point-pattern.js'
export { sensingCluster } from './geometry/sensing-cluster.js'
export { uniformInVoronoiCell, type VoronoiCell, voronoiCell } from './geometry/voronoi-cell.js'
export { type Torus, type Window, windowArea } from './geometry/window.js'
export type { Deployment, DeploymentParameter } from './processes/deployment.js'
export {
  type DeploymentName,
  type DeploymentParameterName,
  type DeploymentParameters,
  deployedProcess,
  deploymentNames,
  deployments,
  impliedDeployment,
} from './processes/deployments.js'
export { type MaternHardCoreOptions, maternHardCoreProcess } from './processes/matern-hard-core-process.js'
export { orderedDistances } from './processes/ordered-distances.js'
export type { PointProcess } from './processes/point-process.js'
export { poissonProcess } from './processes/poisson-process.js'
export { triangularLattice } from './processes/triangular-lattice.js'
export { areaOutline } from './regions/area-outline.js'
export { boundingRegion } from './regions/bounding-region.js'
export { guardedRegion } from './regions/guarded-region.js'
export type { Polygon } from './regions/polygon.js'
export { polygonRegion, type Region } from './regions/region.js'
export { type RegionCell, regionCells } from './regions/region-cells.js'
export { type TriangulatedArea, uniformInArea } from './regions/triangulated-area.js'
export { type DistinctSites, distinctSites } from './sites/distinct-sites.js'
export type { Projection } from './sites/equal-area-projection.js'
export { type RegionOptions, readRegion } from './sites/read-region.js'
export { readSites, type SiteFileFormat, type SiteOptions, type Sites } from './sites/read-sites.js'
export type { SiteColumns, SiteUnit } from './sites/site-columns.js'
export type { UnreadReason } from './sites/site-entries.js'
export { SiteFileError } from './sites/site-file-error.js'
export {
  type PlainPlaces,
  type SiteCells,
  type SiteLayout,
  type SiteLayoutOptions,
  siteCells,
  siteLayout,
} from './sites/site-layout.js'
export type { SiteNotice } from './sites/site-notices.js'
export { siteProjection } from './sites/site-projection.js'
export { randomStream } from './streams/alea-stream.js'
export { complexNormal } from './streams/complex-normal.js'
export type { RandomStream } from './streams/random-stream.js'
