import type { Integral } from './integral.js'
import { NonConvergenceError } from './non-convergence-error.js'

/** Options of {@link integrateAdaptive}. */
export interface AdaptiveOptions {
  /** Relative to the value of the integral; default 1e-10. */
  readonly relativeTolerance?: number
  /** Default 0. */
  readonly absoluteTolerance?: number
  /** Bisections permitted; default 500. */
  readonly maxBisections?: number
}

/**
 * $\int_a^b f(x)\,dx$ by bisection of the interval with the largest error, each interval by the 7-point Gauss and 15-point
 * Kronrod pair. The limits may be infinite: then $x = t/(1-t^2)$, or $x = a + t/(1-t)$, is substituted.
 *
 * It is the plain way to an integral: no assumption about $f$ beyond piecewise smoothness.
 *
 * @param f - the integrand; it is not evaluated at the ends.
 * @param a - lower limit, `-Infinity` permitted.
 * @param b - upper limit, `Infinity` permitted, > a.
 * @throws {RangeError} unless a < b.
 * @throws {NonConvergenceError} when the tolerance is not met within the permitted bisections.
 */
export const integrateAdaptive = (
  f: (x: number) => number,
  a: number,
  b: number,
  options: AdaptiveOptions = {},
): Integral => {
  if (!(a < b)) throw new RangeError(`integrateAdaptive: the limits must satisfy a < b, got a = ${a}, b = ${b}`)
  if (a === Number.NEGATIVE_INFINITY && b === Number.POSITIVE_INFINITY)
    return integrateAdaptive((t) => (f(t / (1 - t * t)) * (1 + t * t)) / (1 - t * t) ** 2, -1, 1, options)
  if (b === Number.POSITIVE_INFINITY) return integrateAdaptive((t) => f(a + t / (1 - t)) / (1 - t) ** 2, 0, 1, options)
  if (a === Number.NEGATIVE_INFINITY) return integrateAdaptive((t) => f(b - t / (1 - t)) / (1 - t) ** 2, 0, 1, options)

  const { relativeTolerance = 1e-10, absoluteTolerance = 0, maxBisections = 500 } = options
  const pieces = [gaussKronrod(f, a, b)]
  for (let bisections = 0; ; bisections++) {
    let value = 0
    let errorEstimate = 0
    let worst = 0
    pieces.forEach((piece, i) => {
      value += piece.value
      errorEstimate += piece.error
      if (piece.error > pieces[worst]!.error) worst = i
    })
    const evaluations = 15 * (2 * bisections + 1)
    const requested = Math.max(absoluteTolerance, relativeTolerance * Math.abs(value))
    if (errorEstimate <= requested) return { value, errorEstimate, evaluations }
    const { from, to } = pieces[worst]!
    const middle = (from + to) / 2
    if (bisections === maxBisections || !(middle > from && middle < to) || !Number.isFinite(value))
      throw new NonConvergenceError('adaptive Gauss–Kronrod', { value, errorEstimate, evaluations }, requested)
    pieces.splice(worst, 1, gaussKronrod(f, from, middle), gaussKronrod(f, middle, to))
  }
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly error: number
}

/** Positive abscissae of the 15-point Kronrod rule; those of odd index are the 7-point Gauss rule's (Kronrod 1965). */
const nodes = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848, 0,
]
const kronrodWeights = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
]
const gaussWeights = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694]

const gaussKronrod = (f: (x: number) => number, from: number, to: number): Piece => {
  const centre = (from + to) / 2
  const half = (to - from) / 2
  const middle = f(centre)
  let kronrod = kronrodWeights[7]! * middle
  let gauss = gaussWeights[3]! * middle
  let magnitude = kronrodWeights[7]! * Math.abs(middle)
  for (let i = 0; i < 7; i++) {
    const x = half * nodes[i]!
    const left = f(centre - x)
    const right = f(centre + x)
    kronrod += kronrodWeights[i]! * (left + right)
    magnitude += kronrodWeights[i]! * (Math.abs(left) + Math.abs(right))
    if (i % 2 === 1) gauss += gaussWeights[(i - 1) / 2]! * (left + right)
  }
  const value = half * kronrod
  const scale = half * magnitude
  const difference = Math.abs(half * (kronrod - gauss))
  // QUADPACK's estimate: the Kronrod rule is better than its distance from the Gauss rule.
  const relative = scale === 0 ? 0 : (200 * difference) / scale
  const error = scale === 0 ? difference : scale * Math.min(1, relative ** 1.5) + Number.EPSILON * scale
  return {
    from,
    to,
    value,
    error: Number.isNaN(value)
      ? Number.POSITIVE_INFINITY
      : Math.min(error, Math.max(difference, Number.EPSILON * scale)),
  }
}
