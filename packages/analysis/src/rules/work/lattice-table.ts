import { gaussLegendre } from '@isacnet/quadrature'

/** Points and coefficients on one panel. */
const degree = 8

/** Panels to a unit. */
const perUnit = 2

/** Where panels begin: below, transforms have their limits at ζ = 0. */
const from = -48

/** Where they end: beyond, transforms have vanished. */
const to = 72

/** Panels of the lattice. */
const panels = (to - from) * perUnit

/** A function on the lattice: its values at 8 points of each panel. */
export type LatticeValues = Float64Array

const cosines = Float64Array.from({ length: degree }, (_, i) => -Math.cos((Math.PI * (i + 0.5)) / degree))

/** The lattice's points, in $x = \ln\zeta$. */
export const latticePoints: Float64Array = Float64Array.from(
  { length: panels * degree },
  (_, k) => from + (Math.floor(k / degree) + 0.5 + 0.5 * cosines[k % degree]!) / perUnit,
)

/** A function known on the lattice, by polynomials of degree 7 on its panels. */
export interface LatticeTable {
  readonly at: (x: number) => number
  /** Writes its values at $x + x_i$. */
  readonly fill: (x: number, offsets: Float64Array, out: Float64Array) => void
  /** $\sum_i w_if(x+x_i)$. */
  readonly sum: (x: number, offsets: Float64Array, weights: Float64Array) => number
}

/**
 * A function by its values on the lattice. For one analytic in a strip of half-width π, as transforms of gains are in $\ln\zeta$, the error is
 * about 1e-11 of its variation.
 *
 * @param growth - the slope with which it goes on beyond the last panel; before the first it is constant.
 */
export const latticeTable = (values: LatticeValues, growth = 0): LatticeTable => {
  const coefficients = new Float64Array(panels * degree)
  for (let panel = 0; panel < panels; panel++)
    for (let k = 0; k < degree; k++) {
      let sum = 0
      for (let i = 0; i < degree; i++) sum += powers[k * degree + i]! * values[panel * degree + i]!
      coefficients[panel * degree + k] = sum
    }
  const at = (x: number): number => {
    const place = x > from ? Math.min((x - from) * perUnit, panels) : 0
    const panel = place < panels ? Math.floor(place) : panels - 1
    const t = 2 * (place - panel) - 1
    const k = panel * degree
    // Two chains, which a processor follows at once.
    const square = t * t
    const even =
      ((coefficients[k + 6]! * square + coefficients[k + 4]!) * square + coefficients[k + 2]!) * square +
      coefficients[k]!
    const odd =
      ((coefficients[k + 7]! * square + coefficients[k + 5]!) * square + coefficients[k + 3]!) * square +
      coefficients[k + 1]!
    const value = even + t * odd
    return x > to ? value + growth * (x - to) : value
  }
  return {
    at,
    fill: (x, offsets, out) => {
      for (let i = 0; i < offsets.length; i++) out[i] = at(x + offsets[i]!)
    },
    sum: (x, offsets, weights) => {
      let sum = 0
      for (let i = 0; i < offsets.length; i++) sum += weights[i]! * at(x + offsets[i]!)
      return sum
    },
  }
}

/** Row k gives the coefficient of $t^k$ from the values at a panel's points: Chebyshev coefficients, then the polynomials' own. */
const powers = (() => {
  const matrix = new Float64Array(degree * degree)
  let previous = Float64Array.from({ length: degree }, (_, k) => (k === 0 ? 1 : 0))
  let polynomial = Float64Array.from({ length: degree }, (_, k) => (k === 1 ? 1 : 0))
  const add = (n: number, coefficients: Float64Array): void => {
    for (let i = 0; i < degree; i++) {
      const weight = ((n === 0 ? 1 : 2) / degree) * Math.cos(n * Math.acos(cosines[i]!))
      for (let k = 0; k < degree; k++) matrix[k * degree + i]! += weight * coefficients[k]!
    }
  }
  add(0, previous)
  for (let n = 1; n < degree; n++) {
    add(n, polynomial)
    const last = previous
    const next = polynomial.map((_, k) => 2 * (k > 0 ? polynomial[k - 1]! : 0) - last[k]!)
    previous = polynomial
    polynomial = next
  }
  return matrix
})()

/**
 * $\delta\zeta^\delta\int_0^\zeta W(s)\,s^{-\delta-1}ds$ on the lattice, the mean number of interferers that W makes felt beyond a disc, for W
 * that grows in proportion to ζ at 0: $F - 1$ of an interference function, $0 < \delta < 1$.
 */
export const powerMean = (values: LatticeValues, delta: number): LatticeValues => {
  const { matrix, carry } = panelIntegrals(delta)
  const means = new Float64Array(values.length)
  let atStart = (values[0]! * Math.exp(from - latticePoints[0]!) * delta) / (1 - delta)
  for (let panel = 0; panel < panels; panel++) {
    const offset = panel * degree
    for (let m = 0; m <= degree; m++) {
      let sum = carry[m]! * atStart
      for (let i = 0; i < degree; i++) sum += matrix[m * degree + i]! * values[offset + i]!
      if (m < degree) means[offset + m] = sum
      else atStart = sum
    }
  }
  return means
}

/** $\delta\int_{x_a}^x \ell_i(y)e^{\delta(x-y)}dy$ from a panel's start to each of its points and to its end. */
const panelIntegrals = (delta: number) => {
  const matrix = new Float64Array((degree + 1) * degree)
  const carry = new Float64Array(degree + 1)
  const { nodes, weights } = gaussLegendre(degree)
  for (let m = 0; m <= degree; m++) {
    const length = ((m < degree ? cosines[m]! : 1) + 1) / (2 * perUnit)
    carry[m] = Math.exp(delta * length)
    nodes.forEach((node, j) => {
      const t = 2 * perUnit * length * node - 1
      const density = weights[j]! * length * delta * Math.exp(delta * length * (1 - node))
      for (let i = 0; i < degree; i++) {
        let value = 0
        for (let k = degree - 1; k >= 0; k--) value = value * t + powers[k * degree + i]!
        matrix[m * degree + i]! += density * value
      }
    })
  }
  return { matrix, carry }
}
