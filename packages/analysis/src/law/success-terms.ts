import { NonConvergenceError } from '@isacnet/quadrature'
import { lnGamma } from '@isacnet/special-functions'
import { gammaLawStep } from '../rules/gamma-law.js'
import type { AddedExponent, ClusterLaw, ShapeVisit } from './cluster-law.js'
import { fractionalPowerSeries } from './interference-series.js'
import { mostLevels, precisionOfLevel } from './levels.js'
import { exponential, multiply, negativePower } from './positive-series.js'

/** Numbers made of the law's series, and by how much they may err. */
export interface Terms {
  readonly values: Float64Array
  /** Of the measure that they were computed for, relative. */
  readonly relativeError: number
}

/** A number made of the terms, of positive ones. */
export type Measure = (terms: Float64Array) => number

/** What is made of the exponent's series at a node, before the average over nodes. */
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
export type PowerOrScale = { readonly power: number } | { readonly scale: number }

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
    work: ((n + 20) * (n + 2)) / 2,
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

/** Multiplications that one point may cost: about two seconds. */
const mostWork = 2e9

/** What rounding leaves of a relative error. */
const rounding = 2e-14

/**
 * The mean over a {@link ClusterLaw} of what an {@link Expansion} makes of its conditional transforms: of
 * $p_k = [w^k]\,\mathrm E\,e^{-z(1-w)I}$ first of all, with which a receiver whose signal has the gain Γ(D, 1) succeeds with the
 * probability $\sum_{k<D}p_k$, z = θ. All terms are sums of positive numbers.
 *
 * The cluster's shape and v are averaged over by rules of rising levels, until what a measure of the terms changes from one
 * to the next says that the last is good enough: the error falls exponentially, so that it is at most about the 1.5th power of the change.
 *
 * @throws {NonConvergenceError} when no level suffices, when the terms leave the range of doubles, or when the work exceeds 2e9 multiplications.
 */
export const successTerms = (law: ClusterLaw): SuccessTerms => {
  const { shape, lnScale, distanceExcess, parts, added } = law
  const closed = distanceExcess === 0 && added.every(({ ofZ, ofU }) => ofU === 1 && ofZ <= 1)
  const exact = closed && parts.every(({ rule }) => rule === 'exact')
  const closedPower: PowerOrScale = { power: shape }
  const strip = Math.min(
    Math.PI / 2,
    ...added.map(({ ofU }) => Math.PI / (2 * ofU)),
    distanceExcess === 0 ? Math.PI / 2 : Math.PI / (2 * Math.abs(distanceExcess)),
  )
  let startLevel = 1
  return (lnZ, expansion, measure, tolerance) => {
    const { order: n, length } = expansion
    let work = 0
    const fail = (value: number, requested: number, reason?: string): never => {
      const reached = { value, errorEstimate: Number.POSITIVE_INFINITY, evaluations: Math.round(work) }
      throw new NonConvergenceError('law of the SIR', reached, requested, reason)
    }
    const h = new Float64Array(length)
    const sum = new Float64Array(length)

    /** One node: its numbers, times its weight, are added to the sum. */
    const collect = (weight: number, factor: Float64Array | undefined): void => {
      work += expansion.work
      if (work > mostWork) fail(Number.NaN, Number.NaN, `it costs more than ${mostWork} multiplications`)
      let terms = h
      if (factor !== undefined) {
        terms = new Float64Array(length)
        expansion.multiply(h, factor, terms)
      }
      for (let k = 0; k < length; k++) sum[k]! += weight * terms[k]!
    }

    const fractional = added.map(({ ofZ }) => fractionalPowerSeries(ofZ, n))
    const addedSum = new Float64Array(added.length > 0 ? n + 1 : 0)
    const addedAt = (lnSize: (term: AddedExponent) => number): Float64Array | undefined => {
      if (added.length === 0) return undefined
      addedSum.fill(0)
      added.forEach((term, i) => {
        const size = Math.exp(lnSize(term))
        for (let k = 0; k <= n; k++) addedSum[k]! += size * fractional[i]![k]!
      })
      return addedSum
    }

    const closedVisit: ShapeVisit = (weight, lnQ, exponent, factor) => {
      expansion.write(
        exponent,
        addedAt(({ lnCoefficient, ofZ }) => lnCoefficient + ofZ * lnZ + lnQ),
        closedPower,
        h,
      )
      collect(weight, factor)
    }

    const averaged: Float64Array[] = []
    const closedLevel = (level: number): Float64Array => {
      const total = new Float64Array(length)
      parts.forEach((part, i) => {
        sum.fill(0)
        const last = averaged[i]
        if (part.rule === 'nested' && last !== undefined) {
          part.visit(lnZ + lnScale, n, level, true, closedVisit)
          for (let k = 0; k < length; k++) sum[k] = (sum[k]! + last[k]!) / 2
        } else part.visit(lnZ + lnScale, n, level, false, closedVisit)
        averaged[i] = sum.slice()
        for (let k = 0; k < length; k++) total[k]! += sum[k]!
      })
      return total
    }

    const openLevel = (level: number): Float64Array => {
      const step = gammaLawStep(shape, strip, precisionOfLevel(level))
      const total = new Float64Array(length)
      const constant = Math.log(step) - lnGamma(shape)
      let lnV = 0
      const visit: ShapeVisit = (weight, lnQ, exponent, factor) => {
        const others = addedAt(({ lnCoefficient, ofZ, ofU }) => lnCoefficient + ofZ * lnZ + ofU * (lnV + lnQ) - lnV)
        expansion.write(exponent, others, { scale: Math.exp(lnV) }, h)
        collect(weight * Math.exp(constant + shape * lnV), factor)
      }
      const at = (j: number): number => {
        lnV = j * step
        sum.fill(0)
        for (const part of parts) part.visit(lnZ + lnScale + distanceExcess * lnV, n, level, false, visit)
        for (let k = 0; k < length; k++) total[k]! += sum[k]!
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

    const atLevel = closed ? closedLevel : openLevel
    let terms = atLevel(startLevel)
    let value = measure(terms)
    for (let level = startLevel + 1; ; level++) {
      if (value === 0) return { values: terms, relativeError: 0 }
      if (!(value > 0 && value < Number.POSITIVE_INFINITY))
        fail(value, tolerance(value) * value, 'its terms leave the range of doubles')
      if (exact) return { values: terms, relativeError: rounding }
      if (level > mostLevels) fail(value, tolerance(value) * value)
      const previous = value
      terms = atLevel(level)
      value = measure(terms)
      const change = Math.abs(value - previous) / value
      const relativeError = change ** 1.5 + rounding
      const relativeTolerance = tolerance(value)
      if (change < 0.01 && relativeError <= relativeTolerance) {
        // The next point is likely to need as much.
        startLevel = Math.max(0, change <= relativeTolerance ? level - 2 : level - 1)
        return { values: terms, relativeError }
      }
    }
  }
}

/** Of the largest term of the sum over v. */
const negligible = 1e-16
/** Beyond it, v and its powers leave the range of doubles. */
const furthest = 300
