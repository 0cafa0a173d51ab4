/** Where an integrand that is 0 at the nodes of a rule isn't 0. */
interface FoundMass {
  /** Ends of intervals that close in on the largest value found; just the two ends when nothing was found. */
  readonly breakpoints: readonly number[]
  readonly evaluations: number
}

const even = 4096
const geometric = 4096
/** The geometric points span this many powers of e. */
const span = 40

/**
 * Looks for points of (from, to) where f isn't 0: at 4096 evenly spaced ones, and at 4096 whose distances from either end fall
 * geometrically, by 2 % a point, to $e^{-40}$ of the length.
 */
export const findNonZero = (f: (x: number) => number, from: number, to: number): FoundMass => {
  const length = to - from
  const points = new Set<number>()
  for (let i = 0; i < even; i++) points.add(from + (length * (i + 0.5)) / even)
  for (let i = 0; i < geometric / 2; i++) {
    const distance = length * Math.exp((-span * (i + 0.5)) / (geometric / 2))
    points.add(from + distance)
    points.add(to - distance)
  }
  const sorted = [...points].filter((x) => x > from && x < to).sort((x, y) => x - y)
  const values = sorted.map(f)
  const largest = values.reduce((best, value, i) => (Math.abs(value) > Math.abs(values[best]!) ? i : best), 0)
  const breakpoints = new Set([from, to])
  if (values[largest] !== 0) {
    const centre = sorted[largest]!
    breakpoints.add(centre)
    for (let distance = length / 2; distance > 1e-18 * length; distance /= 2)
      for (const x of [centre - distance, centre + distance]) if (x > from && x < to) breakpoints.add(x)
  }
  return { breakpoints: [...breakpoints].sort((x, y) => x - y), evaluations: sorted.length }
}
