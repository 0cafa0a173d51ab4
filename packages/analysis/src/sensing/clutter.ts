import { InvalidParameterError, type NetworkParameters } from '@isacnet/model'
import { gamma } from '@isacnet/special-functions'
import { reciprocalPower } from '../transforms/reciprocal-power.js'
import { scaled, scaledPower, scaledProduct, unscaled } from '../transforms/scaled-number.js'

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
 * @example
 * clutterCoefficient(defineNetwork({ clutterDensity: 1 })).toFixed(9) // '1.772453851'
 * Math.sqrt(Math.PI).toFixed(9) // '1.772453851'
 *
 * @returns $\tfrac{\lambda_x}{\lambda_b}\sigma_x^{1/\beta}\Gamma(1-1/\beta)$, the factor of $u z^{1/\beta}$ in the exponent; 0 without clutter.
 * @throws {InvalidParameterError} unless β > 1 and λ_b > 0 are finite, the others finite and ≥ 0, and the value a double.
 */
export const clutterCoefficient = (clutter: Clutter): number => {
  const { baseStationDensity, clutterDensity, clutterCrossSection, clutterResidual, echoPathLossExponent } = clutter
  const beta = echoPathLossExponent
  if (!(beta > 1 && beta < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('echoPathLossExponent', beta, 'a finite number > 1', 'β')
  if (!(baseStationDensity > 0 && baseStationDensity < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('baseStationDensity', baseStationDensity, 'a finite number > 0', 'λ_b')
  for (const [name, value] of Object.entries({ clutterDensity, clutterCrossSection, clutterResidual }))
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new InvalidParameterError(name, value, 'a finite number ≥ 0')
  if (clutterDensity === 0 || clutterCrossSection === 0 || clutterResidual === 0) return 0
  // 1 − 1/β keeps its digits next to β = 1 as (β − 1)/β
  const factors = [
    scaled(clutterDensity),
    scaledPower(baseStationDensity, -1),
    scaled(reciprocalPower(clutterCrossSection, beta)),
    scaled(reciprocalPower(clutterResidual, beta)),
    scaled(gamma((beta - 1) / beta)),
  ]
  const coefficient = unscaled(factors.reduce(scaledProduct))
  if (!(coefficient < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('clutterDensity', clutterDensity, 'so small that the exponent is a double', 'λ_x')
  return coefficient
}

/**
 * $\mathrm E[e^{-zI_X} \mid u]$ of {@link clutterCoefficient}.
 *
 * @example
 * clutterLaplaceTransform(1, 1, defineNetwork({ clutterDensity: 1 })).toFixed(9) // '0.169915529'
 *
 * @param z - ≥ 0, finite.
 * @param u - $\pi\lambda_b R^2$, ≥ 0, finite.
 * @throws {InvalidParameterError} outside that domain, and as `clutterCoefficient`.
 */
export const clutterLaplaceTransform = (z: number, u: number, clutter: Clutter): number => {
  for (const [name, value] of Object.entries({ z, u }))
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new InvalidParameterError(name, value, 'a finite number ≥ 0')
  const coefficient = clutterCoefficient(clutter)
  return u === 0 || z === 0 ? 1 : Math.exp(-u * (coefficient * reciprocalPower(z, clutter.echoPathLossExponent)))
}
