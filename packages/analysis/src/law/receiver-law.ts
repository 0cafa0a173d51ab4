import { integrateLogTrapezoid, NonConvergenceError } from '@isacnet/quadrature'
import type { ClusterLaw } from './clusters/cluster-law.js'
import type { Estimate } from './estimate.js'
import { ln1pExp } from './series/interference-series.js'
import type { SignalGain } from './signal-gain.js'
import { successTerms, type Tolerance, termsUpTo } from './terms/success-terms.js'

/** The parts of the law of a receiver's SIR. */
export interface Receiver {
  readonly signal: SignalGain
  /** K: of the interferers. */
  readonly interfererShape: number
  readonly cluster: ClusterLaw
  /** ln z at the threshold 1: −ln c for echoes. */
  readonly lnThresholdScale: number
}

/** Both sides of a threshold at $y = \ln\theta$. */
interface Sides {
  readonly coverage: Estimate
  readonly outage: Estimate
  /** $-d\,P(\mathrm{SIR}>e^y)/dy$. */
  readonly slope: number
}

/** The law of a receiver's SIR in $y = \ln\theta$. */
export interface ReceiverLaw {
  readonly coverage: (y: number) => Estimate
  /**
   * Coverage and outage, each to the tolerance.
   *
   * @param relativeTolerance - default: that of the law.
   */
  readonly sides: (y: number, relativeTolerance?: number) => Sides
  /**
   * The density of y; 0 where it underflows.
   *
   * @param absoluteTolerance - below which errors don't matter; default 0.
   */
  readonly density: (y: number, absoluteTolerance?: number) => Estimate
  /** About where half of the receivers are. */
  readonly middle: number
}

/** Absolute errors of P are no smaller: where 1 − P would need a better one, it is computed by itself. */
const knownDifference = 1e-13

/**
 * The law of the SIR of a receiver whose signal has the gain Γ(D, 1): with $p_k = [w^k]\,\mathrm E\,e^{-z(1-w)I}$, $z = \theta/c$,
 *
 * $$P(\mathrm{SIR}>\theta) = \sum_{k<D}p_k,\qquad 1-P = \sum_{k\ge D}p_k,\qquad -\frac{dP}{d\ln\theta} = Dp_D,$$
 *
 * and the means of these where D is random.
 */
export const receiverLaw = (receiver: Receiver, relativeTolerance: number): ReceiverLaw => {
  const { signal, cluster, lnThresholdScale } = receiver
  const D = signal.shape
  const terms = successTerms(cluster)
  const complementTerms = successTerms(cluster)
  const densityTerms = successTerms(cluster)
  const upToD = termsUpTo(D)

  const density = (y: number, absoluteTolerance = 0): Estimate => {
    const { values, relativeError } = densityTerms(y + lnThresholdScale, upToD, signal.density, (value) =>
      Math.max(relativeTolerance / 4, Math.min(0.1, absoluteTolerance / (signal.densityScale * value))),
    )
    const value = signal.densityScale * signal.density(values)
    return { value, errorEstimate: value * relativeError }
  }

  /** $1 - P$ where its terms fall fast enough for a geometric series to sum the rest. */
  const complementBySeries = (y: number): Estimate | undefined => {
    for (let n = D + 24; n <= 3 * D + 200; n = Math.ceil(1.5 * n) + 16) {
      const beyond = (values: Float64Array): number => signal.missed(values, n)
      const { values, relativeError } = complementTerms(
        y + lnThresholdScale,
        termsUpTo(n),
        beyond,
        () => relativeTolerance / 2,
      )
      const sum = positive(beyond(values), 'outage')
      const ratio = values[n]! === 0 ? 0 : values[n]! / values[n - 1]!
      const rest = ratio < 1 ? (values[n]! * ratio) / (1 - ratio) : Number.POSITIVE_INFINITY
      if (rest <= (relativeTolerance / 20) * sum) return { value: sum, errorEstimate: sum * relativeError + 2 * rest }
      // Terms that fall as a power of k: echoes meet interferers however near.
      if (ratio > 0.95) return undefined
    }
    return undefined
  }

  /** $\int_{-\infty}^y\varrho(y')\,dy'$ of the density ϱ, with $y' = y - \ln(1+e^\tau)$. */
  const complementByDensity = (y: number): Estimate => {
    const { value, errorEstimate } = integrateLogTrapezoid(
      (tau) => density(y - ln1pExp(tau)).value / (1 + Math.exp(-tau)),
      { relativeTolerance: relativeTolerance / 2, maxEvaluations: 4000, analytic: true },
    )
    return { value, errorEstimate: errorEstimate + (relativeTolerance / 4) * value }
  }

  const sides = (y: number, tolerance: Tolerance): Sides => {
    const { values, relativeError } = terms(y + lnThresholdScale, upToD, signal.covered, tolerance)
    // Rounding may take the sum beyond 1.
    const value = Math.min(1, positive(signal.covered(values), 'coverage'))
    const errorEstimate = value * relativeError
    return {
      coverage: { value, errorEstimate },
      outage: { value: 1 - value, errorEstimate },
      slope: signal.densityScale * signal.density(values),
    }
  }
  const bothSides = (y: number, asked = relativeTolerance): Sides => {
    // As good for the outage as for the coverage; where the outage is too small for that, it is computed by itself.
    const certain = 1 - knownDifference / asked
    const found = sides(y, (value) => (value > certain ? asked : asked * Math.min(1, (1 - value) / value)))
    if (found.coverage.value <= certain) return found
    return { ...found, outage: complementBySeries(y) ?? complementByDensity(y), slope: density(y).value }
  }

  return {
    middle: Math.log(signal.meanShape) - Math.log(receiver.interfererShape) - lnThresholdScale,
    coverage: (y) => sides(y, () => relativeTolerance).coverage,
    sides: bothSides,
    density,
  }
}

/** @throws {NonConvergenceError} for 0: the probability is below the smallest double. */
export const positive = (value: number, what: string): number => {
  if (value > 0) return value
  const reached = { value, errorEstimate: Number.POSITIVE_INFINITY, evaluations: 1 }
  throw new NonConvergenceError(what, reached, 0, 'its terms leave the range of doubles')
}
