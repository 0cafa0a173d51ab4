import { lnGamma } from '@isacnet/special-functions'
import type { AddedInterference } from '../transforms/added-interference.js'
import { exponentialLattice } from '../transforms/exponential-lattice.js'
import { gammaLawStep } from './averages/gamma-law.js'
import { logConcaveSum } from './averages/log-concave-sum.js'

/** A rate's integrand in which one distance is left to be averaged over. */
export interface SeparableIntegrand {
  /** n: $\pi\lambda$ times the squared distance is Γ(n, 1) before interference. */
  readonly shape: number
  /** $\ln\mathcal E$ at $x = \ln\zeta$: of the interference, the distance's own density included. */
  readonly lnExponent: (x: number) => number
  /** $\ln$ of the signal at $y$. */
  readonly lnSignal: (y: number) => number
  /** γ and $y_0$: the signal is taken at $y = x + \gamma p + y_0$ where $p = \ln v$. */
  readonly signalGrowth: number
  readonly signalOffset: number
  readonly added: AddedInterference
  readonly precision: number
}

/**
 * $$g(x) = \frac{1}{\Gamma(n)}\int_0^\infty v^{n-1}e^{-v\mathcal E(\zeta)}\;S\bigl(x+\gamma\ln v+y_0\bigr)\;e^{-N(x,\ln v)}\,dv,$$
 *
 * with the signal S and the exponent N of noise and clutter: trapezoidal in $\ln v$, from the largest term outward, in logarithms.
 */
export const separableIntegrand = (integrand: SeparableIntegrand): ((x: number) => number) => {
  const { shape: n, lnExponent, lnSignal, signalGrowth, signalOffset, added, precision } = integrand
  if (added.none && signalGrowth === 0) return (x) => Math.exp(lnSignal(x + signalOffset) - n * lnExponent(x))
  const strip = Math.min(added.strip, signalGrowth === 0 ? Math.PI : Math.PI / (2 * Math.abs(signalGrowth)))
  const step = gammaLawStep(n, strip, precision)
  const constant = Math.log(step) - lnGamma(n)
  const v = exponentialLattice(step)
  const addedOnLattice = added.onLattice(step)
  let mode = Math.round(Math.log(n) / step)
  return (x) => {
    const shift = lnExponent(x)
    const offset = x + signalOffset - signalGrowth * shift
    const addedAt = addedOnLattice(x, -shift)
    const sum = logConcaveSum(
      (j) => {
        const p = j * step
        return n * p - v(j) + lnSignal(offset + signalGrowth * p) - addedAt(j)
      },
      mode,
      precision,
    )
    mode = sum.mode
    return Math.exp(constant + sum.logarithm - n * shift)
  }
}
