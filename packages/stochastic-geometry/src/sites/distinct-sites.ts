import type { PointPattern } from '../geometry/point-pattern.js'

/** Sites at places that differ, and where those of a list are among them. */
export interface DistinctSites extends PointPattern {
  /** For each site of the list its number among those that differ. */
  readonly of: Int32Array
}

/**
 * Makes sites at exactly one place one: registers list a mast once for each of its operators or antennas, and a BS that stands where another one transmits
 * would sense nothing.
 *
 * @example
 * distinctSites({ x: Float64Array.of(0, 1, 0), y: Float64Array.of(0, 0, 0) }).of // Int32Array.of(0, 1, 0)
 */
export const distinctSites = ({ x, y }: PointPattern): DistinctSites => {
  const numbers = new Map<string, number>()
  const kept: number[] = []
  const of = Int32Array.from(x, (east, i) => {
    // 0 and −0 are one place.
    const place = `${east + 0} ${y[i]! + 0}`
    const known = numbers.get(place)
    if (known !== undefined) return known
    numbers.set(place, kept.length)
    return kept.push(i) - 1
  })
  return { x: Float64Array.from(kept, (i) => x[i]!), y: Float64Array.from(kept, (i) => y[i]!), of }
}
