import { NonConvergenceError } from '@isacnet/quadrature'
import { exponentialLattice } from '../../transforms/exponential-lattice.js'
import { spendWork } from '../work/work.js'
import { climb } from './log-concave-sum.js'

/** M in units of $e^{\mathrm{lnScale}}$, until the next call. */
interface GammaMean {
  readonly lnScale: number
  readonly at: (e: number) => number
}

/** @returns M for e from `from` to `to`, given $\ln T(jh)$ for integers j, which is concave. */
export type GammaMeans = (lnT: (j: number) => number, from: number, to: number) => GammaMean

/**
 * Means of one function over $w \sim \Gamma(n,1)$ at many scales,
 *
 * $$M(e) = \int_{-\infty}^\infty T(p)\,e^{n(p+e)-e^{p+e}}\,dp,$$
 *
 * for e in an interval: a convolution. T is sampled once, on a lattice of step h, where it matters for some e; the kernel is a
 * table on a lattice four times as fine, on which M then is sums of products; between its points M is interpolated by twelve of them.
 * What M varies by within h/4 is so little that this costs less than 1e-11.
 *
 * Up to n = 200 the kernel is $e^{-e^y}$, and $e^{np}$ goes with T: wherever T has its mass, it is seen.
 *
 * @param shape - n > 0.
 * @param step - h.
 * @param precision - P: T is cut where the product is below $e^{-P}$ of its largest value.
 */
export const gammaMeans = (shape: number, step: number, precision: number): GammaMeans => {
  const n = shape
  const fine = step / refinement
  const v = exponentialLattice(step)
  const kernel = kernelTable(n > largestPlain ? n : 0, fine, precision)
  const power = n - kernel.power
  const growth = exponentialLattice(power * fine)
  let values = new Float64Array(256)
  let weights = new Float64Array(256)
  let start = Math.round(Math.log(n) / step)
  return (lnT, from, to) => {
    const termsAt = (e: number) => {
      const scale = Math.exp(e)
      return (j: number): number => lnT(j) + n * j * step - v(j) * scale
    }
    const right = climb(termsAt(from), start)
    const left = climb(termsAt(to), right.mode)
    start = left.mode
    const first = endOf(termsAt(to), left, -1, precision)
    const last = endOf(termsAt(from), right, 1, precision)
    const samples = last - first + 1
    const firstE = Math.floor(from / fine) - points / 2 + 1
    const count = Math.floor(to / fine) + points / 2 - firstE + 1
    if (!(samples <= mostSamples && count <= mostSamples)) refuse(`more than ${mostSamples} points are needed`)
    // A product costs much less than a term of another sum.
    spendWork((count * samples) / 16)
    if (weights.length < samples) weights = new Float64Array(2 * samples)
    if (values.length < count) values = new Float64Array(2 * count)
    let highest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < samples; i++) {
      const weight = lnT(first + i) + power * (first + i) * step
      weights[i] = weight
      if (weight > highest) highest = weight
    }
    for (let i = 0; i < samples; i++) weights[i] = Math.exp(weights[i]! - highest)
    for (let k = 0; k < count; k++) {
      const e = firstE + k
      values[k] = kernel.sum(weights, samples, first * refinement + e) * growth(e)
      if (values[k] === 0) refuse('its terms leave the range of doubles')
    }
    return { lnScale: highest + kernel.height + Math.log(step), at: (e) => interpolate(values, e / fine - firstE) }
  }
}

/** The last index in a direction at which terms matter. */
const endOf = (
  term: (j: number) => number,
  { mode, highest }: { readonly mode: number; readonly highest: number },
  direction: 1 | -1,
  precision: number,
): number => {
  let j = mode
  // In strides of two: one term too many is no harm.
  while (term(j + 2 * direction) > highest - precision && Math.abs(j - mode) < mostSamples) j += 2 * direction
  return j + direction
}

const refuse = (reason: string): never => {
  const reached = { value: 0, errorEstimate: Number.POSITIVE_INFINITY, evaluations: 0 }
  throw new NonConvergenceError('means over a gamma law', reached, 0, reason)
}

/** $e^{my-e^y}$ on a lattice, relative to its largest value. */
interface Kernel {
  /** m. */
  readonly power: number
  /** ln of the largest value. */
  readonly height: number
  /** The sum of weights times the kernel at every `refinement`-th point of the lattice from `index` on. */
  readonly sum: (weights: Float64Array, count: number, index: number) => number
}

const kernelTable = (power: number, fine: number, precision: number): Kernel => {
  const m = power
  const height = m === 0 ? 0 : m * Math.log(m) - m
  const lnKernel = (y: number): number => m * y - Math.exp(y) - height
  const mode = m === 0 ? 0 : Math.floor(Math.log(m) / fine)
  let first = mode
  let last = mode
  // Without a power it is 1 to the left.
  while (m === 0 ? lnKernel(first * fine) < -1e-17 : lnKernel(first * fine) > -precision - 2) first--
  while (lnKernel(last * fine) > (m === 0 ? -700 : -precision - 2)) last++
  const table = Float64Array.from({ length: last - first + 1 }, (_, i) => Math.exp(lnKernel((first + i) * fine)))
  return {
    power,
    height,
    sum: (weights, count, index) => {
      let sum = 0
      let i = Math.max(0, Math.min(count, Math.ceil((first - index) / refinement)))
      if (m === 0) for (let j = 0; j < i; j++) sum += weights[j]!
      const end = Math.min(count, Math.floor((last - index) / refinement) + 1)
      for (let k = index + i * refinement - first; i < end; i++, k += refinement) sum += weights[i]! * table[k]!
      return sum
    },
  }
}

/** The largest n for which terms as small as $e^{-n}$ are no harm. */
const largestPlain = 200
const refinement = 4
const points = 12
const mostSamples = 50_000

/** Signed denominators of the Lagrange polynomial through twelve neighbouring points of a lattice. */
const signs = Float64Array.from({ length: points }, (_, k) => {
  let product = 1
  for (let j = 0; j < points; j++) if (j !== k) product *= k - j
  return 1 / product
})

const interpolate = (values: Float64Array, x: number): number => {
  const base = Math.floor(x) - points / 2 + 1
  const offset = x - base
  const whole = Math.round(offset)
  if (Math.abs(offset - whole) < 1e-9) return values[base + whole]!
  let numerator = 0
  let denominator = 0
  for (let k = 0; k < points; k++) {
    const weight = signs[k]! / (offset - k)
    numerator += weight * values[base + k]!
    denominator += weight
  }
  return numerator / denominator
}
