import { InvalidParameterError } from '@isacnet/model'
import type { PointPattern } from '../geometry/point-pattern.js'
import { polygonRegion, type Region } from './region.js'

/**
 * The least rectangle, with sides to the east and north, that holds all BSs.
 *
 * @example
 * boundingRegion({ x: Float64Array.of(0, 2, 1), y: Float64Array.of(5, 1, 3) }).area // 8
 *
 * @throws {InvalidParameterError} if it has no area, as that of one BS, or of several along a line to the east or north.
 */
export const boundingRegion = ({ x, y }: PointPattern): Region => {
  const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), -Infinity)
  const [left, right, bottom, top] = [least(x), most(x), least(y), most(y)]
  if (!(right > left && top > bottom))
    throw new InvalidParameterError('sites', x.length, 'BSs whose bounding box has an area, unless a region is given')
  return polygonRegion([
    [{ x: Float64Array.of(left, right, right, left), y: Float64Array.of(bottom, bottom, top, top) }],
  ])
}
