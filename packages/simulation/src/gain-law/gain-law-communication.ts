import { degreesOfFreedom, type Network } from '@isacnet/model'
import { expectedLogRate, gammaQuantile } from '@isacnet/special-functions'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import { pathGain } from '../kernel/path-gain.js'
import { emptyTrial, type Trial } from '../trials/trial.js'
import { FarField } from './far-field.js'
import { FarFieldRule } from './far-field-rule.js'
import { gainLawUnits } from './gain-law-units.js'
import type { ShiftedLattice } from './lattice.js'

/**
 * Trials of the typical user with the gain laws that the theorems assume, of the mean that `plainCommunication` has:
 *
 * - the rate is the expectation over the desired gain, given distances and interference;
 * - distances and gains are monotone functions of coordinates that fill the unit cube evenly, the most influential ones first: the
 *   user's BS, the edge of its cluster (Γ(L − 1) further), then each interferer's distance and gain;
 * - interference from beyond `interferers` of them enters by two values that have its first three moments.
 *
 * The SIR is one draw: with a desired gain from `stream`, and one of those two values.
 */
export const gainLawCommunication = (
  network: Network,
  interferers: number,
  points: ShiftedLattice,
  stream: RandomStream,
): (() => Trial) => {
  const { usersPerCell: K, communicationClusterSize: L } = network
  const D = degreesOfFreedom(network).diversityOrder
  const { noise } = gainLawUnits(network)
  const attenuate = pathGain(network.pathLossExponent)
  const rateAt = expectedLogRate(D)
  const gain = gammaQuantile(K)
  const clusterWidth = L > 1 ? gammaQuantile(L - 1) : () => 0
  const far = new FarField(network)
  const rule = new FarFieldRule()
  const trial = emptyTrial()
  trial.law.shape = D
  return () => {
    points.next()
    let v = -Math.log(points.take())
    const attenuation = attenuate(v)
    if (L > 1) v += clusterWidth(points.take())
    let near = noise
    for (let i = 0; i < interferers; i++) {
      v -= Math.log(points.take())
      near += gain(points.take()) * attenuate(v)
    }
    far.setInterferers(v, 0)
    rule.set(far.cumulants)
    const { lower, upper, lowerWeight } = rule
    trial.rate =
      lowerWeight * rateAt((near + lower) / attenuation) + (1 - lowerWeight) * rateAt((near + upper) / attenuation)
    const remainder = rule.remainder(near, D * attenuation)
    // The far field takes something away at least.
    trial.bias = remainder < trial.rate ? remainder : Math.min(remainder, rateAt(near / attenuation) - trial.rate)
    trial.law.lower = attenuation / (near + lower)
    trial.law.upper = attenuation / (near + upper)
    trial.law.lowerWeight = lowerWeight
    trial.sir = (stream.gamma(D) * attenuation) / (near + (stream.uniform() < lowerWeight ? lower : upper))
    return trial
  }
}
