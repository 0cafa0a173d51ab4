import type { Network, SensingClusters } from '@isacnet/model'
import { expectedLogRate, gammaQuantile } from '@isacnet/special-functions'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import { pathGain } from '../kernel/path-gain.js'
import { emptyTrial, type Trial } from '../trials/trial.js'
import { FarField } from './far-field.js'
import { FarFieldRule } from './far-field-rule.js'
import { endOfHole, squaredDistanceOutsideHole } from './gain-law-hole.js'
import { gainLawUnits } from './gain-law-units.js'
import type { ShiftedLattice } from './lattice.js'

/**
 * Trials of the typical target with the gain laws that the theorems assume, of the mean that `plainSensing` has, in the same way as
 * `gainLawCommunication`: the expectation over the gain towards the target, coordinates that fill the unit cube evenly, and two values
 * for what is beyond the sampled interferers (and scatterers).
 *
 * With bs-centric clusters the interferers' distances from the serving BS are drawn outside the hole, with target-centric ones those
 * from the target, and angles.
 */
export const gainLawSensing = (
  network: Network,
  sensingClusters: SensingClusters,
  interferers: number,
  points: ShiftedLattice,
  stream: RandomStream,
): (() => Trial) => {
  const { usersPerCell: K, sensingClusterSize: Q, echoPathLossExponent: beta } = network
  const { noise, echo, clutter } = gainLawUnits(network)
  const attenuate = pathGain(network.pathLossExponent)
  const attenuateEcho = pathGain(2 * beta)
  const rateAt = expectedLogRate(K)
  const gain = gammaQuantile(K)
  const clusterWidth = Q > 1 ? gammaQuantile(Q - 1) : () => 0
  const far = new FarField(network)
  const rule = new FarFieldRule()
  const trial = emptyTrial()
  trial.law.shape = K
  let near = 0

  const aroundServingStation = (u: number): void => {
    let cumulated = Q > 1 ? clusterWidth(points.take()) : 0
    let v = 0
    for (let i = 0; i < interferers || cumulated < endOfHole * u; i++) {
      cumulated -= Math.log(points.take())
      v = u * squaredDistanceOutsideHole(cumulated / u)
      near += gain(points.take()) * attenuate(v)
    }
    far.setInterferers(v, 0)
  }

  const aroundTarget = (u: number): void => {
    let w = Q > 1 ? u + clusterWidth(points.take()) : u
    // Cumulants of the far field are known from twice the serving BS's area on.
    for (let i = 0; i < interferers || w < 4 * u; i++) {
      w -= Math.log(points.take())
      const v = w + u - 2 * Math.sqrt(u * w) * Math.cos(Math.PI * points.take())
      near += gain(points.take()) * attenuate(v)
    }
    far.setInterferers(w, u)
  }

  const around = sensingClusters === 'bs-centric' ? aroundServingStation : aroundTarget

  // Scatterers are a process of rate λ_x/λ_b in v, of rate 1 in γ = (λ_x/λ_b)v.
  const scatterers = network.clutterDensity / network.baseStationDensity
  const scattering = network.clutterCrossSection * network.clutterResidual * clutter * scatterers ** beta
  let gamma = 0
  const scatter = (times: number): void => {
    for (let i = 0; i < times; i++) {
      gamma -= Math.log(points.take())
      near += scattering * attenuateEcho(gamma)
    }
  }

  return () => {
    points.next()
    const u = -Math.log(points.take())
    const echoed = echo * attenuateEcho(u)
    near = noise
    if (scattering > 0) {
      // The nearest scatterer matters most, the others hardly.
      gamma = 0
      scatter(1)
      around(u)
      scatter(interferers - 1)
      far.addScatterers(gamma, scattering, beta)
    } else around(u)
    rule.set(far.cumulants)
    const { lower, upper, lowerWeight } = rule
    trial.rate = lowerWeight * rateAt((near + lower) / echoed) + (1 - lowerWeight) * rateAt((near + upper) / echoed)
    const remainder = rule.remainder(near, K * echoed)
    // The far field takes something away at least.
    trial.bias = remainder < trial.rate ? remainder : Math.min(remainder, rateAt(near / echoed) - trial.rate)
    trial.law.lower = echoed / (near + lower)
    trial.law.upper = echoed / (near + upper)
    trial.law.lowerWeight = lowerWeight
    trial.sir = (stream.gamma(K) * echoed) / (near + (stream.uniform() < lowerWeight ? lower : upper))
    return trial
  }
}
