import { assertOptions, integerFrom, numberThat, type OptionChecks } from '@isacnet/model'
import type { Integral } from '../integral/integral.js'
import { NonConvergenceError } from '../integral/non-convergence-error.js'
import { evaluationsOfPiece, gaussKronrod, type OuterEnds, type Piece } from './gauss-kronrod.js'
import { findNonZero } from './search-for-mass.js'

/** Options of {@link integrateAdaptive}. */
export interface AdaptiveOptions {
  /** Relative to the value of the integral, ≥ 0; default 1e-10. */
  readonly relativeTolerance?: number
  /** An error below it is good enough too, ≥ 0; default 0. Where it is > 0, an integrand that is 0 wherever it was evaluated is taken for 0. */
  readonly absoluteTolerance?: number
  /** Bisections permitted, integer ≥ 0; default 500. */
  readonly maxBisections?: number
}

const aTolerance = numberThat('a number ≥ 0', (tolerance) => tolerance >= 0)

const optionChecks: OptionChecks<AdaptiveOptions> = {
  relativeTolerance: aTolerance,
  absoluteTolerance: aTolerance,
  maxBisections: integerFrom(0),
}

/**
 * $\int_a^b f(x)\,dx$ by bisection of the interval with the largest error, each interval by the 7-point Gauss and 15-point
 * Kronrod pair. The limits may be infinite: then $x = t/(1-t)$ is substituted on each side of 0, or of the finite limit.
 *
 * It is the plain way to an integral: no assumption about $f$ beyond piecewise smoothness; kinks, jumps and integrable singularities cost
 * bisections.
 *
 * *Where it looks.* The interval starts in two parts of 17 points each, split at 0 if that is inside, else in the middle. If $f$ is 0 at
 * all of them, it is evaluated at 8192 more points of each part, half of them evenly spaced and half at distances from its ends
 * that grow by 2 % a point: a stretch where f isn't 0 is found if it is longer than 1/4096 of the part, or than 2 % of its distance from an
 * end of the part. An integrand that is 0 at all of these points is refused unless an absolute tolerance is given. A
 * peak that is negligible at each node, and stands on something wider, can't be seen.
 *
 * @example
 * integrateAdaptive((x) => Math.exp(-x), 0, Infinity).value.toFixed(10) // '1.0000000000'
 *
 * @param f - the integrand; it is not evaluated at the ends. Where it grows towards an end, what lies within 1000 ulp of it is
 * counted as error, because doubles don't resolve it: such an end is best at 0.
 * @param a - lower limit, `-Infinity` permitted.
 * @param b - upper limit, `Infinity` permitted, > a.
 * @returns the integral after at most 17 · (2 + 2 · maxBisections) + 25 000 evaluations.
 * @throws {RangeError} unless a < b.
 * @throws {UnknownNameError} {InvalidParameterError} for an option that is not known, or outside its domain.
 * @throws {NonConvergenceError} when the tolerance is not met within the permitted bisections, f is not finite, or is 0 wherever it was
 * evaluated.
 */
export const integrateAdaptive = (
  f: (x: number) => number,
  a: number,
  b: number,
  options: AdaptiveOptions = {},
): Integral => {
  if (!(a < b)) throw new RangeError(`integrateAdaptive: the limits must satisfy a < b, got a = ${a}, b = ${b}`)
  assertOptions('integrateAdaptive', options, optionChecks)
  const { relativeTolerance = 1e-10, absoluteTolerance = 0, maxBisections = 500 } = options

  const branches = branchesOf(f, a, b)
  const pieces: (Piece & { readonly branch: Branch })[] = []
  let evaluations = 0
  const measure = (branch: Branch, from: number, to: number) => {
    evaluations += evaluationsOfPiece
    const outer = { from: from === branch.from && branch.outer.from, to: to === branch.to && branch.outer.to }
    return { ...gaussKronrod(branch.integrand, from, to, outer), branch }
  }
  for (const branch of branches) pieces.push(measure(branch, branch.from, branch.to))
  const unseen = pieces.every(({ magnitude }) => magnitude === 0)
  if (unseen) {
    pieces.length = 0
    for (const branch of branches) {
      const { breakpoints, evaluations: looked } = findNonZero(branch.integrand, branch.from, branch.to)
      evaluations += looked
      for (let i = 1; i < breakpoints.length; i++) pieces.push(measure(branch, breakpoints[i - 1]!, breakpoints[i]!))
    }
  }

  for (let bisections = 0; ; bisections++) {
    let value = 0
    let errorEstimate = 0
    let worst = 0
    let seen = false
    pieces.forEach((piece, i) => {
      value += piece.value
      errorEstimate += piece.error
      seen ||= piece.magnitude !== 0
      if (!(piece.error <= pieces[worst]!.error)) worst = i
    })
    const requested = Math.max(absoluteTolerance, relativeTolerance * Math.abs(value))
    if (!seen) {
      if (absoluteTolerance > 0) return { value, errorEstimate: absoluteTolerance, evaluations }
      const reached = { value, errorEstimate: Number.POSITIVE_INFINITY, evaluations }
      throw new NonConvergenceError(
        'adaptive Gauss–Kronrod',
        reached,
        requested,
        'the integrand is 0 wherever it was evaluated',
      )
    }
    if (errorEstimate <= requested && Number.isFinite(value)) return { value, errorEstimate, evaluations }
    const parent = pieces[worst]!
    const { branch, from, to } = parent
    const middle = from / 2 + to / 2
    if (bisections === maxBisections || !(middle > from && middle < to) || !Number.isFinite(value))
      throw new NonConvergenceError('adaptive Gauss–Kronrod', { value, errorEstimate, evaluations }, requested)
    const halves = [measure(branch, from, middle), measure(branch, middle, to)]
    // Two rules can agree by accident, at a jump; three values seldom do.
    const missed = Math.abs(parent.value - halves[0]!.value - halves[1]!.value) / 8
    const believed = halves[0]!.error + halves[1]!.error
    pieces.splice(worst, 1, ...halves.map((half) => (believed < missed ? { ...half, error: missed } : half)))
  }
}

/** A part of the interval, in a variable of its own. */
interface Branch {
  readonly integrand: (x: number) => number
  readonly from: number
  readonly to: number
  /** Which of its ends are ends of the integral. */
  readonly outer: OuterEnds
}

const atFrom: OuterEnds = { from: true, to: false }
const atTo: OuterEnds = { from: false, to: true }

/** The interval in two parts, split at 0 where it is inside: doubles are dense there. */
const branchesOf = (f: (x: number) => number, a: number, b: number): readonly Branch[] => {
  if (a === Number.NEGATIVE_INFINITY && b === Number.POSITIVE_INFINITY) return [toInfinity((y) => f(-y)), toInfinity(f)]
  if (b === Number.POSITIVE_INFINITY) return beyond((y) => f(a + y), a)
  if (a === Number.NEGATIVE_INFINITY) return beyond((y) => f(b - y), b)
  const first = a + Number.EPSILON * Math.abs(a)
  const last = b - Number.EPSILON * Math.abs(b)
  const integrand = (x: number): number => f(Math.min(Math.max(x, first), last))
  const middle = a < 0 && b > 0 ? 0 : a / 2 + b / 2
  return [
    { integrand, from: a, to: middle, outer: atFrom },
    { integrand, from: middle, to: b, outer: atTo },
  ]
}

/** Distances from a finite limit: (0, 1) as they are, and (1, ∞) as 1/s with s from 0 to 1. */
const beyond = (f: (y: number) => number, limit: number): readonly Branch[] => {
  const ulp = Number.EPSILON * Math.abs(limit)
  return [
    { integrand: (y) => f(Math.max(y, ulp)), from: 0, to: 1, outer: atFrom },
    { integrand: (s) => f(1 / s) / (s * s), from: 0, to: 1, outer: atFrom },
  ]
}

/** (0, ∞) as $(1-s)/s$. */
const toInfinity = (f: (y: number) => number): Branch => ({
  integrand: (s) => f((1 - s) / s) / (s * s),
  from: 0,
  to: 1,
  outer: atFrom,
})
