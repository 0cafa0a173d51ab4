import {
  bsCentricInterferenceExponent,
  communicationLaplaceTransformGivenRatio,
  interfererDensity,
  interferersWithin,
  targetCentricInterferenceExponent,
} from '@isacnet/analysis'
import { degreesOfFreedom, echoGain, type Network } from '@isacnet/model'
import { integrateAdaptive } from '@isacnet/quadrature'

/** The formulas as a reader would write them: each integral sign a call of an adaptive rule. */
const relativeTolerance = 1e-7

/** ∫₀^∞ g(z) dz/z, in ln z. */
const overZ = (g: (z: number) => number): number =>
  integrateAdaptive((x) => g(Math.exp(x)), -45, 110, { relativeTolerance, maxBisections: 3000 }).value

/** R_c, from the conditional transform as it stands. */
export const literalCommunicationRate = (network: Network): number => {
  const L = network.communicationClusterSize
  const D = degreesOfFreedom(network).diversityOrder
  return overZ((z) => {
    const transform = (eta: number): number => communicationLaplaceTransformGivenRatio(z, eta, L, network)
    const average =
      L === 1
        ? transform(1)
        : integrateAdaptive((eta) => 2 * (L - 1) * eta * (1 - eta * eta) ** (L - 2) * transform(eta), 0, 1, {
            relativeTolerance: relativeTolerance / 10,
          }).value
    return (1 - (1 + z) ** -D) * average
  })
}

/** R_s for α = 2β with bs-centric clusters. */
export const literalBsCentricSensingRate = (network: Network): number => {
  const Q = network.sensingClusterSize
  const c = echoGain(network)
  return overZ((z) => {
    const exponent = (t: number): number => bsCentricInterferenceExponent(z, t, network)
    const integrand = (t: number): number => {
      const within = interferersWithin(t)
      return ((Q - 1) * interfererDensity(t) * within ** (Q - 2)) / (1 + within + exponent(t)) ** Q
    }
    const options = { relativeTolerance: relativeTolerance / 10, absoluteTolerance: 1e-13 }
    const transform =
      Q === 1
        ? 1 / (1 + exponent(0))
        : integrateAdaptive(integrand, 0, 2, options).value +
          // t = 2/(1 − x): as it stands the tail is too heavy for the rule.
          integrateAdaptive((x) => integrand(2 / (1 - x)) * (2 / (1 - x) ** 2), 0, 1, options).value
    return (1 - (1 + c * z) ** -network.usersPerCell) * transform
  })
}

/** R_s for α = 2β with target-centric clusters, Q ≥ 2. */
export const literalTargetCentricSensingRate = (network: Network): number => {
  const Q = network.sensingClusterSize
  const c = echoGain(network)
  return overZ((z) => {
    const transform = integrateAdaptive(
      (eta) =>
        (2 * (Q - 1) * eta * (1 - eta * eta) ** (Q - 2)) /
        (1 + eta * eta * targetCentricInterferenceExponent(z, 1 / eta, network)) ** Q,
      0,
      1,
      { relativeTolerance: relativeTolerance / 10, absoluteTolerance: 1e-13 },
    ).value
    return (1 - (1 + c * z) ** -network.usersPerCell) * transform
  })
}
