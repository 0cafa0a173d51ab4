import type { NearestIndex } from './nearest-index.js'
import type { Point } from './point-pattern.js'

/**
 * The cluster of BSs that cooperate for a user: the L nearest to it, by ascending distance. The first serves it; each of
 * the others gets one request to null its interference.
 *
 * @example
 * const index = nearestIndex({ x: Float64Array.of(0, 1, 3), y: Float64Array.of(0, 0, 0) })
 * [...communicationCluster(index, { x: 0.7, y: 0 }, 2)] // [1, 0]
 *
 * @param size - L, integer ≥ 0; the cluster has all BSs if there are fewer.
 * @param out - where to write their indices, as for `nearestSeveral`.
 * @throws {InvalidParameterError} if size is no integer ≥ 0, or `out` is too short.
 */
export const communicationCluster = (index: NearestIndex, user: Point, size: number, out?: Int32Array): Int32Array =>
  index.nearestSeveral(user.x, user.y, size, out)
