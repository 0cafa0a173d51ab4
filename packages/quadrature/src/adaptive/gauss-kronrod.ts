/** The Kronrod rule on one interval. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly error: number
  /** $\int|f|$ by the same rule. */
  readonly magnitude: number
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

/** Which ends of an interval are ends of the whole integral, where f may grow without bound and is not evaluated. */
export interface OuterEnds {
  readonly from: boolean
  readonly to: boolean
}

/** Evaluations of one {@link gaussKronrod}. */
export const evaluationsOfPiece = 17

/**
 * The 15-point Kronrod rule on (from, to) with QUADPACK's error estimate, which is never below a twentieth of the distance
 * between it and the 7-point Gauss rule, and covers what lies between the last node and the end: f is compared there with the polynomial through the
 * nodes, which shows a jump or kink that hides beyond them; where f grows towards an end of the integral, its rest is estimated by
 * the power of the distance that the last two nodes show. An interval at such an end whose nodes
 * doubles can't tell apart is all error.
 */
export const gaussKronrod = (f: (x: number) => number, from: number, to: number, outer: OuterEnds): Piece => {
  const centre = from / 2 + to / 2
  const half = to / 2 - from / 2
  const middle = f(centre)
  let kronrod = kronrodWeights[7]! * middle
  let gauss = gaussWeights[3]! * middle
  let magnitude = kronrodWeights[7]! * Math.abs(middle)
  let atFrom = extrapolation[7]! * middle
  let atTo = atFrom
  const last = { left: 0, right: 0 }
  const next = { left: 0, right: 0 }
  for (let i = 0; i < 7; i++) {
    const x = half * nodes[i]!
    const left = f(centre - x)
    const right = f(centre + x)
    kronrod += kronrodWeights[i]! * (left + right)
    magnitude += kronrodWeights[i]! * (Math.abs(left) + Math.abs(right))
    if (i % 2 === 1) gauss += gaussWeights[(i - 1) / 2]! * (left + right)
    atFrom += extrapolation[14 - i]! * right + extrapolation[i]! * left
    atTo += extrapolation[i]! * right + extrapolation[14 - i]! * left
    if (i < 2) Object.assign(i === 0 ? last : next, { left, right })
  }
  const value = half * kronrod
  const scale = half * magnitude
  const difference = Math.abs(half * (kronrod - gauss))
  if (!Number.isFinite(value)) return { from, to, value, error: Number.POSITIVE_INFINITY, magnitude: scale }
  // QUADPACK's estimate: the Kronrod rule is better than its distance from the Gauss rule.
  const estimate = scale === 0 ? 0 : scale * Math.min(1, ((200 * difference) / scale) ** 1.5)
  const gap = half * (1 - nodes[0]!)
  const beyond =
    gap *
    (atEnd(outer.from, last.left, next.left, atFrom, () => f(outer.from ? from + gap * 1e-9 : from)) +
      atEnd(outer.to, last.right, next.right, atTo, () => f(outer.to ? to - gap * 1e-9 : to)))
  const ulp = Number.EPSILON * Math.max(Math.abs(from), Math.abs(to))
  const blurred = half <= 500 * ulp
  const grows = (end: number, inward: number): boolean =>
    Math.abs(f(end + inward * ulp)) > 1.5 * Math.abs(f(end + 1000 * inward * ulp))
  const resolved = !(blurred && ((outer.from && grows(from, 1)) || (outer.to && grows(to, -1))))
  const error = resolved ? Math.max(difference / 20, Math.min(estimate, difference)) + Number.EPSILON * scale : scale
  return { from, to, value, error: Math.max(error, beyond), magnitude: scale }
}

/** The largest error of the last node's value as the mean over the rest of the interval. */
const atEnd = (outer: boolean, last: number, next: number, expected: number, end: () => number): number => {
  if (outer) {
    const power = Math.log(last / next) / lastRatio
    if (power <= -1) return Number.POSITIVE_INFINITY
    if (power < 0) return Math.abs(last) / (1 + power)
  }
  // The extrapolation multiplies the rounding of the values.
  const mismatch = Math.abs(end() - expected)
  return mismatch <= 1e-13 * Math.abs(expected) ? 0 : mismatch
}

const lastRatio = Math.log((1 - nodes[0]!) / (1 - nodes[1]!))

/** Coefficients of the value at 1 of the polynomial through the 15 nodes, from the node nearest to 1. */
const extrapolation = (() => {
  const all = [
    ...nodes,
    ...nodes
      .slice(0, 7)
      .reverse()
      .map((x) => -x),
  ]
  return all.map((x, i) => all.reduce((product, y, j) => (i === j ? product : (product * (1 - y)) / (x - y)), 1))
})()
