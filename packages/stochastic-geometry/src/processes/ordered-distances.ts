import { InvalidParameterError } from '@isacnet/model'
import type { RandomStream } from '../streams/random-stream.js'

/**
 * The distances $r_1<r_2<\dots$ from the origin, or any point chosen without regard to the pattern, to the points of a
 * homogeneous PPP, without drawing the pattern: $\pi\lambda r_n^2=E_1+\dots+E_n$ with independent exponentials $E_i$.
 * (The areas $\pi r_n^2$ form a Poisson process of rate λ on the half line: Haenggi, "On distances in uniformly random
 * networks", IEEE Trans. Inf. Theory 51 (2005).) Points at them have independent uniform directions.
 *
 * @example
 * [...orderedDistances(1, 3, randomStream(1, 0, 'sites'))].map((distance) => distance.toFixed(3)) // ['0.539', '0.758', '0.766']
 *
 * @param density - λ in BSs per km², in $[10^{-300}, 10^{300}]$.
 * @param count - how many distances, integer ≥ 0.
 * @param out - where to write them; the first `count` entries are used, and no array is allocated if it has that length.
 * @returns the distances in km, ascending: `out`, or its first `count` entries.
 * @throws {InvalidParameterError} outside that domain, or if `out` is shorter than `count`.
 */
export const orderedDistances = (
  density: number,
  count: number,
  stream: RandomStream,
  out?: Float64Array,
): Float64Array => {
  if (!(density >= 1e-300 && density <= 1e300))
    throw new InvalidParameterError('density', density, 'a number from 1e-300 to 1e300 per km²')
  if (!Number.isInteger(count) || count < 0) throw new InvalidParameterError('count', count, 'an integer ≥ 0')
  const distances = out ?? new Float64Array(count)
  if (distances.length < count)
    throw new InvalidParameterError('out', distances.length, `at least ${count} entries long`)
  const scale = 1 / (Math.PI * density)
  let sum = 0
  for (let n = 0; n < count; n++) {
    sum += stream.exponential()
    distances[n] = Math.sqrt(scale * sum)
  }
  return distances.length === count ? distances : distances.subarray(0, count)
}
