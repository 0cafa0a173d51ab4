/** $\ln$ of the factor by which coefficients are rescaled before they leave the range of doubles. */
const lnRescale = 400
const largest = Math.exp(lnRescale)

/**
 * The coefficients of $G(w) = \sum_k h_kw^k$ given those of a series $a_1w + a_2w^2 + \dots$ of positive terms, by
 *
 * $$h_k = \sum_{j=1}^k\Bigl(\kappa + \mu\frac jk\Bigr)a_jh_{k-j},$$
 *
 * in which no term is negative, so that nothing cancels. With κ = 1, μ = L − 1 and $a_j = f_j/f_0$ it is Miller's recursion for
 * $(f_0 - \sum_j f_jw^j)^{-L}$, and with κ = 0, μ = v and $a_j = f_j$ it is $e^{-v(f_0-\sum_j f_jw^j)}$.
 *
 * @param a - entries 1 … n are read.
 * @param lnFirst - $\ln h_0$; where $h_0$ alone would underflow, the coefficients are kept rescaled on the way.
 * @param h - entries 0 … n are written.
 */
const fromRecursion = (
  a: Float64Array,
  kappa: number,
  mu: number,
  lnFirst: number,
  n: number,
  h: Float64Array,
): void => {
  const plain = lnFirst > -600
  let lnScale = plain ? 0 : lnFirst
  h[0] = plain ? Math.exp(lnFirst) : 1
  for (let k = 1; k <= n; k++) {
    let same = 0
    let weighted = 0
    if (mu === 0) for (let j = 1, i = k - 1; j <= k; j++, i--) same += a[j]! * h[i]!
    else
      for (let j = 1, i = k - 1; j <= k; j++, i--) {
        const term = a[j]! * h[i]!
        same += term
        weighted += j * term
      }
    const value = kappa * same + (mu / k) * weighted
    h[k] = value
    if (value > largest) {
      for (let i = 0; i <= k; i++) h[i]! /= largest
      lnScale += lnRescale
    }
  }
  if (lnScale !== 0) for (let k = 0; k <= n; k++) h[k] = Math.exp(Math.log(h[k]!) + lnScale)
}

/** Room for the ratios of coefficients. */
let ratios = new Float64Array(64)

/**
 * The coefficients of $(f_0 - f_1w - f_2w^2 - \dots)^{-L}$ up to $w^n$, into h: positive if the $f_k$ are.
 *
 * @param f - $f_0, f_1, \dots$, of which n + 1 are read.
 */
export const negativePower = (f: Float64Array, L: number, n: number, h: Float64Array): void => {
  if (ratios.length <= n) ratios = new Float64Array(2 * n)
  const reciprocal = 1 / f[0]!
  for (let j = 1; j <= n; j++) ratios[j] = f[j]! * reciprocal
  fromRecursion(ratios, 1, L - 1, -L * Math.log(f[0]!), n, h)
}

/** The coefficients of $e^{-v(f_0 - f_1w - f_2w^2 - \dots)}$ up to $w^n$, into h. */
export const exponential = (f: Float64Array, v: number, n: number, h: Float64Array): void => {
  fromRecursion(f, 0, v, -v * f[0]!, n, h)
}

/** The coefficients of a product up to $w^n$, into `product`, which is neither of the factors. */
export const multiply = (a: Float64Array, b: Float64Array, n: number, product: Float64Array): void => {
  for (let k = 0; k <= n; k++) {
    let sum = 0
    for (let j = 0; j <= k; j++) sum += a[j]! * b[k - j]!
    product[k] = sum
  }
}

/** Multiplies h by $b^m$ up to $w^n$, bit by bit of m. */
export const multiplyByPower = (h: Float64Array, b: Float64Array, m: number, n: number): void => {
  let square = b.slice(0, n + 1)
  let spare = new Float64Array(n + 1)
  for (let rest = m; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      multiply(h, square, n, spare)
      h.set(spare)
    }
    if (rest > 1) {
      multiply(square, square, n, spare)
      const last = square
      square = spare
      spare = last
    }
  }
}
