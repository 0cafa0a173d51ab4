import { echoGain, type Network } from '@isacnet/model'

/**
 * The units in which the trials of the gain laws measure powers. Areas $v=\pi\lambda r^2$ stand for distances, and powers are divided by
 * $(\pi\lambda)^{\alpha/2}$, so that an interferer contributes $g\,v^{-\alpha/2}$.
 */
export interface GainLawUnits {
  /** $N_0K/P_t$. */
  readonly noise: number
  /** The echo of a target at the area u has $c\,u^{-\beta}$ times its gain; this is c in these units. */
  readonly echo: number
  /** The power that a scatterer at the area v sends back is its strength times $v^{-\beta}$ times this. */
  readonly clutter: number
}

export const gainLawUnits = (network: Network): GainLawUnits => {
  const { usersPerCell: K, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const perArea = Math.PI * network.baseStationDensity
  return {
    noise: (network.noisePower * K) / (network.transmitPower * perArea ** (alpha / 2)),
    echo: echoGain(network) * perArea ** (beta - alpha / 2),
    clutter: perArea ** (beta - alpha / 2),
  }
}
