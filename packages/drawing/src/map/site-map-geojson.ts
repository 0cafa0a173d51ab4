import type { PointPattern, Projection } from '@isacnet/stochastic-geometry'
import type { MapCell } from './site-map.js'

/** A site of a map with all that is to be written of it. */
export interface GeoJsonSite extends Pick<MapCell, 'site' | 'polygons'> {
  readonly properties: Readonly<Record<string, string | number | null>>
}

/**
 * The cells of a network as GeoJSON (RFC 7946), in the coordinates of the file of sites: a Polygon or MultiPolygon for each site, outer rings counterclockwise and closed; a Point for a
 * site that serves nobody. GeoJSON is in degrees; of a file in metres or km the coordinates are as they are there, which a member `coordinates` says.
 *
 * @example
 * const corners = { x: Float64Array.of(0, 2, 2, 0), y: Float64Array.of(0, 0, 1, 1) }
 * const site = { site: { x: 1, y: 0.5 }, polygons: [[corners]], properties: { rate: 3.1 } }
 * siteMapGeoJson([site], 'kilometres', (x, y) => [x, y]).features[0].geometry.coordinates[0].length // 5
 *
 * @param unit - of the coordinates in the file.
 * @param inverse - from km to the file's coordinates, as `siteProjection` has it.
 */
export const siteMapGeoJson = (
  sites: readonly GeoJsonSite[],
  unit: 'degrees' | 'metres' | 'kilometres',
  inverse: Projection['inverse'],
) => {
  // A tenth of a millimetre, and a millimetre.
  const decimals = unit === 'degrees' ? 9 : unit === 'metres' ? 3 : 6
  const position = (x: number, y: number): [number, number] => {
    const [first, second] = inverse(x, y)
    return [Number(first.toFixed(decimals)), Number(second.toFixed(decimals))]
  }
  const ring = ({ x, y }: PointPattern): [number, number][] => {
    const open = Array.from(x, (east, k) => position(east, y[k]!))
    return [...open, open[0]!]
  }
  const geometryOf = ({ site, polygons }: GeoJsonSite) => {
    if (polygons.length === 0) return { type: 'Point' as const, coordinates: position(site.x, site.y) }
    const rings = polygons.map((polygon) => polygon.map(ring))
    return rings.length === 1
      ? { type: 'Polygon' as const, coordinates: rings[0]! }
      : { type: 'MultiPolygon' as const, coordinates: rings }
  }
  return {
    type: 'FeatureCollection' as const,
    ...(unit === 'degrees' ? {} : { coordinates: `as in the file of sites, in ${unit}` }),
    features: sites.map((each) => ({
      type: 'Feature' as const,
      properties: each.properties,
      geometry: geometryOf(each),
    })),
  }
}
