/** Nodes in (0, 1), ascending, and weights of a Gauss rule. */
export interface GaussRule {
  readonly nodes: Float64Array
  /** Positive; they sum to 1. */
  readonly weights: Float64Array
}

/**
 * The $n$-point Gauss–Jacobi rule on (0, 1) for the Beta$(a, b)$ law,
 *
 * $$\sum_i w_i f(x_i) \approx \mathrm E\,f(X) = \frac{1}{B(a,b)}\int_0^1 f(x)\,x^{a-1}(1-x)^{b-1}\,dx,$$
 *
 * exact for polynomials of degree $2n-1$. The weights have unit mass, so no beta function is needed.
 *
 * Nodes are the eigenvalues of the Jacobi matrix (Golub and Welsch 1969), found by the implicit QL iteration and
 * polished by one Newton step; weights are the Christoffel numbers $1/\sum_k p_k(x_i)^2$. Cost $O(n^2)$.
 *
 * @param n - number of nodes, integer ≥ 1.
 * @param a - first shape of the beta law, > 0.
 * @param b - second shape of the beta law, > 0.
 * @throws {RangeError} outside that domain.
 */
export const gaussJacobi = (n: number, a: number, b: number): GaussRule => {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`gaussJacobi: n must be an integer ≥ 1, got ${n}`)
  if (!(a > 0 && a < Number.POSITIVE_INFINITY))
    throw new RangeError(`gaussJacobi: a must be a finite number > 0, got ${a}`)
  if (!(b > 0 && b < Number.POSITIVE_INFINITY))
    throw new RangeError(`gaussJacobi: b must be a finite number > 0, got ${b}`)
  const { diagonal, offDiagonal } = recurrence(n, a, b)
  const nodes = eigenvalues(diagonal, offDiagonal).sort()
  const weights = new Float64Array(n)
  let total = 0
  for (let i = 0; i < n; i++) {
    nodes[i] = newtonStep(nodes[i]!, diagonal, offDiagonal)
    weights[i] = christoffelNumber(nodes[i]!, diagonal, offDiagonal)
    total += weights[i]!
  }
  for (let i = 0; i < n; i++) weights[i] = weights[i]! / total
  return { nodes, weights }
}

/**
 * The $n$-point Gauss–Legendre rule on (0, 1): $\sum_i w_i f(x_i) \approx \int_0^1 f(x)\,dx$. Made once for each n.
 *
 * @param n - number of nodes, integer ≥ 1.
 * @throws {RangeError} outside that domain.
 */
export const gaussLegendre = (n: number): GaussRule => {
  const known = legendreRules.get(n)
  if (known !== undefined) return { nodes: known.nodes.slice(), weights: known.weights.slice() }
  legendreRules.set(n, gaussJacobi(n, 1, 1))
  return gaussLegendre(n)
}

/** Rules made so far; callers get copies. */
const legendreRules = new Map<number, GaussRule>()

interface Recurrence {
  readonly diagonal: Float64Array
  /** Entry k couples k and k + 1; the last one belongs to the polynomial of degree n. */
  readonly offDiagonal: Float64Array
}

/** Three-term recurrence of the orthonormal Jacobi polynomials shifted to (0, 1) (DLMF 18.9.2). */
const recurrence = (n: number, a: number, b: number): Recurrence => {
  const diagonal = new Float64Array(n)
  const offDiagonal = new Float64Array(n)
  const p = b - 1
  const q = a - 1
  for (let k = 0; k < n; k++) {
    const s = 2 * k + p + q
    // On (−1, 1) the mean of the law is (q − p)/(p + q + 2); k = 0 needs that form when p + q = 0.
    const mean = k === 0 ? (q - p) / (p + q + 2) : ((q - p) * (q + p)) / (s * (s + 2))
    diagonal[k] = (1 + mean) / 2
    const j = k + 1
    const t = 2 * j + p + q
    const square =
      j === 1
        ? (4 * (1 + p) * (1 + q)) / ((2 + p + q) ** 2 * (3 + p + q))
        : (4 * j * (j + p) * (j + q) * (j + p + q)) / (t * t * (t + 1) * (t - 1))
    offDiagonal[k] = Math.sqrt(square) / 2
  }
  return { diagonal, offDiagonal }
}

/** Eigenvalues of a symmetric tridiagonal matrix by the implicit QL iteration with Wilkinson's shift. */
const eigenvalues = (diagonal: Float64Array, offDiagonal: Float64Array): Float64Array => {
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

/** One Newton step towards a zero of the orthonormal polynomial of degree n. */
const newtonStep = (x: number, diagonal: Float64Array, offDiagonal: Float64Array): number => {
  let previous = 0
  let value = 1
  let previousSlope = 0
  let slope = 0
  for (let k = 0; k < diagonal.length; k++) {
    const below = k === 0 ? 0 : offDiagonal[k - 1]!
    const next = ((x - diagonal[k]!) * value - below * previous) / offDiagonal[k]!
    const nextSlope = (value + (x - diagonal[k]!) * slope - below * previousSlope) / offDiagonal[k]!
    previous = value
    value = next
    previousSlope = slope
    slope = nextSlope
  }
  return x - value / slope
}

/** 1/Σ p_k(x)² over the orthonormal polynomials of degree below n. */
const christoffelNumber = (x: number, diagonal: Float64Array, offDiagonal: Float64Array): number => {
  let previous = 0
  let value = 1
  let sum = 1
  for (let k = 0; k < diagonal.length - 1; k++) {
    const below = k === 0 ? 0 : offDiagonal[k - 1]!
    const next = ((x - diagonal[k]!) * value - below * previous) / offDiagonal[k]!
    previous = value
    value = next
    sum += value * value
  }
  return 1 / sum
}
