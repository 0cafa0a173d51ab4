import { requirePositiveInteger } from '../arithmetic/domain.js'

const eulersConstant = 0.5772156649015329

/** Knots per unit of ln y. */
const density = 16

/** Below, in ln y, the logarithm alone is left. */
const lowest = -28

/** Above so many times the shape, six terms of the series in 1/y are all. */
const large = 1000

const cached = new Map<number, (y: number) => number>()

/**
 * The mean of a rate over a gain of integer shape,
 *
 * $$\mathrm E\ln(1+g/y) = \sum_{k=1}^{D} e^yE_k(y), \qquad g\sim\Gamma(D,1),$$
 *
 * in nats, with the exponential integrals $E_k$, as a function of y > 0: the interference divided by what the signal is without its
 * gain. By polynomials between knots in ln y, to $2\cdot10^{-12}$ relative; below $y = e^{-28}$ it is ψ(D) − ln y, above 1000 D a series.
 *
 * @param shape - D, an integer ≥ 1. Functions of a shape are prepared once.
 * @throws RangeError naming `shape`, its value and its domain.
 *
 * @example
 * expectedLogRate(1)(1).toPrecision(12) // '0.596347362323'
 */
export function expectedLogRate(shape: number): (y: number) => number {
  const known = cached.get(shape)
  if (known !== undefined) return known
  requirePositiveInteger('expectedLogRate', 'shape', shape)
  const rate = interpolated(shape)
  cached.set(shape, rate)
  return rate
}

function interpolated(shape: number): (y: number) => number {
  const cells = Math.ceil((Math.log(large * shape) - lowest) * density)
  const coefficients = new Float64Array(6 * cells)
  let left = knot(shape, lowest)
  for (let cell = 0; cell < cells; cell++) {
    const right = knot(shape, lowest + (cell + 1) / density)
    coefficients.set(quintic(left, right), 6 * cell)
    left = right
  }
  let digamma = -eulersConstant
  for (let k = 1; k < shape; k++) digamma += 1 / k
  return (y) => {
    if (y >= large * shape) return seriesInInverse(shape, y)
    const x = Math.log(y)
    const place = (x - lowest) * density
    if (place < 0) return digamma - x
    const cell = Math.min(Math.trunc(place), cells - 1)
    const t = place - cell
    const at = 6 * cell
    return (
      coefficients[at]! +
      t *
        (coefficients[at + 1]! +
          t *
            (coefficients[at + 2]! +
              t * (coefficients[at + 3]! + t * (coefficients[at + 4]! + t * coefficients[at + 5]!))))
    )
  }
}

/** $\sum_{n=1}^{6}(-1)^{n+1}\frac{D(D+1)\cdots(D+n-1)}{n\,y^n}$. */
function seriesInInverse(shape: number, y: number): number {
  let term = 1
  let sum = 0
  for (let n = 1; n <= 6; n++) {
    term *= (shape + n - 1) / y
    sum += (n % 2 === 1 ? term : -term) / n
  }
  return sum
}

/** A function of ln y and its two derivatives, the unit being the distance of the knots. */
type Knot = readonly [value: number, slope: number, curvature: number]

/** With $h = e^yE_D(y)$ the derivatives with respect to ln y are $yh - 1$ and $h(y^2+Dy) - y$. */
function knot(shape: number, x: number): Knot {
  const y = Math.exp(x)
  const { sum, last } = scaledExponentialIntegrals(shape, y)
  return [sum, (y * last - 1) / density, (last * (y * y + shape * y) - y) / density ** 2]
}

/** The polynomial on [0, 1] with the values and derivatives at both ends. */
function quintic([f, f1, f2]: Knot, [g, g1, g2]: Knot): number[] {
  const value = g - f - f1 - f2 / 2
  const slope = g1 - f1 - f2
  const curvature = g2 - f2
  return [
    f,
    f1,
    f2 / 2,
    10 * value - 4 * slope + curvature / 2,
    -15 * value + 7 * slope - curvature,
    6 * value - 3 * slope + curvature / 2,
  ]
}

/**
 * $\sum_{k=1}^{D} e^yE_k(y)$ and its last term. From the order next to y, where the recurrence $k\,e^yE_{k+1} = 1 - y\,e^yE_k$ is stable
 * in both directions.
 */
function scaledExponentialIntegrals(shape: number, y: number): { readonly sum: number; readonly last: number } {
  const start = Math.min(Math.max(1, Math.round(y)), shape)
  const first = y < 1 ? Math.exp(y) * exponentialIntegral(y) : continuedFraction(start, y)
  let sum = first
  let term = first
  for (let k = start - 1; k >= 1; k--) {
    term = (1 - k * term) / y
    sum += term
  }
  term = first
  for (let k = start; k < shape; k++) {
    term = (1 - y * term) / k
    sum += term
  }
  return { sum, last: term }
}

/** $E_1(y) = -\gamma - \ln y - \sum_{n\ge1}\frac{(-y)^n}{n\,n!}$ for 0 < y < 1. */
function exponentialIntegral(y: number): number {
  let sum = -eulersConstant - Math.log(y)
  let power = 1
  for (let n = 1; n <= 20; n++) {
    power *= -y / n
    sum -= power / n
  }
  return sum
}

/** $e^yE_k(y)$ for y ≥ 1, by the continued fraction $\frac1{y+k-}\frac{1\cdot k}{y+k+2-}\frac{2(k+1)}{y+k+4-}\cdots$ and Lentz's method. */
function continuedFraction(k: number, y: number): number {
  let b = y + k
  let c = Number.POSITIVE_INFINITY
  let d = 1 / b
  let value = d
  for (let i = 1; ; i++) {
    const a = -i * (k - 1 + i)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    const factor = c * d
    value *= factor
    if (Math.abs(factor - 1) < 1e-15 || i > 500) return value
  }
}
