import { lnGamma } from '@isacnet/special-functions'
import { gammaTransformComplement, vanishingTransform } from '../../transforms/gamma-transform.js'
import { spendWork } from '../work/work.js'
import { gammaLawStep } from './gamma-law.js'

/** The density of a random $t$ on a lattice, as far as it has been asked for. */
interface Lattice {
  readonly step: number
  /** t of the first weight. */
  readonly from: number
  readonly weights: Float64Array
}

/** A lattice with sums over its beginning or its end, up to each of its points. */
interface SummedLattice extends Lattice {
  /** $e^t$. */
  readonly factors: Float64Array
  /** Entry k: $\sum_{j<k}w_je^{t_j}$. */
  readonly first: Float64Array
  /** Entry k: $\sum_{j<k}w_je^{2t_j}$. */
  readonly second: Float64Array
  /** Entry k: $\sum_{j\ge k}w_j$. */
  readonly rest: Float64Array
  /** The terms that making it has cost: whether it was made before mustn't decide what a rate may cost. */
  readonly work: number
}

const withSums = ({ weights, step, from }: Lattice, work: number): SummedLattice => {
  const count = weights.length
  const factors = weights.map((_, k) => Math.exp(from + k * step))
  const [first, second, rest] = [1, 2, 3].map(() => new Float64Array(count + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let k = 0; k < count; k++) {
    const moment = weights[k]! * factors[k]!
    first[k + 1] = first[k]! + moment
    second[k + 1] = second[k]! + moment * factors[k]!
  }
  for (let k = count - 1; k >= 0; k--) rest[k] = rest[k + 1]! + weights[k]!
  return { weights, step, from, factors, first, second, rest, work }
}

/**
 * $\ln\mathrm E[1-(1+e^{y+t})^{-K}]$ as a function of y, for a t whose density is known on lattices. Where $e^{y+t}$ is so small that two
 * terms of $Kw - \frac{K(K+1)}2w^2$ are the signal, or so large that the signal is 1, the sum over t is known in advance.
 */
const lnMeanSignal = (latticeUpTo: (t: number) => SummedLattice, K: number): ((y: number) => number) => {
  /** Beyond it the signal is 1. */
  const saturated = 38
  /** Lattices are longer by multiples of it, so that networks share them. */
  const stretch = 20
  const lnSmall = Math.log(3e-8 / (K + 1))
  const lnLarge = Math.log(vanishingTransform(K))
  let reach = 40
  let lattice = latticeUpTo(reach)
  return (y) => {
    if (saturated - y > reach) {
      reach = stretch * Math.ceil((saturated - y) / stretch + 1)
      lattice = latticeUpTo(reach)
    }
    const { weights, step, from, factors, first, second, rest } = lattice
    const count = weights.length
    // Where e^y or a factor alone would leave the range of doubles, their product is formed in logarithms.
    if (Math.abs(y) > extreme || reach > extreme) {
      spendWork(count)
      let sum = 0
      for (let k = 0; k < count; k++)
        sum += weights[k]! * gammaTransformComplement(Math.exp(Math.min(y + from + k * step, extreme)), K)
      return Math.log(sum)
    }
    const placeOf = (lnZ: number): number => Math.max(0, Math.min(count, Math.ceil((lnZ - y - from) / step)))
    const [begin, end] = [placeOf(lnSmall), placeOf(lnLarge)]
    spendWork(end - begin)
    const z = Math.exp(y)
    let sum = K * z * (first[begin]! - ((K + 1) / 2) * z * second[begin]!)
    for (let k = begin; k < end; k++) sum += weights[k]! * gammaTransformComplement(z * factors[k]!, K)
    return Math.log(sum + rest[end]!)
  }
}

const extreme = 300

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
  return lnMeanSignal((to) => {
    const lattice = jointLattice({ factors, step, precision, to })
    spendWork(lattice.work)
    return lattice
  }, usersPerCell)
}

interface JointLattice {
  readonly factors: readonly GammaFactor[]
  readonly step: number
  readonly precision: number
  readonly to: number
}

/** Lattices that are kept: networks that differ in K or M_t share one. */
const keptLattices = 64

const latticesByKey = new Map<string, SummedLattice>()

/** The lattice of a sum of independent $\gamma_i\ln w_i$. */
const jointLattice = (of: JointLattice): SummedLattice => {
  const key = JSON.stringify(of)
  const known = latticesByKey.get(key)
  if (known !== undefined) return known
  const { factors, step, precision, to } = of
  const lattices = factors.map((factor) => gammaLattice(factor, step, precision, to))
  const joint = lattices.reduce(convolve)
  const work = lattices.length === 1 ? 0 : lattices.reduce((product, { weights }) => product * weights.length, 1)
  const made = withSums(joint, work)
  if (latticesByKey.size >= keptLattices) latticesByKey.clear()
  latticesByKey.set(key, made)
  return made
}

const convolve = (a: Lattice, b: Lattice): Lattice => {
  const weights = new Float64Array(a.weights.length + b.weights.length - 1)
  a.weights.forEach((x, i) => {
    for (let j = 0; j < b.weights.length; j++) weights[i + j] = weights[i + j]! + x * b.weights[j]!
  })
  return { step: a.step, from: a.from + b.from, weights }
}
