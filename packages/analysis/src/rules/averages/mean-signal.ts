import { lnGamma } from '@isacnet/special-functions'
import { gammaTransformComplement } from '../../transforms/gamma-transform.js'
import { spendWork } from '../work/work.js'
import { gammaLawStep } from './gamma-law.js'

/** The density of a random $t$ on a lattice, as far as it has been asked for. */
interface Lattice {
  readonly step: number
  /** t of the first weight. */
  readonly from: number
  readonly weights: Float64Array
}

/** $\ln\mathrm E[1-(1+e^{y+t})^{-K}]$ as a function of y, for a t whose density is known on lattices. */
const lnMeanSignal = (latticeUpTo: (t: number) => Lattice, K: number): ((y: number) => number) => {
  /** Beyond it the signal is 1. */
  const saturated = 38
  let reach = 40
  let lattice = latticeUpTo(reach)
  let factors = factorsOf(lattice)
  return (y) => {
    if (saturated - y > reach) {
      reach = saturated - y + 20
      lattice = latticeUpTo(reach)
      factors = factorsOf(lattice)
    }
    const { weights, step, from } = lattice
    spendWork(weights.length)
    let sum = 0
    // Where e^y or a factor alone would leave the range of doubles, their product is formed in logarithms.
    if (Math.abs(y) > extreme || reach > extreme)
      for (let k = 0; k < weights.length; k++)
        sum += weights[k]! * gammaTransformComplement(Math.exp(Math.min(y + from + k * step, extreme)), K)
    else {
      const z = Math.exp(y)
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * gammaTransformComplement(z * factors[k]!, K)
    }
    return Math.log(sum)
  }
}

const extreme = 300

const factorsOf = ({ weights, step, from }: Lattice): Float64Array => weights.map((_, k) => Math.exp(from + k * step))

/** A random variable $\gamma\ln w$ with $w \sim \Gamma(n, 1)$. */
export interface GammaFactor {
  readonly shape: number
  /** γ ≠ 0. */
  readonly power: number
}

/** Weights of $\gamma\ln w$ on the lattice of multiples of `step`, as far as they matter for a signal that saturates at `to`. */
const gammaLattice = ({ shape: n, power }: GammaFactor, step: number, precision: number, to: number): Lattice => {
  const spacing = step / Math.abs(power)
  const mode = Math.log(n)
  const height = n * mode - n
  const relative = (p: number): number => n * p - Math.exp(p) - height
  // In proportion to e^t, until it saturates, the signal grows to one side.
  const needed = (p: number): boolean => relative(p) + Math.max(0, Math.min(to, power * (p - mode))) > -precision
  let low = mode
  let high = mode
  while (needed(low)) low -= spacing
  while (needed(high)) high += spacing
  const first = Math.ceil(low / spacing)
  const last = Math.floor(high / spacing)
  const weights = new Float64Array(last - first + 1)
  const constant = Math.log(spacing) - lnGamma(n)
  for (let i = 0; i < weights.length; i++) {
    const p = (power > 0 ? first + i : last - i) * spacing
    weights[i] = Math.exp(constant + n * p - Math.exp(p))
  }
  return { step, from: (power > 0 ? first : -last) * step, weights }
}

/**
 * $\ln\mathrm E\bigl[1-(1+e^yw_1^{\gamma_1}w_2^{\gamma_2}\cdots)^{-K}\bigr]$ as a function of y, with independent $w_i \sim \Gamma(n_i,1)$:
 * trapezoidal in the $\ln w_i$, with steps so that the lattices of the $\gamma_i\ln w_i$ are one, on which the laws are convolved once.
 *
 * @param usersPerCell - K.
 * @param precision - e-folds that the sum resolves.
 */
export const lnSignalOfGammaFactors = (
  usersPerCell: number,
  factors: readonly GammaFactor[],
  precision: number,
): ((y: number) => number) => {
  const step = Math.min(
    ...factors.map(
      ({ shape, power }) => Math.abs(power) * gammaLawStep(shape, Math.PI / (2 * Math.abs(power)), precision),
    ),
  )
  const latticeUpTo = (to: number): Lattice =>
    factors.map((factor) => gammaLattice(factor, step, precision, to)).reduce(convolve)
  return lnMeanSignal(latticeUpTo, usersPerCell)
}

const convolve = (a: Lattice, b: Lattice): Lattice => {
  spendWork(a.weights.length * b.weights.length)
  const weights = new Float64Array(a.weights.length + b.weights.length - 1)
  a.weights.forEach((x, i) => {
    for (let j = 0; j < b.weights.length; j++) weights[i + j] = weights[i + j]! + x * b.weights[j]!
  })
  return { step: a.step, from: a.from + b.from, weights }
}
