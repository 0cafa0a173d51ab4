import { InvalidParameterError } from '@isacnet/model'
import { equalAreaProjection, type Projection } from './equal-area-projection.js'
import type { Sites } from './read-sites.js'

/**
 * Returns how coordinates of a file of sites and places of the plane, in km, become each other: to set something else of the same file beside
 * its sites, or to write what was computed in the file’s own coordinates. `forward` takes x and y, or longitude and latitude, `inverse` km.
 *
 * @example
 * const sites = readSites('lon,lat\n2.35,48.85\n2.37,48.85\n')
 * siteProjection(sites).forward(2.35, 48.85)[0] === sites.x[0] // true
 * siteProjection(sites).inverse(0, 0).map((degrees) => degrees.toFixed(4)) // ['2.3600', '48.8500']
 *
 * @throws {InvalidParameterError} if there are no sites, and so no centre.
 */
export const siteProjection = ({ unit, centre }: Sites): Projection => {
  if (centre === undefined) throw new InvalidParameterError('sites', 'none', 'at least one site')
  if (unit === 'degrees') return equalAreaProjection(...centre)
  const perKilometre = unit === 'metres' ? 1000 : 1
  return {
    forward: (first, second) => [(first - centre[0]) / perKilometre, (second - centre[1]) / perKilometre],
    inverse: (x, y) => [x * perKilometre + centre[0], y * perKilometre + centre[1]],
  }
}
