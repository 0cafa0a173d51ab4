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
  if (b === Number.POSITIVE_INFINITY)
    return integrateAdaptive((t) => f(a + t / (1 - t)) / (1 - t) ** 2, 0, 1, options)
  if (a === Number.NEGATIVE_INFINITY)
    return integrateAdaptive((t) => f(b - t / (1 - t)) / (1 - t) ** 2, 0, 1, options)

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
  0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
  0.741531185599394439863864773280788, 0.58608723546769113029414169156469, 0.405845151377397166906606412076961,
  0.207784955007898467600689403773245, 0,
]
const kronrodWeights = [
  0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
  0.140653259715525918745189590510238, 0.16900472663926790282829537116301, 0.190350578064785409913256402421014,
  0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
]
const gaussWeights = [
  0.129484966168869693270611432679082, 0.27970539148927666790146777142378, 0.381830050505118944950369775488975,
  0.417959183673469387755102040816327,
]

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
  return { from, to, value, error: Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.min(error, Math.max(difference, Number.EPSILON * scale)) }
}
