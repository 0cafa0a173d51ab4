/** The gain of a receiver's signal, Γ(D, 1), by what it makes of the terms $p_k$ of the interference. */
export interface SignalGain {
  /** The largest D. */
  readonly shape: number
  readonly meanShape: number
  /** $P(\mathrm{SIR}>\theta) = \sum_k P(D>k)\,p_k$, of terms up to the largest D. */
  readonly covered: (terms: Float64Array) => number
  /** $1 - P = \sum_k P(D\le k)\,p_k$, of terms up to n. */
  readonly missed: (terms: Float64Array, n: number) => number
  /** $-dP/d\ln\theta = \sum_k k\,P(D=k)\,p_k$, over the scale. */
  readonly density: (terms: Float64Array) => number
  readonly densityScale: number
}

/** The same D always. */
export const fixedShape = (D: number): SignalGain => ({
  shape: D,
  meanShape: D,
  covered: (terms) => {
    let sum = 0
    for (let k = 0; k < D; k++) sum += terms[k]!
    return sum
  },
  missed: (terms, n) => {
    let sum = 0
    for (let k = n; k >= D; k--) sum += terms[k]!
    return sum
  },
  density: (terms) => terms[D]!,
  densityScale: D,
})

/**
 * A random D, independent of the interference.
 *
 * @param orders - the probability of each D ≥ 1, by D.
 */
export const randomShape = (orders: Float64Array): SignalGain => {
  const shape = orders.findLastIndex((probability) => probability > 0)
  const above = new Float64Array(shape)
  const upTo = new Float64Array(shape)
  let meanShape = 0
  for (let D = shape, sum = 0; D > 0; D--) {
    sum += orders[D]!
    above[D - 1] = sum
    meanShape += D * orders[D]!
  }
  for (let D = 1, sum = 0; D < shape; D++) {
    sum += orders[D]!
    upTo[D] = sum
  }
  return {
    shape,
    meanShape,
    covered: (terms) => {
      let sum = 0
      for (let k = 0; k < shape; k++) sum += above[k]! * terms[k]!
      return sum
    },
    missed: (terms, n) => {
      let sum = 0
      for (let k = n; k >= shape; k--) sum += terms[k]!
      for (let k = Math.min(n, shape - 1); k > 0; k--) sum += upTo[k]! * terms[k]!
      return sum
    },
    density: (terms) => {
      let sum = 0
      for (let k = 1; k <= shape; k++) sum += k * orders[k]! * terms[k]!
      return sum
    },
    densityScale: 1,
  }
}
