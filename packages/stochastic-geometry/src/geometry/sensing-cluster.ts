import { permittedName, type SensingClusters, sensingClusterKinds } from '@isacnet/model'
import type { NearestIndex } from './nearest-index.js'
import type { Point } from './point-pattern.js'

/**
 * The cluster of BSs that cooperate for a target, in one of two readings, the serving BS first. Each of the others gets one
 * request to null its interference at the serving BS.
 *
 * @example
 * const index = nearestIndex({ x: Float64Array.of(0, 1, -2), y: Float64Array.of(0, 0, 0) })
 * [...sensingCluster(index, { x: 0.4, y: 0 }, 2, 'target-centric')] // [0, 1]
 *
 * @param size - Q, integer ≥ 0; the cluster has all BSs if there are fewer.
 * @param out - where to write their indices, as for `nearestSeveral`.
 * @throws {UnknownNameError} for another reading.
 * @throws {InvalidParameterError} if size is no integer ≥ 0, or `out` is too short.
 */
export const sensingCluster = (
  index: NearestIndex,
  target: Point,
  size: number,
  reading: SensingClusters,
  out?: Int32Array,
): Int32Array => {
  if (reading === 'target-centric') return index.nearestSeveral(target.x, target.y, size, out)
  permittedName('kind of sensing clusters', reading, sensingClusterKinds)
  const serving = index.nearest(target.x, target.y)
  if (serving < 0) return index.nearestSeveral(target.x, target.y, size, out)
  return index.nearestSeveral(index.pattern.x[serving]!, index.pattern.y[serving]!, size, out)
}
