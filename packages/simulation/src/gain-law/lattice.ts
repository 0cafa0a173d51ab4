import type { RandomStream } from '@isacnet/stochastic-geometry'

/** Points of a lattice. */
export const latticePoints = 1024

/** Coordinates beyond these are plain random numbers. */
const latticeDimensions = 24

/**
 * Points that fill the unit cube evenly, for randomised quasi-Monte Carlo (Dick, Kuo, Sloan, "High-dimensional integration", Acta
 * Numerica 22 (2013)): a lattice of rank 1, $\{iz/n + \Delta\}$ for i = 0 … n − 1, folded by the tent map x ↦ 1 − |2x − 1|. The shift Δ is
 * uniform and new in each batch. Every single point is therefore uniform in the cube, and the mean of any function over a batch is an
 * unbiased estimate of its integral; batches are independent. Coordinates beyond the 24th are independent uniform variates.
 */
export class ShiftedLattice {
  private readonly stream: RandomStream
  private readonly step = generatingVector()
  private readonly offset = new Float64Array(latticeDimensions)
  private point = -1
  private coordinate = 0

  /** @param stream - the stream of the shifts, and of what is beyond the lattice. */
  constructor(stream: RandomStream) {
    this.stream = stream
  }

  /** Begins a batch of as many points as there are. */
  shift(): void {
    for (let j = 0; j < latticeDimensions; j++) this.offset[j] = this.stream.uniform()
    this.point = -1
  }

  /** Goes to the next point. */
  next(): void {
    this.point += 1
    this.coordinate = 0
  }

  /** The next coordinate of the point, within $[2^{-54}, 1-2^{-53}]$. */
  take(): number {
    const j = this.coordinate
    if (j >= latticeDimensions) return this.stream.uniform()
    this.coordinate = j + 1
    // A multiple of 2⁻¹⁰ plus the shift.
    const x = this.point * this.step[j]! + this.offset[j]!
    const folded = 2 * (x - Math.floor(x))
    return Math.max(2 ** -54, Math.min(1 - 2 ** -53, folded < 1 ? folded : 2 - folded))
  }
}

let vector: Float64Array | undefined

/**
 * z/n, chosen component by component for the least mean square error over functions with square-integrable mixed first derivatives,
 * whose dependence on coordinate j has the weight 1/(2j).
 */
const generatingVector = (): Float64Array => {
  if (vector !== undefined) return vector
  const n = latticePoints
  /** $2\pi^2B_2(k/n)$. */
  const kernel = Float64Array.from({ length: n }, (_, k) => 2 * Math.PI ** 2 * ((k / n) ** 2 - k / n + 1 / 6))
  const product = new Float64Array(n / 2 + 1).fill(1)
  const steps = new Float64Array(latticeDimensions)
  for (let j = 0; j < latticeDimensions; j++) {
    const weight = 0.5 / (j + 1)
    let least = Number.POSITIVE_INFINITY
    let best = 1
    for (let z = 1; z < n / 2; z += 2) {
      let sum = 0
      for (let i = 0, at = 0; i <= n / 2; i++, at = (at + z) % n) sum += product[i]! * kernel[at]!
      // Of equals, up to rounding, the first.
      if (least === Number.POSITIVE_INFINITY || sum < least - 1e-9 * Math.abs(least)) {
        least = sum
        best = z
      }
    }
    for (let i = 0; i <= n / 2; i++) product[i]! *= 1 + weight * kernel[(i * best) % n]!
    steps[j] = best / n
  }
  vector = steps
  return steps
}
