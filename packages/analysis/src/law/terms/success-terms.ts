import { NonConvergenceError } from '@isacnet/quadrature'
import { lnGamma } from '@isacnet/special-functions'
import { gammaLawStep } from '../../rules/averages/gamma-law.js'
import type { AddedExponent, ClusterLaw, ShapeVisit } from '../clusters/cluster-law.js'
import { fractionalPowerSeries } from '../series/interference-series.js'
import { lawWorkSpent, spendLawWork } from '../series/law-work.js'
import { mostLevels, precisionOfLevel } from '../series/levels.js'
import { exponential, multiply, negativePower } from '../series/positive-series.js'

/** Numbers made of the law's series, and by how much they may err. */
interface Terms {
  readonly values: Float64Array
  /** Error relative to the measure that they were computed for. */
  readonly relativeError: number
}

/** A number made of the terms, of positive ones. */
type Measure = (terms: Float64Array) => number

/** The numbers made of the exponent's series at a node, before the average over nodes. */
export interface Expansion {
  /** n: the order of the series that it needs. */
  readonly order: number
  /** How many numbers it makes. */
  readonly length: number
  /** Multiplications that it takes. */
  readonly work: number
  /**
   * Writes the numbers for the transform $\mathcal E^{-L}$ or $e^{-v\mathcal E}$.
   *
   * @param exponent - the series of the interference.
   * @param added - that of noise and clutter, if any.
   */
  readonly write: (
    exponent: Float64Array,
    added: Float64Array | undefined,
    power: PowerOrScale,
    h: Float64Array,
  ) => void
  /** Writes what the numbers are after another series multiplies the transform. */
  readonly multiply: (h: Float64Array, factor: Float64Array, product: Float64Array) => void
}

/** Which function of $\mathcal E$: $\mathcal E^{-L}$, or $e^{-v\mathcal E}$. */
type PowerOrScale = { readonly power: number } | { readonly scale: number }

/** The relative error of a measure that is permitted at its value. */
export type Tolerance = (value: number) => number

/** The terms at $\ln z$; 0 where they underflow. */
export type SuccessTerms = (lnZ: number, expansion: Expansion, measure: Measure, tolerance: Tolerance) => Terms

/** $p_k = [w^k]$ of the transform, k = 0 … n. */
export const termsUpTo = (n: number): Expansion => {
  const sum = new Float64Array(n + 1)
  return {
    order: n,
    length: n + 1,
    work: ((n + 20) * (n + 2)) / 2 + 60,
    write: (exponent, added, power, h) => {
      let f = exponent
      if (added !== undefined) {
        for (let k = 0; k <= n; k++) sum[k] = exponent[k]! + added[k]!
        f = sum
      }
      if ('power' in power) negativePower(f, power.power, n, h)
      else exponential(f, power.scale, n, h)
    },
    multiply: (h, factor, product) => multiply(h, factor, n, product),
  }
}

/** The relative error that rounding leaves. */
const rounding = 2e-14

/**
 * The mean over a {@link ClusterLaw} of what an {@link Expansion} makes of its conditional transforms: of
 * $p_k = [w^k]\,\mathrm E\,e^{-z(1-w)I}$ first of all, with which a receiver whose signal has the gain Γ(D, 1) succeeds with the
 * probability $\sum_{k<D}p_k$, z = θ. All terms are sums of positive numbers.
 *
 * The cluster's shape and v are averaged over by rules of rising levels, until what a measure of the terms changes from one
 * to the next says that the last is good enough. The error falls exponentially, so that it is a power of the change: the second where steps
 * halve, of which 1.5 is relied on, and about 1.4 where Gauss rules have half as many nodes again, of which 1.2 is, or more where the changes
 * themselves have fallen faster.
 *
 * @returns a function whose values are overwritten when it is called again.
 * @throws {NonConvergenceError} when no level suffices, when the terms leave the range of doubles or when the work exceeds its budget.
 */
export const successTerms = (law: ClusterLaw): SuccessTerms => {
  const levels = isClosed(law) ? closedLevels(law) : openLevels(law)
  // The same for every point, so that a value doesn't depend on what was asked before.
  const startLevel = levels.nested ? 1 : 2
  return (lnZ, expansion, measure, tolerance) => {
    const atLevel = levels.at(lnZ, expansion, measure)
    let terms = atLevel(startLevel)
    let value = measure(terms)
    let change = 1
    for (let level = startLevel + 1; ; level++) {
      if (value === 0) return { values: terms, relativeError: 0 }
      if (!(value > 0 && value < Number.POSITIVE_INFINITY))
        throw failure(value, tolerance(value) * value, 'its terms leave the range of doubles')
      if (levels.exact) return { values: terms, relativeError: rounding }
      if (level > mostLevels) throw failure(value, tolerance(value) * value)
      const previous = value
      const lastChange = change
      terms = atLevel(level)
      value = measure(terms)
      change = Math.abs(value - previous) / value
      const relativeError = 3 * change ** (levels.nested ? mostOrder : observedOrder(change, lastChange)) + rounding
      if (change < 0.01 && relativeError <= tolerance(value)) return { values: terms, relativeError }
    }
  }
}

const leastOrder = 1.2
const mostOrder = 1.5

/** The power of a change that its successor is relied on to be: somewhat less than what the change was of the last. */
const observedOrder = (change: number, lastChange: number): number =>
  change > 0 && lastChange < 0.1
    ? Math.max(leastOrder, Math.min(mostOrder, (0.8 * Math.log(change)) / Math.log(lastChange)))
    : leastOrder

/** Without noise and with α = 2β, v is averaged over in closed form: $\mathcal E^{-n}$. */
const isClosed = ({ distanceExcess, added }: ClusterLaw): boolean =>
  distanceExcess === 0 && added.every(({ ofZ, ofU }) => ofU === 1 && ofZ <= 1)

const failure = (value: number, requested: number, reason?: string): NonConvergenceError => {
  const reached = { value, errorEstimate: Number.POSITIVE_INFINITY, evaluations: lawWorkSpent() }
  return new NonConvergenceError('law of the SIR', reached, requested, reason)
}

/** The terms by rules of a level. */
interface Levels {
  /** Whether every level has the same terms, with no error but rounding. */
  readonly exact: boolean
  /** Whether levels contain each other: they then converge twice as fast, and cost nothing twice. */
  readonly nested: boolean
  readonly at: (lnZ: number, expansion: Expansion, measure: Measure) => (level: number) => Float64Array
}

/** The same array while it has the same length. */
const kept = (): ((length: number) => Float64Array) => {
  let array = new Float64Array(0)
  return (length) => {
    if (array.length !== length) array = new Float64Array(length)
    return array
  }
}

/** The series of noise and clutter together, given ln of the size of each. */
const addedSeries = (
  added: readonly AddedExponent[],
): ((n: number, lnSize: (term: AddedExponent) => number) => Float64Array | undefined) => {
  const array = kept()
  let order = -1
  let fractional: readonly Float64Array[] = []
  return (n, lnSize) => {
    if (added.length === 0) return undefined
    if (n !== order) fractional = added.map(({ ofZ }) => fractionalPowerSeries(ofZ, n))
    order = n
    const sum = array(n + 1).fill(0)
    added.forEach((term, i) => {
      const size = Math.exp(lnSize(term))
      for (let k = 0; k <= n; k++) sum[k]! += size * fractional[i]![k]!
    })
    return sum
  }
}

const closedLevels = ({ shape, lnScale, parts, added }: ClusterLaw): Levels => {
  const power: PowerOrScale = { power: shape }
  const addedAt = addedSeries(added)
  const [hOf, productOf, totalOf] = [kept(), kept(), kept()]
  const sumsOf = parts.map(() => [kept(), kept()] as const)
  return {
    exact: parts.every(({ rule }) => rule === 'exact'),
    nested: parts.every(({ rule }) => rule !== 'plain'),
    at: (lnZ, expansion) => {
      const { order: n, length } = expansion
      const h = hOf(length)
      const product = productOf(length)
      const total = totalOf(length)
      let sum = total
      const visit: ShapeVisit = (weight, lnQ, exponent, factor) => {
        spendLawWork(expansion.work)
        expansion.write(
          exponent,
          addedAt(n, ({ lnCoefficient, ofZ }) => lnCoefficient + ofZ * lnZ + lnQ),
          power,
          h,
        )
        if (factor !== undefined) expansion.multiply(h, factor, product)
        const terms = factor === undefined ? h : product
        for (let k = 0; k < length; k++) sum[k]! += weight * terms[k]!
      }
      let visited = 0
      return (level) => {
        total.fill(0)
        parts.forEach((part, i) => {
          const [one, other] = sumsOf[i]!
          sum = (visited % 2 === 0 ? one : other)(length).fill(0)
          const last = (visited % 2 === 0 ? other : one)(length)
          const between = part.rule === 'nested' && visited > 0
          part.visit(lnZ + lnScale, n, level, between, visit)
          if (between) for (let k = 0; k < length; k++) sum[k] = (sum[k]! + last[k]!) / 2
          for (let k = 0; k < length; k++) total[k]! += sum[k]!
        })
        visited++
        return total
      }
    },
  }
}

/** Nodes of a cluster's shape at one s, to be used for several v and z. */
interface ShapeNodes {
  readonly weight: readonly number[]
  readonly lnQ: readonly number[]
  readonly exponent: readonly Float64Array[]
  readonly factor: readonly (Float64Array | undefined)[]
}

const openLevels = ({ shape, lnScale, distanceExcess: excess, parts, added }: ClusterLaw): Levels => {
  const addedAt = addedSeries(added)
  // Re(vS(s)) ≥ 0, with arg S between 0 and that of s ∝ v^e.
  const strip = Math.min(
    Math.PI / 2,
    ...added.map(({ ofU }) => Math.PI / (2 * ofU)),
    Math.PI / (2 * Math.max(1 + excess, -excess)),
  )
  const [hOf, productOf, sumOf, totalOf] = [kept(), kept(), kept(), kept()]
  const steps = Array.from({ length: mostLevels + 1 }, (_, level) =>
    gammaLawStep(shape, strip, precisionOfLevel(level)),
  )
  const nodes = rememberedNodes(parts)
  return {
    exact: false,
    nested: false,
    at: (lnZ, expansion, measure) => {
      const { order: n, length } = expansion
      const h = hOf(length)
      const product = productOf(length)
      const sum = sumOf(length)
      const total = totalOf(length)
      return (level) => {
        const step = steps[level]!
        const constant = Math.log(step) - lnGamma(shape)
        total.fill(0)
        // ln s on a lattice that is the same for every z, so that the nodes are; v is what s and z make it.
        const stepOfY = excess * step
        const origin = excess === 0 ? 0 : (lnZ + lnScale) / stepOfY
        const shift = Math.round(origin) - origin
        const at = (j: number): number => {
          const lnV = (j + shift) * step
          const y = excess === 0 ? lnZ + lnScale : (Math.round(origin) + j) * stepOfY
          const { weight, lnQ, exponent, factor } = nodes(y, n, level)
          sum.fill(0)
          const scale = { scale: Math.exp(lnV) }
          for (let i = 0; i < weight.length; i++) {
            spendLawWork(expansion.work)
            const others = addedAt(n, (term) => term.lnCoefficient + term.ofZ * lnZ + term.ofU * (lnV + lnQ[i]!) - lnV)
            expansion.write(exponent[i]!, others, scale, h)
            const by = factor[i]
            if (by !== undefined) expansion.multiply(h, by, product)
            const terms = by === undefined ? h : product
            for (let k = 0; k < length; k++) sum[k]! += weight[i]! * terms[k]!
          }
          const density = Math.exp(constant + shape * lnV)
          for (let k = 0; k < length; k++) {
            sum[k]! *= density
            total[k]! += sum[k]!
          }
          return measure(sum)
        }
        const middle = Math.round(Math.log(shape) / step)
        let highest = at(middle)
        for (const direction of [-1, 1]) {
          let last = highest
          for (let j = middle + direction; Math.abs(j * step) < furthest; j += direction) {
            const value = at(j)
            highest = Math.max(highest, value)
            if (value <= last && value <= negligible * highest && (highest > 0 || direction > 0)) break
            last = value
          }
        }
        return total
      }
    },
  }
}

/** The nodes of all parts at one y, remembered as far as there is room. */
const rememberedNodes = (parts: ClusterLaw['parts']): ((y: number, n: number, level: number) => ShapeNodes) => {
  const known = new Map<string, ShapeNodes>()
  let size = 0
  return (y, n, level) => {
    const key = `${n} ${level} ${y}`
    const found = known.get(key)
    if (found !== undefined) return found
    const weight: number[] = []
    const lnQ: number[] = []
    const exponent: Float64Array[] = []
    const factor: (Float64Array | undefined)[] = []
    for (const part of parts)
      part.visit(y, n, level, false, (w, q, series, by) => {
        weight.push(w)
        lnQ.push(q)
        exponent.push(series.slice(0, n + 1))
        factor.push(by?.slice(0, n + 1))
      })
    const nodes = { weight, lnQ, exponent, factor }
    size += weight.length * (n + 1)
    if (size > mostRemembered) {
      known.clear()
      size = 0
    }
    known.set(key, nodes)
    return nodes
  }
}

/** Coefficients that are remembered: 64 MB. */
const mostRemembered = 8e6

/** Relative to the largest term of the sum over v. */
const negligible = 1e-16
/** Beyond it, v and its powers leave the range of doubles. */
const furthest = 300
