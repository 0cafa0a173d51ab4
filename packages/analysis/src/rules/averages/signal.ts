import { gammaTransformComplement } from '../../transforms/gamma-transform.js'
import { logConcaveSum } from './log-concave-sum.js'

/** $\ln(1-(1+e^y)^{-n})$ for every y: the signal of gain $\Gamma(n,1)$ at $\ln z = y$. */
export const lnSignal = (y: number, n: number): number => {
  if (y < -690) return Math.log(n) + y
  return y > 690 ? 0 : Math.log(gammaTransformComplement(Math.exp(y), n))
}

/** How an average over a ratio of squared distances is computed. */
export interface RatioLattice {
  /** n ≥ 2: the ratio is Beta(1, n − 1). */
  readonly clusterSize: number
  /** The ratio stays below it, in (0, 1]. */
  readonly upper: number
  /** Half-width of the strip around real $\ln q$ in which what is averaged is bounded. */
  readonly strip: number
  readonly precision: number
}

/**
 * $\int_0^b f(q)\,(n-1)(1-q)^{n-2}\,dq$, as its logarithm, for $q = (r_1/r_n)^2 \sim$ Beta$(1, n-1)$ below b, by the trapezoidal rule in
 * τ with $q = b/(1+e^{-\tau})$: exponentially convergent however f behaves at q → 0, unlike the rule of {@link squaredDistanceRatioRule}, which is
 * faster where it is good enough.
 *
 * @returns a function of $\ln f(\ln q)$.
 */
export const ratioAverage = ({
  clusterSize: n,
  upper,
  strip,
  precision,
}: RatioLattice): ((lnF: (lnQ: number) => number) => number) => {
  // (1 − q)^n, like e^{−nq}, is bounded in a quarter turn only.
  const step = (2 * Math.PI * 0.9 * Math.min(n === 2 ? Math.PI : Math.PI / 2, strip)) / precision
  const constant = Math.log((n - 1) * step)
  const lnUpper = Math.log(upper)
  const points = new Map<number, readonly [lnQ: number, lnWeight: number]>()
  const at = (j: number): readonly [number, number] => {
    const known = points.get(j)
    if (known !== undefined) return known
    const tau = j * step
    // ln 1/(1 + e^−τ), and ln of what is left to 1.
    const lnShare = tau > 0 ? -Math.log1p(Math.exp(-tau)) : tau - Math.log1p(Math.exp(tau))
    const lnRest = lnShare - tau
    const lnQ = lnUpper + lnShare
    const lnComplement = upper === 1 ? lnRest : Math.log1p(-Math.exp(lnQ))
    const point = [lnQ, lnQ + lnRest + (n - 2) * lnComplement] as const
    points.set(j, point)
    return point
  }
  let mode = 0
  return (lnF) => {
    const sum = logConcaveSum(
      (j) => {
        const [lnQ, lnWeight] = at(j)
        return lnWeight + lnF(lnQ)
      },
      mode,
      precision,
    )
    mode = sum.mode
    return constant + sum.logarithm
  }
}
