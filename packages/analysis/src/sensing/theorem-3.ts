import type { NetworkParameters } from '@isacnet/model'
import { type MethodDefinition, whereFeasible } from '../method/method.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import type { Rate } from '../rules/rate.js'
import { clusterWithoutHole } from './no-hole.js'

/**
 * Theorem 3 as printed, (18) and (48), with α and β put right (erratum E6):
 *
 * $$\int_0^\infty \frac{1-(1+cz)^{-K}}{z}\;\mathrm E_{R,r_Q}\Bigl[e^{-\pi\lambda r_Q^2\,(F(zR^{2\beta}r_Q^{-\alpha})-1)}\Bigr]\,dz.$$
 *
 * It ignores the hole, and takes $r_Q$, the distance from the serving BS beyond which others interfere, as that of the Q-th
 * nearest point of a PPP independent of R: $u = \pi\lambda R^2 \sim \mathrm{Exp}(1)$, $v = \pi\lambda r_Q^2 \sim \Gamma(Q,1)$. It is the
 * (Q−1)-th (E9), so the rate comes out too high: as printed it is the rate without the hole at Q + 1.
 *
 * @throws {MethodNotApplicableError} for Q = 1, and with clutter or noise, which it leaves out.
 * @throws {NonConvergenceError} when the tolerance isn't met.
 */
const theorem3 = (network: NetworkParameters, relativeTolerance: number): Rate => {
  if (network.sensingClusterSize === 1)
    throw new MethodNotApplicableError('theorem-3', 'sensingClusterSize (Q) ≥ 2', '1')
  return clusterWithoutHole(network, network.sensingClusterSize, relativeTolerance)
}

/** The row of Theorem 3. */
export const sensingByTheorem3 = {
  method: 'theorem-3',
  title: 'Theorem 3, as printed',
  milliseconds: 4,
  rate: whereFeasible((network, relativeTolerance) => {
    const { clutterDensity, noisePower } = network
    if (clutterDensity > 0 || noisePower > 0)
      throw new MethodNotApplicableError(
        'theorem-3',
        'neither clutter nor noise',
        `clutterDensity (λ_x) = ${clutterDensity} and noisePower (N₀) = ${noisePower}`,
      )
    return theorem3(network, relativeTolerance)
  }),
  smallestClusterSize: 2,
  below: 'proposition-3',
} as const satisfies MethodDefinition
