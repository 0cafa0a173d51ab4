import type { NetworkParameters } from '@isacnet/model'
import { gamma } from '@isacnet/special-functions'

/** The parameters of clutter. */
export type Clutter = Pick<
  NetworkParameters,
  'baseStationDensity' | 'clutterDensity' | 'clutterCrossSection' | 'clutterResidual' | 'echoPathLossExponent'
>

/**
 * Remark 1's clutter: scatterers form a PPP of density λ_x around the serving BS; each returns
 * $\sigma_x (R/d_x)^{2\beta}$, in the units of (6)'s interference, σ_x being the mean-square coefficient times what cancellation
 * leaves of it. Given the distance R to the target, with $u = \pi\lambda_b R^2$,
 *
 * $$\mathrm E\,e^{-zI_X} = \exp\Bigl(-u\,\frac{\lambda_x}{\lambda_b}(z\sigma_x)^{1/\beta}\,\Gamma(1-1/\beta)\Bigr), \qquad \beta > 1.$$
 *
 * @returns $\tfrac{\lambda_x}{\lambda_b}\sigma_x^{1/\beta}\Gamma(1-1/\beta)$, the factor of $u z^{1/\beta}$ in the exponent; 0 without clutter.
 */
export const clutterCoefficient = (clutter: Clutter): number => {
  const { baseStationDensity, clutterDensity, clutterCrossSection, clutterResidual, echoPathLossExponent } = clutter
  const residual = clutterCrossSection * clutterResidual
  if (clutterDensity === 0 || residual === 0) return 0
  const exponent = 1 / echoPathLossExponent
  return (clutterDensity / baseStationDensity) * residual ** exponent * gamma(1 - exponent)
}

/** $\mathrm E[e^{-zI_X} \mid u]$ of {@link clutterCoefficient}, for z ≥ 0 and $u = \pi\lambda_b R^2 \ge 0$. */
export const clutterLaplaceTransform = (z: number, u: number, clutter: Clutter): number =>
  Math.exp(-u * clutterCoefficient(clutter) * z ** (1 / clutter.echoPathLossExponent))
