import { type Integral, integrateAllLogTrapezoid, NonConvergenceError } from '@isacnet/quadrature'

/** An average rate in nats, with an estimate of the numerical error. */
export interface Rate {
  /** Nats per channel use and user (communication) or target (sensing). */
  readonly value: number
  /** Absolute, in nats; of the integration, not of the model. */
  readonly errorEstimate: number
}

/** Relative tolerance of rates when none is given. */
export const defaultRelativeTolerance = 1e-9

/**
 * $\int g(e^x)\,dx$ over a lattice in $x = \ln z$, for a g that contains inner integrals: `integrand(n)` gives g with inner rules of
 * n nodes. They are checked by rules of 3n/4 nodes on the same lattice. An error that falls as the eighth power of n, or
 * geometrically once it is below 1e-3, is at least ten times smaller with n nodes; a quarter of the difference is the estimate,
 * to be safe with slower ones. The number of nodes is doubled, twice at most, until the tolerance is met.
 *
 * @throws {NonConvergenceError} when that doesn't suffice.
 */
export const rateByTwoRules = (
  integrand: (nodes: number) => (x: number) => number,
  relativeTolerance: number,
  fewestNodes = 32,
): Rate => {
  for (let nodes = fewestNodes; ; nodes *= 2) {
    const fine = integrand(nodes)
    const coarse = integrand((3 * nodes) / 4)
    const [integral, check] = integrateAllLogTrapezoid(
      (x, values) => {
        values[0] = fine(x)
        values[1] = coarse(x)
      },
      2,
      { relativeTolerance: relativeTolerance / 2 },
    ) as [Integral, Integral]
    const { value } = integral
    const difference = Math.abs(value - check.value)
    const inner = difference <= 1e-3 * Math.abs(value) ? difference / 4 : difference
    const errorEstimate = integral.errorEstimate + inner
    if (errorEstimate <= relativeTolerance * Math.abs(value)) return { value, errorEstimate }
    if (nodes >= 4 * fewestNodes)
      throw new NonConvergenceError('rate', { ...integral, errorEstimate }, relativeTolerance * Math.abs(value))
  }
}

/** @throws {RangeError} unless 1e-12 ≤ relativeTolerance ≤ 1e-2. */
export const assertRelativeTolerance = (relativeTolerance: number): void => {
  if (!(relativeTolerance >= 1e-12 && relativeTolerance <= 1e-2))
    throw new RangeError(`relativeTolerance must be a number in [1e-12, 1e-2], got ${relativeTolerance}`)
}
