import { echoGain, type NetworkParameters } from '@isacnet/model'
import type { RandomStream, SensingClusterReading } from '@isacnet/stochastic-geometry'
import { farField, farFieldBias } from './far-field.js'
import type { Trial } from './trial.js'

/** Interferers that are sampled one by one, at least. */
const sampled = 40

/**
 * Trials of the typical target with the gain laws that the theorems assume: a sampled PPP, the cluster silent, and the gain towards
 * the target and of each interferer Γ(K, 1):
 *
 * $$\mathrm{SIR}_s = c\,\frac{h_t\,\lVert d_1\rVert^{-2\beta}}{\sum_q h_q\lVert d_q-d_1\rVert^{-\alpha}}.$$
 *
 * Areas $v = \pi\lambda r^2$ stand for distances. With bs-centric clusters the PPP is sampled around the serving BS, and what falls
 * into the hole around the target (no BS is nearer to it than its own) is
 * dropped; with target-centric ones it is sampled around the target. Beyond the sampled interferers the mean is added.
 */
export const gainLawSensingTrial = (
  network: NetworkParameters,
  clusters: SensingClusterReading,
  stream: RandomStream,
): (() => Trial) => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const beyond = farField(K, alpha)
  const half = alpha / 2
  const perArea = Math.PI * network.baseStationDensity
  // All powers in units of (πλ)^{α/2}.
  const echo = echoGain(network) * perArea ** (beta - half)
  const noise = (network.noisePower * K) / (network.transmitPower * perArea ** half)
  const around = clusters === 'bs-centric' ? aroundServingStation : aroundTarget
  return () => {
    const u = stream.exponential()
    const signal = echo * stream.gamma(K) * u ** -beta
    let interference = noise
    const edge = around(u, Q, stream, (v) => {
      interference += stream.gamma(K) * v ** -half
    })
    interference += beyond.mean(edge, clusters === 'target-centric' ? u : 0)
    return {
      rate: Math.log1p(signal / interference),
      bias: farFieldBias(signal, interference, beyond.variance(edge)),
    }
  }
}

type Visit = (area: number) => void

/** Visits the interferers' areas around the serving BS, and returns the area within which all were visited. */
const aroundServingStation = (u: number, Q: number, stream: RandomStream, visit: Visit): number => {
  let v = 0
  // The hole reaches to t = 2R, that is v = 4u.
  for (let outside = 0; outside < Q - 1 + sampled || v < 4 * u; ) {
    v += stream.exponential()
    // At the angle φ from the target, t < 2R cos φ is in the hole.
    const inHole = Math.sqrt(v) < 2 * Math.sqrt(u) * Math.cos(2 * Math.PI * stream.uniform())
    if (inHole) continue
    outside++
    if (outside >= Q) visit(v)
  }
  return v
}

const aroundTarget = (u: number, Q: number, stream: RandomStream, visit: Visit): number => {
  let w = u
  for (let i = 2; i <= Q; i++) w += stream.exponential()
  // The mean of the far field takes the serving BS's distance from its centre to first order, so it begins well beyond.
  for (let i = 0; i < sampled || w < 40 * u; i++) {
    w += stream.exponential()
    visit(w + u - 2 * Math.sqrt(u * w) * Math.cos(2 * Math.PI * stream.uniform()))
  }
  return w
}
