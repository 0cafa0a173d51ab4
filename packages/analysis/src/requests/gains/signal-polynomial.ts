/**
 * $\sum_D w_D\bigl(1-(1+z)^{-D}\bigr)$ at $x = \ln z$, with full relative accuracy: with $r = 1/(1+z)$ it is
 * $zr\sum_{k\ge0} r^k\sum_{D>k} w_D$, where nothing cancels if the weights don't.
 *
 * @param weights - of each diversity order D, by D.
 */
export const signalPolynomial = (weights: Float64Array): ((x: number) => number) => {
  const above = new Float64Array(Math.max(0, weights.length - 1))
  let sum = 0
  for (let D = weights.length - 1; D > 0; D--) {
    sum += weights[D]!
    above[D - 1] = sum
  }
  return (x) => {
    const z = Math.exp(x)
    const r = 1 / (1 + z)
    let value = 0
    for (let k = above.length - 1; k >= 0; k--) value = value * r + above[k]!
    return z === Number.POSITIVE_INFINITY ? (above[0] ?? 0) : z * r * value
  }
}
