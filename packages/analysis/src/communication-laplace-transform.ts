import { anObject, assertOptions, integerFrom, numberThat, type OptionChecks, required } from '@isacnet/model'
import { incompleteBeta } from '@isacnet/special-functions'
import { gammaTransformComplement } from './gamma-transform.js'

/** What the interference at a user depends on, besides distances. */
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
export const assertInterferers = (interferers: Interferers): void => {
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
 * @param z - ≥ 0.
 * @param distanceRatio - η = r₁/r_L, in (0, 1]; 1 when L = 1.
 * @throws {InvalidParameterError} for interferers that aren't as their type says.
 */
export const communicationInterferenceExponent = (
  z: number,
  distanceRatio: number,
  interferers: Interferers,
): number => {
  assertInterferers(interferers)
  const { usersPerCell: K, pathLossExponent: alpha } = interferers
  const delta = 2 / alpha
  const zeta = z * distanceRatio ** alpha
  if (zeta === 0) return 0
  const excess =
    K * zeta ** delta * incompleteBeta(1 - delta, K + delta, zeta / (1 + zeta)) - gammaTransformComplement(zeta, K)
  return excess / distanceRatio ** 2
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
 * @param z - ≥ 0.
 * @param distances - r and r_L ≥ r in km, and λ_b per km².
 * @throws {UnknownNameError} {InvalidParameterError} for distances or interferers that aren't as their types say.
 */
export const communicationLaplaceTransform = (
  z: number,
  distances: InterferenceDistances,
  interferers: Interferers,
): number => {
  assertOptions('the distances of interference', distances, distanceChecks)
  const { serving, cluster, baseStationDensity } = distances
  const exponent = communicationInterferenceExponent(z, serving / cluster, interferers)
  return Math.exp(-Math.PI * baseStationDensity * serving ** 2 * exponent)
}

/**
 * $\mathrm E[e^{-zI_C} \mid \eta] = (1+\eta^2H(z,K,\alpha,\eta))^{-L}$: the average over $\pi\lambda r_L^2 \sim \Gamma(L,1)$, which is
 * independent of η. (38) has $1/(1+H)$, as if r were independent of η (erratum E1).
 *
 * @param z - ≥ 0.
 * @param distanceRatio - η in (0, 1]; 1 when L = 1.
 * @param communicationClusterSize - L, integer ≥ 1.
 */
export const communicationLaplaceTransformGivenRatio = (
  z: number,
  distanceRatio: number,
  communicationClusterSize: number,
  interferers: Interferers,
): number =>
  (1 + distanceRatio ** 2 * communicationInterferenceExponent(z, distanceRatio, interferers)) **
  -communicationClusterSize
