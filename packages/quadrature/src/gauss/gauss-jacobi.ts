/** Nodes in (0, 1], ascending, and weights of a Gauss rule. */
export interface GaussRule {
  readonly nodes: Float64Array
  /** They sum to 1; positive, or 0 where the smallest double exceeds them. */
  readonly weights: Float64Array
}

/**
 * The $n$-point Gauss–Jacobi rule on (0, 1) for the Beta$(a, b)$ law,
 *
 * $$\sum_i w_i f(x_i) \approx \mathrm E\,f(X) = \frac{1}{B(a,b)}\int_0^1 f(x)\,x^{a-1}(1-x)^{b-1}\,dx,$$
 *
 * exact for polynomials of degree $2n-1$. The weights have unit mass, so no beta function is needed.
 *
 * Nodes are the eigenvalues of the Jacobi matrix (Golub and Welsch 1969), found by the implicit QL iteration and then by bisection
 * on the matrix's factors, those above 1/2 on those of the rule for $1-X$: x and 1 − x are accurate relative to themselves. Weights
 * are the Christoffel numbers $1/\sum_k p_k(x_i)^2$, from the same factors. Cost $O(n^2)$.
 *
 * Accuracy: nodes within 1e-15 of themselves, weights within 2e-14 (README). A node nearer to 1 than the last double below it is 1:
 * for functions that are singular there take the rule of (b, a) for $1-X$.
 *
 * @example
 * const { nodes, weights } = gaussJacobi(2, 2, 3)
 * nodes.reduce((mean, x, i) => mean + weights[i] * x ** 2, 0).toFixed(12) // '0.200000000000'
 *
 * @param n - number of nodes, integer from 1 to 1024.
 * @param a - first shape of the beta law, in $[10^{-300}, 10^6]$.
 * @param b - second shape of the beta law, likewise.
 * @throws {RangeError} outside that domain.
 */
export const gaussJacobi = (n: number, a: number, b: number): GaussRule => {
  assertNodes('gaussJacobi', n, MOST_NODES)
  assertShape('a', a)
  assertShape('b', b)
  const factors = canonicalFactors(n, a, b)
  const mirrored = canonicalFactors(n, b, a)
  const nodes = eigenvalues(recurrence(factors)).sort()
  const weights = new Float64Array(n)
  let total = 0
  for (let i = 0; i < n; i++) {
    if (nodes[i]! <= 0.5) {
      const x = refined(nodes[i]!, i, factors)
      nodes[i] = x
      weights[i] = christoffelNumber(x, factors)
    } else {
      const rest = refined(1 - nodes[i]!, n - 1 - i, mirrored)
      nodes[i] = 1 - rest
      weights[i] = christoffelNumber(rest, mirrored)
    }
    total += weights[i]!
  }
  for (let i = 0; i < n; i++) weights[i] = weights[i]! / total
  return { nodes, weights }
}

/** More would take seconds. */
export const MOST_NODES = 1024
const SMALLEST_SHAPE = 1e-300
const LARGEST_SHAPE = 1e6
/** A pivot of 0 is taken to be that much of its entry: a change of the matrix far below rounding. */
const VANISHING = 1e-40

/** @throws {RangeError} unless n is an integer from 1 to `most`. */
export const assertNodes = (caller: string, n: number, most: number): void => {
  if (!Number.isInteger(n) || n < 1 || n > most)
    throw new RangeError(`${caller}: n must be an integer from 1 to ${most}, got ${n}`)
}

const assertShape = (name: string, value: number): void => {
  if (!(value >= SMALLEST_SHAPE && value <= LARGEST_SHAPE))
    throw new RangeError(`gaussJacobi: ${name} must be a number from 1e-300 to 1e6, got ${value}`)
}

interface Recurrence {
  readonly diagonal: Float64Array
  /** Entry k couples k and k + 1; the last one belongs to the polynomial of degree n. */
  readonly offDiagonal: Float64Array
}

/**
 * The Jacobi matrix on (0, 1) as $LL^{\mathsf T}$: squares of the diagonal and, below it, of the entries of the bidiagonal L. With the
 * canonical moments of the beta law, $p_{2k-1} = (a+k-1)/(a+b+2k-2)$ and $p_{2k} = k/(a+b+2k-1)$, they are
 * $(1-p_{j-1})p_j$ in turn (Dette and Studden 1997, section 1.3), with no difference in them.
 */
interface Factors {
  readonly diagonal: Float64Array
  /** The last one belongs to the polynomial of degree n. */
  readonly below: Float64Array
}

const canonicalFactors = (n: number, a: number, b: number): Factors => {
  const diagonal = new Float64Array(n)
  const below = new Float64Array(n)
  let rest = 1
  for (let k = 0; k < n; k++) {
    const odd = a + b + 2 * k
    const even = odd + 1
    diagonal[k] = (rest * (a + k)) / odd
    below[k] = ((b + k) / odd) * ((k + 1) / even)
    rest = (a + b + k) / even
  }
  return { diagonal, below }
}

/** Three-term recurrence of the orthonormal Jacobi polynomials shifted to (0, 1). */
const recurrence = ({ diagonal: square, below }: Factors): Recurrence => ({
  diagonal: square.map((value, k) => (k === 0 ? value : value + below[k - 1]!)),
  offDiagonal: square.map((value, k) => Math.sqrt(value) * Math.sqrt(below[k]!)),
})

/** How many eigenvalues are less than x > 0: the negative pivots of $LL^{\mathsf T} - xI$ (differential form of the qd algorithm). */
const eigenvaluesBelow = (x: number, { diagonal, below }: Factors): number => {
  let count = 0
  let shift = -x
  for (let k = 0; k < diagonal.length; k++) {
    const pivot = diagonal[k]! + shift || VANISHING * diagonal[k]!
    if (pivot < 0) count++
    shift = shift * (below[k]! / pivot) - x
  }
  return count
}

/** The eigenvalue with `index` smaller ones, to about an ulp, by bisection about an estimate that may have no digits if it is small. */
const refined = (estimate: number, index: number, factors: Factors): number => {
  let high = Math.max(estimate, 2 ** -60)
  let low = high
  for (let width = 2 ** -46; eigenvaluesBelow(high, factors) <= index; width *= 8) high *= 1 + width
  for (let width = 2 ** -46; eigenvaluesBelow(low, factors) > index; width *= 8)
    low *= width < 0.5 ? 1 - width : 2 ** -24
  for (;;) {
    const middle = high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2
    if (!(middle > low && middle < high)) return low
    if (eigenvaluesBelow(middle, factors) > index) high = middle
    else low = middle
  }
}

/** Eigenvalues of a symmetric tridiagonal matrix by the implicit QL iteration with Wilkinson's shift. */
const eigenvalues = ({ diagonal, offDiagonal }: Recurrence): Float64Array => {
  const d = Float64Array.from(diagonal)
  const e = Float64Array.from(offDiagonal)
  const n = d.length
  e[n - 1] = 0
  for (let l = 0; l < n; l++) {
    for (let iteration = 0; ; iteration++) {
      let m = l
      while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++
      if (m === l) break
      if (iteration === 60) throw new RangeError('gaussJacobi: the QL iteration did not converge')
      let g = (d[l + 1]! - d[l]!) / (2 * e[l]!)
      let r = Math.hypot(g, 1)
      g = d[m]! - d[l]! + e[l]! / (g + (g >= 0 ? r : -r))
      let s = 1
      let c = 1
      let shift = 0
      let i = m - 1
      for (; i >= l; i--) {
        const f = s * e[i]!
        const h = c * e[i]!
        r = Math.hypot(f, g)
        e[i + 1] = r
        if (r === 0) {
          d[i + 1] = d[i + 1]! - shift
          e[m] = 0
          break
        }
        s = f / r
        c = g / r
        g = d[i + 1]! - shift
        r = (d[i]! - g) * s + 2 * c * h
        shift = s * r
        d[i + 1] = g + shift
        g = c * r - h
      }
      if (r === 0 && i >= l) continue
      d[l] = d[l]! - shift
      e[l] = g
      e[m] = 0
    }
  }
  return d
}

/**
 * 1/Σ p_k(x)² over the orthonormal polynomials of degree below n: $p_k$ is the product of the pivots of $LL^{\mathsf T} - xI$ over
 * that of the entries next to the Jacobi matrix's diagonal. For small shapes it exceeds the range of a double.
 */
const christoffelNumber = (x: number, { diagonal, below }: Factors): number => {
  let square = 1
  let sum = 1
  let reductions = 0
  let shift = -x
  for (let k = 0; k < diagonal.length - 1; k++) {
    const pivot = diagonal[k]! + shift || VANISHING * diagonal[k]!
    shift = shift * (below[k]! / pivot) - x
    for (const entry of [diagonal[k]!, below[k]!]) {
      square *= Math.abs(pivot) / entry
      while (square > 1) {
        square *= 1e-100
        sum *= 1e-100
        reductions++
      }
    }
    sum += square
  }
  let weight = 1 / sum
  for (; reductions > 0; reductions--) weight *= 1e-100
  return weight
}
