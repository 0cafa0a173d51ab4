import {
  anObject,
  assertOptions,
  InvalidParameterError,
  integerFrom,
  numberThat,
  type OptionChecks,
  required,
} from '@isacnet/model'
import { interferenceExcess, interferenceExcessSlope } from '../transforms/interference-excess.js'
import { scaled, scaledPower, scaledProduct, unscaled } from '../transforms/scaled-number.js'

/** The parameters of the interference at a user, besides distances. */
export interface Interferers {
  /** K, integer ≥ 1: each interferer's gain is Γ(K, 1). */
  readonly usersPerCell: number
  /** α > 2. */
  readonly pathLossExponent: number
}

const aNumberOfUsers = required(integerFrom(1, 'K'))
const anExponent = required(
  numberThat('a finite number > 2', (alpha) => alpha > 2 && alpha < Number.POSITIVE_INFINITY, 'α'),
)

/**
 * A network is permitted as well: the rest of it isn't read.
 *
 * @throws {InvalidParameterError} for a member that is missing or outside its domain.
 */
const assertInterferers = (interferers: Interferers): void => {
  required(anObject)('interferers', interferers)
  aNumberOfUsers('usersPerCell', interferers.usersPerCell)
  anExponent('pathLossExponent', interferers.pathLossExponent)
}

/**
 * The exponent of (37),
 *
 * $$H(z,K,\alpha,\eta) = K z^{2/\alpha} B\Bigl(\frac{z}{z+\eta^{-\alpha}};\,1-\tfrac2\alpha,\,K+\tfrac2\alpha\Bigr) + \eta^{-2}\bigl((1+z\eta^\alpha)^{-K}-1\bigr)
 *   = \eta^{-2}\int_1^\infty \bigl(1-(1+z\eta^\alpha y^{-\alpha})^{-K}\bigr)2y\,dy.$$
 *
 * @example
 * communicationInterferenceExponent(1, 1, { usersPerCell: 1, pathLossExponent: 4 }).toFixed(12) // '0.785398163397'
 * (Math.PI / 4).toFixed(12) // '0.785398163397'
 *
 * @param z - ≥ 0, finite.
 * @param distanceRatio - η = r₁/r_L, in (0, 1]; 1 when L = 1.
 * @throws {InvalidParameterError} outside that domain, for K that is no integer in 1 … 10⁶ or α that isn't finite and > 2, and where
 * the value exceeds the largest double.
 */
export const communicationInterferenceExponent = (
  z: number,
  distanceRatio: number,
  interferers: Interferers,
): number => {
  assertInterferers(interferers)
  const { usersPerCell, pathLossExponent } = interferers
  assertDomain(z, distanceRatio, interferers)
  if (z === 0) return 0
  const zeta = scaledArgument(z, distanceRatio, pathLossExponent)
  // for small ζ one term is left, whose z η^(α−2) may be a double though z η^α isn't
  const value =
    zeta < 1e-290
      ? interferenceExcessSlope(usersPerCell, pathLossExponent) * scaledArgument(z, distanceRatio, pathLossExponent - 2)
      : interferenceExcess(zeta, usersPerCell, pathLossExponent) / distanceRatio / distanceRatio
  if (value === Number.POSITIVE_INFINITY)
    throw new InvalidParameterError('z', z, 'so small that the exponent is a double')
  return value
}

/** Distances from a user, and the density that they are of. */
interface InterferenceDistances {
  /** r, to the serving BS, in km, > 0. */
  readonly serving: number
  /** r_L ≥ r, to the last BS of the cluster, in km. */
  readonly cluster: number
  /** λ_b per km², > 0. */
  readonly baseStationDensity: number
}

const positive = required(numberThat('a finite number > 0', (value) => value > 0 && value < Number.POSITIVE_INFINITY))

const distanceChecks: OptionChecks<InterferenceDistances> = {
  serving: positive,
  cluster: positive,
  baseStationDensity: positive,
}

/**
 * $\mathcal L_{I_C}(z) = \mathrm E[e^{-zI_C} \mid r, r_L] = e^{-\pi\lambda r^2 H(z,K,\alpha,r/r_L)}$ of (37), where
 * $I_C = \sum_{i>L} g_i (r/\lVert d_i\rVert)^\alpha$ is what a user at distance r from its BS receives from beyond its cluster.
 *
 * @example
 * const distances = { serving: 0.1, cluster: 0.2, baseStationDensity: 5 }
 * communicationLaplaceTransform(1, distances, { usersPerCell: 2, pathLossExponent: 4 }).toFixed(9) // '0.926629292'
 *
 * @param z - ≥ 0, finite.
 * @param distances - r > 0 and r_L ≥ r in km, and λ_b > 0 per km².
 * @throws {InvalidParameterError} outside that domain, and as {@link communicationInterferenceExponent}.
 */
export const communicationLaplaceTransform = (
  z: number,
  distances: InterferenceDistances,
  interferers: Interferers,
): number => {
  assertOptions('the distances of interference', distances, distanceChecks)
  const { serving, cluster, baseStationDensity } = distances
  for (const [name, value] of Object.entries({ serving, cluster, baseStationDensity }))
    if (!(value > 0 && value < Number.POSITIVE_INFINITY))
      throw new InvalidParameterError(name, value, 'a finite number > 0')
  const exponent = communicationInterferenceExponent(z, serving / cluster, interferers)
  return exponent === 0 ? 1 : Math.exp(-Math.PI * (serving * baseStationDensity * (serving * exponent)))
}

/**
 * $\mathrm E[e^{-zI_C} \mid \eta] = (1+\eta^2H(z,K,\alpha,\eta))^{-L}$: the average over $\pi\lambda r_L^2 \sim \Gamma(L,1)$, which is
 * independent of η. (38) has $1/(1+H)$, as if r were independent of η (erratum E1).
 *
 * @example
 * communicationLaplaceTransformGivenRatio(1, 0.5, 2, { usersPerCell: 2, pathLossExponent: 4 }).toFixed(9) // '0.795376593'
 *
 * @param z - ≥ 0, finite.
 * @param distanceRatio - η in (0, 1]; 1 when L = 1.
 * @param communicationClusterSize - L, integer ≥ 1.
 * @throws {InvalidParameterError} outside that domain, and as {@link communicationInterferenceExponent}.
 */
export const communicationLaplaceTransformGivenRatio = (
  z: number,
  distanceRatio: number,
  communicationClusterSize: number,
  interferers: Interferers,
): number => {
  assertDomain(z, distanceRatio, interferers)
  const L = communicationClusterSize
  if (!(Number.isSafeInteger(L) && L >= 1))
    throw new InvalidParameterError('communicationClusterSize', L, 'an integer ≥ 1', 'L')
  const { usersPerCell, pathLossExponent } = interferers
  const zeta = scaledArgument(z, distanceRatio, pathLossExponent)
  return Math.exp(-L * Math.log1p(interferenceExcess(zeta, usersPerCell, pathLossExponent)))
}

/** $z\eta^p$, of which the power alone may be no double. */
const scaledArgument = (z: number, distanceRatio: number, exponent: number): number => {
  const power = distanceRatio ** exponent
  return power > 1e-290 || z < 1 ? z * power : unscaled(scaledProduct(scaled(z), scaledPower(distanceRatio, exponent)))
}

/** The largest number of users that a sum over them is taken for. */
const mostUsers = 1e6

const assertDomain = (z: number, distanceRatio: number, { usersPerCell, pathLossExponent }: Interferers): void => {
  if (!(z >= 0 && z < Number.POSITIVE_INFINITY)) throw new InvalidParameterError('z', z, 'a finite number ≥ 0')
  if (!(distanceRatio > 0 && distanceRatio <= 1))
    throw new InvalidParameterError('distanceRatio', distanceRatio, 'a number in (0, 1]', 'η')
  if (!(Number.isInteger(usersPerCell) && usersPerCell >= 1 && usersPerCell <= mostUsers))
    throw new InvalidParameterError('usersPerCell', usersPerCell, `an integer from 1 to ${mostUsers}`, 'K')
  if (!(pathLossExponent > 2 && pathLossExponent < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('pathLossExponent', pathLossExponent, 'a finite number > 2', 'α')
}
