import { assertOptions, InvalidParameterError, numberThat, type OptionChecks, required } from '@isacnet/model'
import { scaled, scaledPower, scaledProduct, scaledSum } from '../transforms/scaled-number.js'

/** One realisation of what reaches the receive filter of a sensing BS. */
export interface SensingRealisation {
  /** c = ΔT·κM_r·|ξ|², see `echoGain` of `@isacnet/model`. */
  readonly echoGain: number
  /** ‖d₁‖ in km, > 0. */
  readonly targetDistance: number
  /** h_t = Σ_k|aᴴ(θ)w_k|², ≥ 0. */
  readonly targetGain: number
  /** Interfering BSs: ‖d_q − d₁‖ in km, > 0, and h_q = Σ_k|hᴴw_k|², ≥ 0. */
  readonly interferers: readonly { readonly distance: number; readonly gain: number }[]
  /** α. */
  readonly pathLossExponent: number
  /** β. */
  readonly echoPathLossExponent: number
  /** σ²‖v‖² over P_t/K, ≥ 0; default 0, which is (36). */
  readonly noiseToPower?: number
}

const positive = required(numberThat('a number > 0', (value) => value > 0))
const notNegative = required(numberThat('a number ≥ 0', (value) => value >= 0))

const interfererChecks: OptionChecks<SensingRealisation['interferers'][number]> = {
  distance: positive,
  gain: notNegative,
}

const realisationChecks: OptionChecks<SensingRealisation> = {
  echoGain: notNegative,
  targetDistance: positive,
  targetGain: notNegative,
  interferers: (name, value) => {
    if (!Array.isArray(value)) throw new InvalidParameterError(name, value, 'a list')
    for (const interferer of value) assertOptions('an interferer', interferer, interfererChecks)
  },
  pathLossExponent: positive,
  echoPathLossExponent: positive,
  noiseToPower: numberThat('a number ≥ 0', (value) => value >= 0),
}

/**
 * Mutual information between a target's response and its echo given the geometry and the channels, (35), in nats:
 *
 * $$I(y_s; H \mid X_1) = \ln\Bigl(1+\frac{c\,h_t\,\lVert d_1\rVert^{-2\beta}}{\sum_q h_q\lVert d_q-d_1\rVert^{-\alpha} + \sigma^2}\Bigr),$$
 *
 * powers in units of $P_t/K$. Without noise it is $\ln(1+\mathrm{SIR}_s)$, (36) with (6), whose mean is `sensingRate`. (The paper's sums over
 * the interferers run from Q + 1: those within the cluster null their interference.)
 *
 * Powers that are no doubles, of distances so small or so large that they over- or underflow, are carried with their exponents.
 *
 * @example
 * const interferers = [{ distance: 1, gain: 2 }, { distance: 2, gain: 16 }]
 * const target = { echoGain: 1, targetDistance: 0.5, targetGain: 3, pathLossExponent: 4, echoPathLossExponent: 2 }
 * sensingMutualInformation({ ...target, interferers }).toFixed(6) // '2.833213'
 * Math.log(17).toFixed(6) // '2.833213'
 *
 * @throws {UnknownNameError} for a member that is not known.
 * @throws {InvalidParameterError} for one that is missing or outside its domain.
 * @returns `Infinity` when there is neither interference nor noise.
 * @throws {InvalidParameterError} unless distances and exponents are finite and > 0, gains and noise finite and ≥ 0.
 */
export const sensingMutualInformation = (realisation: SensingRealisation): number => {
  assertOptions('a sensing realisation', realisation, realisationChecks)
  const { echoGain, targetDistance, targetGain, interferers, pathLossExponent, echoPathLossExponent } = realisation
  const noise = realisation.noiseToPower ?? 0
  assertPositive('targetDistance', targetDistance)
  assertPositive('pathLossExponent', pathLossExponent)
  assertPositive('echoPathLossExponent', echoPathLossExponent)
  assertNonNegative('echoGain', echoGain)
  assertNonNegative('targetGain', targetGain)
  assertNonNegative('noiseToPower', noise)
  for (const { distance, gain } of interferers) {
    assertPositive('distance', distance)
    assertNonNegative('gain', gain)
  }
  if (echoGain === 0 || targetGain === 0) return 0
  if (noise === 0 && interferers.every(({ gain }) => gain === 0)) return Number.POSITIVE_INFINITY
  const echo = echoGain * targetGain * targetDistance ** (-2 * echoPathLossExponent)
  let interference = noise
  for (const { distance, gain } of interferers) interference += gain * distance ** -pathLossExponent
  return isOrdinary(echo) && isOrdinary(interference)
    ? Math.log1p(echo / interference)
    : scaledMutualInformation(realisation)
}

/** The same in numbers that neither over- nor underflow. */
const scaledMutualInformation = (realisation: SensingRealisation): number => {
  const { echoGain, targetDistance, targetGain, interferers, pathLossExponent, echoPathLossExponent } = realisation
  const spreading = scaledPower(targetDistance, -2 * echoPathLossExponent)
  const echo = scaledProduct(scaledProduct(scaled(echoGain), scaled(targetGain)), spreading)
  let interference = scaled(realisation.noiseToPower ?? 0)
  for (const { distance, gain } of interferers)
    if (gain > 0)
      interference = scaledSum(interference, scaledProduct(scaled(gain), scaledPower(distance, -pathLossExponent)))
  const ratio = echo.mantissa / interference.mantissa
  const exponent = echo.exponent - interference.exponent
  return exponent > 60 ? Math.log(ratio) + exponent * Math.LN2 : Math.log1p(ratio * 2 ** exponent)
}

/** Whether products on the way to it can't have over- or underflowed unnoticed. */
const isOrdinary = (power: number): boolean => power > 1e-150 && power < 1e150

const assertPositive = (name: string, value: number): void => {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError(name, value, 'a finite number > 0')
}

const assertNonNegative = (name: string, value: number): void => {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError(name, value, 'a finite number ≥ 0')
}
