import { lnGamma } from '@isacnet/special-functions'
import { gammaLawStep } from '../../rules/averages/gamma-law.js'
import { gammaMeans } from '../../rules/averages/gamma-mean.js'
import type { AddedInterference } from '../../transforms/added-interference.js'
import type { RadiusMean } from './cluster-transform.js'

/** The parts besides the interference that depend on $v_1 = \pi\lambda r_1^2$, the receiver's squared distance to its BS. */
export interface RadiusDependence {
  /** n. */
  readonly shape: number
  readonly added: AddedInterference
  /** $\ln$ of the signal at $y = x - \gamma\ln v_1 + y_0$; left out where the signal doesn't depend on $v_1$. */
  readonly lnSignal?: ((y: number) => number) | undefined
  /** γ and $y_0$. */
  readonly signalGrowth: number
  readonly signalOffset: number
  readonly precision: number
}

/** Means over $v_1 \sim \Gamma(n, \mathcal E)$ at x, for $\ln\mathcal E$ in an interval. */
export const radiusMeans = ({ shape: n, added, lnSignal, signalGrowth, signalOffset, precision }: RadiusDependence) => {
  const strip = signalGrowth === 0 ? added.strip : Math.min(added.strip, Math.PI / (2 * Math.abs(signalGrowth)))
  const step = gammaLawStep(n, strip, precision)
  const addedOnLattice = added.onLattice(step)
  const constant = -lnGamma(n)
  const means = gammaMeans(n, step, precision)
  return (x: number, from: number, to: number): RadiusMean => {
    const addedAt = addedOnLattice(x, 0)
    const mean = means(
      (j) => (lnSignal === undefined ? 0 : lnSignal(x + signalOffset - signalGrowth * step * j)) - addedAt(j),
      from,
      to,
    )
    const scale = Math.exp(constant + mean.lnScale)
    return (lnExponent) => scale * mean.at(lnExponent)
  }
}
