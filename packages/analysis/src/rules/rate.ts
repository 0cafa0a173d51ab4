import {
  type Integral,
  integrateAllLogTrapezoid,
  integrateLogTrapezoid,
  type LogTrapezoidOptions,
  NonConvergenceError,
} from '@isacnet/quadrature'
import { beginWork } from './work/work.js'

/** An average rate in nats, with an estimate of the numerical error. */
export interface Rate {
  /** Nats per channel use and user (communication) or target (sensing). */
  readonly value: number
  /** Absolute, in nats; of the integration, not of the model. */
  readonly errorEstimate: number
}

/** Where in $x = \ln z$ a rate's integrand changes its behaviour. */
export interface RateScales {
  /** ln z at which the signal saturates, and at which interference, noise and clutter end it. Those that aren't finite don't count. */
  readonly crossovers: readonly number[]
  /** Whichever of them ends the integrand first. */
  readonly end: number
  /** Whether inner averages are computed by rules whose steps are chosen in advance. */
  readonly open: boolean
}

/** Step in x that an integral over it starts with: half of it is needed for few. */
export const rateStep = 0.4

/** Evaluations of a rate's outer integrand that are permitted. */
const maxEvaluations = 6000

/** Beyond a crossover by this much, the integrand has become a power of z. */
const margin = 3

/** Neither exp(x) nor a power of it leaves the range of doubles. */
const outermost = 680

const within = (x: number): number => Math.max(-outermost, Math.min(outermost, x))

/**
 * $\int g(e^x)\,dx$ for the integrand g of a rate: analytic in the right half plane, from the scale where it ends, and without closing a tail
 * between its crossovers.
 *
 * @throws {NonConvergenceError} when the tolerance isn't met within 6000 evaluations.
 */
export const integrateRate = (
  integrand: (x: number) => number,
  scales: RateScales,
  relativeTolerance: number,
): Rate => {
  beginWork()
  const inner = innerShare(scales) * relativeTolerance
  const { value, errorEstimate } = integrateLogTrapezoid(integrand, latticeOptions(scales, relativeTolerance - inner))
  return { value, errorEstimate: errorEstimate + inner * value }
}

/** The error, relative to the tolerance, that rules whose steps are chosen in advance (`precisionOf`) may have. */
const innerShare = ({ open }: RateScales): number => (open ? 0.25 : Math.exp(-5))

const latticeOptions = (
  { crossovers, end }: RateScales,
  relativeTolerance: number,
  step = rateStep,
): LogTrapezoidOptions => {
  const finite = [...crossovers, end].filter(Number.isFinite)
  return {
    relativeTolerance,
    start: within(Number.isFinite(end) ? end : Math.min(...finite)),
    cover: [within(Math.min(...finite) - margin), within(Math.max(...finite) + margin)],
    step,
    analytic: true,
    maxHalvings: 4,
    maxEvaluations,
  }
}

/** Writes g with inner rules of n nodes, and of 3n/4, into two values: both at once, because they share costly parts. */
export type RuleIntegrands = (nodes: number, fewer: number) => (x: number, values: Float64Array) => void

/** Two rules that share nothing. */
export const separateRules =
  (integrand: (nodes: number) => (x: number) => number): RuleIntegrands =>
  (nodes, fewer) => {
    const fine = integrand(nodes)
    const coarse = integrand(fewer)
    return (x, values) => {
      values[0] = fine(x)
      values[1] = coarse(x)
    }
  }

/**
 * {@link integrateRate} for a g that contains inner integrals, whose rules of n nodes are checked by rules of 3n/4
 * nodes on the same lattice; what they differ by at one x averages out over x. Three times the difference is the estimate, so that it holds for
 * errors that fall as slowly as 1/n. Where it is too large, the next n is the one that suffices if the difference goes on falling as
 * $e^{-cn}$, up to `mostNodes`.
 *
 * @throws {NonConvergenceError} when that doesn't suffice.
 */
export const rateByTwoRules = (
  integrands: RuleIntegrands,
  scales: RateScales,
  relativeTolerance: number,
  { fewestNodes = 32, mostNodes = 128, step = rateStep }: TwoRulesOptions = {},
): Rate => {
  const options = latticeOptions(scales, relativeTolerance / 2, step)
  beginWork()
  for (let nodes = fewestNodes; ; ) {
    const [integral, check] = integrateAllLogTrapezoid(integrands(nodes, (3 * nodes) / 4), 2, options) as [
      Integral,
      Integral,
    ]
    const { value } = integral
    const difference = Math.abs(value - check.value)
    const inner = 3 * difference + innerShare(scales) * relativeTolerance * value
    const errorEstimate = integral.errorEstimate + inner
    const requested = relativeTolerance * value
    if (errorEstimate <= requested) return { value, errorEstimate }
    if (nodes === mostNodes) throw new NonConvergenceError('rate', { ...integral, errorEstimate }, requested)
    const permitted = (1 / 2 - innerShare(scales)) * (relativeTolerance / 3)
    nodes = Math.min(mostNodes, nodesFor(nodes, difference / value, permitted))
  }
}

interface TwoRulesOptions {
  readonly fewestNodes?: number
  readonly mostNodes?: number
  /** Step in x to start with. */
  readonly step?: number
}

/** By how much the number of nodes grows at least. */
const nodesStep = 16

const nodesFor = (nodes: number, difference: number, permitted: number): number => {
  const needed = (nodes * Math.log(permitted)) / Math.min(-1, Math.log(difference))
  return Math.max(nodes + nodesStep, nodesStep * Math.ceil(needed / nodesStep))
}

/** The fast way where it can be relied on and converges, else the robust one. */
export const withFallback = (reliable: boolean, fast: () => Rate, robust: () => Rate): Rate => {
  if (!reliable) return robust()
  try {
    return fast()
  } catch (error) {
    if (!(error instanceof NonConvergenceError)) throw error
    return robust()
  }
}
