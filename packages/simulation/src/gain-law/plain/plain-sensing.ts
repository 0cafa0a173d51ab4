import type { Network, SensingClusters } from '@isacnet/model'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import { clutterSampler } from '../../kernel/clutter-interference.js'
import { emptyTrial, type Trial } from '../../trials/trial.js'
import { FarField } from '../far-field.js'
import { gainLawUnits } from '../gain-law-units.js'
import { recordWithFarMean } from './far-mean.js'

/** Interferers, and scatterers, that are sampled one by one, at least. */
const sampled = 40

/**
 * Trials of the typical target with the gain laws that the theorems assume, each variate drawn: a sampled PPP, the cluster silent, and
 * the gain towards the target and of each interferer Γ(K, 1):
 *
 * $$\mathrm{SIR}_s = c\,\frac{h_t\,\lVert d_1\rVert^{-2\beta}}{\sum_q h_q\lVert d_q-d_1\rVert^{-\alpha}}.$$
 *
 * Areas $v = \pi\lambda r^2$ stand for distances. With bs-centric clusters the PPP is sampled around the serving BS, and what falls
 * into the hole around the target (no BS is nearer to it than its own) is
 * dropped; with target-centric ones it is sampled around the target. Beyond the sampled interferers the mean is added. Clutter and noise
 * join the interference.
 *
 * The reference for `gainLawSensing`, which gives the same mean in less time.
 */
export const plainSensing = (
  network: Network,
  sensingClusters: SensingClusters,
  stream: RandomStream,
): (() => Trial) => {
  const { usersPerCell: K, sensingClusterSize: Q, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const units = gainLawUnits(network)
  const far = new FarField(network)
  const clutter = clutterSampler(network, sampled)
  const half = alpha / 2
  const around = sensingClusters === 'bs-centric' ? aroundServingStation : aroundTarget
  const trial = emptyTrial()
  return () => {
    const u = stream.exponential()
    const echo = units.echo * u ** -beta
    let near = units.noise
    const edge = around(u, Q, stream, (v) => {
      near += stream.gamma(K) * v ** -half
    })
    far.setInterferers(edge, sensingClusters === 'target-centric' ? u : 0)
    let [farMean, farVariance] = far.cumulants as unknown as [number, number]
    if (clutter !== undefined) {
      const scattered = clutter(stream)
      near += units.clutter * scattered.sampled
      farMean += units.clutter * scattered.mean
      farVariance += units.clutter ** 2 * scattered.variance
    }
    const signal = { drawn: stream.gamma(K) * echo, mean: K * echo }
    recordWithFarMean(trial, signal, { near, farMean, farVariance })
    return trial
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

/** Visits their areas around the serving BS too, and returns the area around the target within which all were visited. */
const aroundTarget = (u: number, Q: number, stream: RandomStream, visit: Visit): number => {
  let w = u
  for (let i = 2; i <= Q; i++) w += stream.exponential()
  // Cumulants of the far field are known from twice the serving BS's area on.
  for (let i = 0; i < sampled || w < 2 * u; i++) {
    w += stream.exponential()
    visit(w + u - 2 * Math.sqrt(u * w) * Math.cos(2 * Math.PI * stream.uniform()))
  }
  return w
}
