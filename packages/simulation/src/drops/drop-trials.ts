import { echoGain } from '@isacnet/model'
import { expectedLogRate } from '@isacnet/special-functions'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { Sampling } from '../definition/sampling.js'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { Batch } from '../estimate/batch-sampler.js'
import { clutterSampler } from '../kernel/clutter-interference.js'
import { pathGain } from '../kernel/path-gain.js'
import type { ReceiverTrials } from '../trials/receiver-trials.js'
import { chosenCells } from './chosen-cells.js'
import { farInterference } from './far-interference.js'
import type { StationGains } from './gains/station-gains.js'
import type { NetworkDrop } from './geometry/network-drop.js'

/** Draws of the gain towards a target, where its mean rate is no closed form. */
const targetDraws = 4

/**
 * Trials in a drop: fills a batch with users and targets of its cells. Cells are chosen by area for the typical user, which makes
 * their users uniform in the plane, and alike for the typical cell; by systematic sampling, so that all places get their turn.
 *
 * Interferers are all BSs but the serving one and those of the cluster that accepted the request. The gains of the `near` nearest
 * are sampled; of the others on the torus, nearer than half its shorter side, the mean K is taken, and beyond it Campbell's mean of a PPP.
 * With F for the interference that is replaced by its mean and I for the rest, the rate is by that too low, by at most
 * $\tfrac12\operatorname{Var}(F)\,(I^{-2}-(I+\bar S)^{-2})$, $\bar S$ the mean signal: $\ln(1+S/I)$ is convex in I with a decreasing
 * curvature, and concave in S.
 *
 * The desired gain is averaged over in closed form, and so is the gain towards a target where that is a gamma variate; else over some
 * draws. The SIR is that of one draw.
 *
 * Noise, and for sensing clutter, join the interference. Squared distances are multiplied by λ, powers divided by $\lambda^{\alpha/2}$.
 *
 * @returns a function that returns how many trials each BS serves.
 */
export const dropTrials = (
  definition: SimulationDefinition,
  near: number,
  sampling: Sampling = 'variance-reduced',
): ((drop: NetworkDrop, gains: StationGains, random: RandomStream, batch: Batch) => Int32Array) => {
  const { network, typical } = definition
  const { baseStationDensity: density, usersPerCell: K, targetsPerCell: J, pathLossExponent: alpha } = network
  const { communicationClusterSize: L, sensingClusterSize: Q, echoPathLossExponent: beta } = network
  const averaged = sampling === 'variance-reduced'
  const attenuate = pathGain(alpha)
  const attenuateEcho = pathGain(2 * beta)
  const clutter = clutterSampler(network, near)
  const clutterUnit = Math.PI ** beta * density ** (beta - alpha / 2)
  const echo = echoGain(network) * density ** (beta - alpha / 2)
  const noise = (network.noisePower * K) / (network.transmitPower * density ** (alpha / 2))
  const listed = new Int32Array(near + Math.max(L, Q) + 1)
  let silent = new Uint8Array(0)
  /** Interference from near BSs, the mean that replaces the rest, and its variance. */
  let sampled = 0
  let mean = 0
  let variance = 0

  const interferenceAt = (
    drop: NetworkDrop,
    gains: StationGains,
    serving: number,
    x: number,
    y: number,
    random: RandomStream,
  ): void => {
    const { stations, window, index } = drop
    const { width, height } = window
    const nearest = index.nearestSeveral(x, y, listed.length, listed)
    sampled = 0
    let reach = 0
    for (let i = 0; i < nearest.length; i++) {
      const b = nearest[i]!
      reach = index.squaredDistance(x, y, b)
      if (b !== serving && silent[b] === 0) sampled += gains.interference(b, random) * attenuate(reach * density)
    }
    const edge = Math.min(width, height) ** 2 / 4
    const far = farInterference(Math.max(reach, edge) * density, network)
    mean = far.mean
    variance = far.variance
    let sum = 0
    for (let b = 0; b < stations.x.length; b++) {
      let dx = Math.abs(stations.x[b]! - x)
      let dy = Math.abs(stations.y[b]! - y)
      if (dx > width / 2) dx = width - dx
      if (dy > height / 2) dy = height - dy
      const squared = dx * dx + dy * dy
      if (squared <= reach || squared > edge || b === serving || silent[b] === 1) continue
      const attenuation = attenuate(squared * density)
      sum += attenuation
      variance += gains.variance(b) * attenuation * attenuation
    }
    mean += K * sum
  }

  /** A trial with this gain, and this mean of it, of a BS whose signal arrives with this attenuation. */
  const record = (trials: ReceiverTrials, i: number, gain: number, meanGain: number, attenuation: number): void => {
    const inner = sampled + noise
    const sir = (gain * attenuation) / (inner + mean)
    trials.sirs[i] = sir
    trials.rates[i] = Math.log1p(sir)
    trials.laws.shape[i] = 0
    trials.biases[i] = (variance / 2) * (1 / (inner * inner) - 1 / (inner + meanGain * attenuation) ** 2)
  }

  /** Puts the mean over a gain Γ(shape, 1) in the place of the rate, and says that law. */
  const average = (trials: ReceiverTrials, i: number, shape: number, attenuation: number): void => {
    const unit = attenuation / (sampled + noise + mean)
    trials.rates[i] = expectedLogRate(shape)((sampled + noise + mean) / attenuation)
    trials.laws.shape[i] = shape
    trials.laws.lower[i] = unit
    trials.laws.upper[i] = unit
    trials.laws.lowerWeight[i] = 1
  }

  const silence = (requests: Int32Array, accepted: Uint8Array, from: number, to: number, value: number): void => {
    for (let i = from; i < to; i++) if (accepted[i] === 1 && requests[i]! >= 0) silent[requests[i]!] = value
  }

  return (drop, gains, random, { communication, sensing }) => {
    const { stations, index, users, targets } = drop
    if (silent.length < stations.x.length) silent = new Uint8Array(2 * stations.x.length)
    const trials = communication.rates.length
    const weights = typical === 'user' ? drop.cellAreas : new Float64Array(drop.cellAreas.length).fill(1)
    const cells = chosenCells(weights, trials, random)
    const met = new Int32Array(stations.x.length)
    for (let i = 0; i < trials; i++) {
      const b = cells[i]!
      // A cell that is chosen more than once takes its users and targets in turn.
      const turn = met[b]!++

      const user = K * b + (turn % K)
      silence(drop.communicationRequests, drop.communicationAccepted, user * (L - 1), (user + 1) * (L - 1), 1)
      interferenceAt(drop, gains, b, users.x[user]!, users.y[user]!, random)
      silence(drop.communicationRequests, drop.communicationAccepted, user * (L - 1), (user + 1) * (L - 1), 0)
      const attenuation = attenuate(index.squaredDistance(users.x[user]!, users.y[user]!, b) * density)
      const shape = gains.desiredShape(b)
      record(communication, i, gains.desired(b, turn % K, random), shape, attenuation)
      if (averaged) average(communication, i, shape, attenuation)

      const target = J * b + (turn % J)
      const [tx, ty] = [targets.x[target]!, targets.y[target]!]
      silence(drop.sensingRequests, drop.sensingAccepted, target * (Q - 1), (target + 1) * (Q - 1), 1)
      interferenceAt(drop, gains, b, stations.x[b]!, stations.y[b]!, random)
      silence(drop.sensingRequests, drop.sensingAccepted, target * (Q - 1), (target + 1) * (Q - 1), 0)
      if (clutter !== undefined) {
        const scattered = clutter(random)
        sampled += clutterUnit * scattered.sampled
        mean += clutterUnit * scattered.mean
        variance += clutterUnit ** 2 * scattered.variance
      }
      const echoed = echo * attenuateEcho(index.squaredDistance(tx, ty, b) * density)
      const angle = Math.atan2(ty - stations.y[b]!, tx - stations.x[b]!)
      record(sensing, i, gains.target(b, angle, random), K, echoed)
      if (averaged) {
        if (gains.targetShape !== undefined) average(sensing, i, gains.targetShape, echoed)
        else {
          // Other draws of the same law.
          let sum = sensing.rates[i]!
          for (let draw = 1; draw < targetDraws; draw++)
            sum += Math.log1p((gains.target(b, angle, random) * echoed) / (sampled + noise + mean))
          sensing.rates[i] = sum / targetDraws
        }
      }
    }
    return met
  }
}
