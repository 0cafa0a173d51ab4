import { NonConvergenceError } from '@isacnet/quadrature'
import { climb, logConcaveSum } from './log-concave-sum.js'
import { spendWork } from './work.js'

/**
 * Means of one function over $w \sim \Gamma(n,1)$ at many scales,
 *
 * $$M(e) = \int_{-\infty}^\infty T(p)\,k(p+e)\,dp, \qquad k(y) = e^{ny-e^y},$$
 *
 * for e in an interval: a convolution. T is sampled once, on a lattice of step h that k was found to need; k is a table on a lattice four
 * times as fine, on which M then is sums of products; between its points M is interpolated by twelve of them. What M varies by within h/4
 * is so little that this costs less than 1e-11.
 *
 * @param shape - n > 0.
 * @param step - h.
 * @param precision - P: k is cut where it is below $e^{-P}$ of its largest value, and T where nothing is left of the product.
 */
export const gammaMeans = (shape: number, step: number, precision: number): GammaMeans => {
  const fine = step / refinement
  const mode = Math.log(shape)
  const height = shape * mode - shape
  const lnKernel = (y: number): number => shape * y - Math.exp(y) - height
  let first = Math.floor(mode / fine)
  let last = first
  const reach = precision + 2
  while (lnKernel(first * fine) > -reach) first--
  while (lnKernel(last * fine) > -reach) last++
  const kernel = Float64Array.from(
    { length: last - first + 1 },
    (_, i) => step * Math.exp(lnKernel((first + i) * fine)),
  )

  /** Where T leaves nothing but the kernel's tail: each mean by itself, in logarithms. */
  const oneByOne = (lnT: (p: number) => number) => {
    let start = 0
    let lnScale = Number.NaN
    return {
      get lnScale() {
        return Number.isNaN(lnScale) ? 0 : lnScale
      },
      at: (e: number): number => {
        const sum = logConcaveSum((j) => lnT(j * step) + lnKernel(j * step + e), start, precision)
        start = sum.mode
        if (Number.isNaN(lnScale)) lnScale = sum.logarithm + Math.log(step) + height
        return Math.exp(sum.logarithm + Math.log(step) + height - lnScale)
      },
    }
  }
  let values = new Float64Array(256)
  let samples = new Float64Array(256)
  let lowest = 0
  return (lnT, from, to) => {
    const around = climb((j) => lnT(j * step) + lnKernel(j * step + from), Math.round((mode - from) / step))
    if (lnKernel(around.mode * step + from) < -precision / 3) return oneByOne(lnT)
    const firstE = Math.floor(from / fine) - points / 2 + 1
    const lastE = Math.floor(to / fine) + points / 2
    const count = lastE - firstE + 1
    // p + e within the kernel for some e.
    const firstP = Math.ceil((first - lastE) / refinement)
    const lastP = Math.floor((last - firstE) / refinement)
    if (lastP - firstP > mostSamples || count > mostSamples) {
      const reached = { value: 0, errorEstimate: Number.POSITIVE_INFINITY, evaluations: 0 }
      throw new NonConvergenceError('means over a gamma law', reached, 0, `more than ${mostSamples} points are needed`)
    }
    spendWork((count * (last - first)) / refinement)
    if (samples.length < lastP - firstP + 1) samples = new Float64Array(2 * (lastP - firstP + 1))
    if (values.length < count) values = new Float64Array(2 * count)
    let highest = Number.NEGATIVE_INFINITY
    for (let j = firstP; j <= lastP; j++) {
      samples[j - firstP] = lnT(j * step)
      highest = Math.max(highest, samples[j - firstP]!)
    }
    for (let i = 0; i <= lastP - firstP; i++) samples[i] = Math.exp(samples[i]! - highest)
    for (let i = 0; i < count; i++) {
      const e = firstE + i
      const begin = Math.max(firstP, Math.ceil((first - e) / refinement))
      const end = Math.min(lastP, Math.floor((last - e) / refinement))
      let sum = 0
      let k = begin * refinement + e - first
      for (let j = begin; j <= end; j++) {
        sum += samples[j - firstP]! * kernel[k]!
        k += refinement
      }
      values[i] = sum
    }
    lowest = firstE
    return { lnScale: highest + height, at: (e) => interpolate(values, e / fine - lowest) }
  }
}

/** @returns M in units of $e^{\mathrm{lnScale}}$, until the next call. */
export type GammaMeans = (
  lnT: (p: number) => number,
  from: number,
  to: number,
) => { readonly lnScale: number; readonly at: (e: number) => number }

const refinement = 4
const points = 12
const mostSamples = 50_000

/** Of the Lagrange polynomial through twelve neighbouring points of a lattice. */
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
