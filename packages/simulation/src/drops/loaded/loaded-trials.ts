import { echoGain, type Service, services } from '@isacnet/model'
import { expectedLogRate } from '@isacnet/special-functions'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { Sampling } from '../../definition/sampling.js'
import type { SimulationDefinition } from '../../definition/simulation-definition.js'
import type { ServiceLoad } from '../../estimate/load-sums.js'
import { pathGain } from '../../kernel/path-gain.js'
import type { ReceiverTrials } from '../../trials/receiver-trials.js'
import { chosenCells } from '../chosen-cells.js'
import type { StationGains } from '../gains/station-gains.js'
import type { LoadedDrop, LoadedReceivers } from './loaded-drop.js'

/** Draws of the gain towards a target, whose mean rate is no closed form. */
const targetDraws = 4

/** Interference at a place: what is sampled, the mean that replaces the rest, and the variance of that. */
interface Interference {
  sampled: number
  mean: number
  variance: number
}

/** Fills the trials of a service from the receivers of a drop, and returns what their load makes of their rates. */
export type LoadedTrials = (
  drop: LoadedDrop,
  gains: StationGains,
  random: RandomStream,
  trials: ReceiverTrials,
) => ServiceLoad

/**
 * Trials of a service in drops of a network where users or targets are a Poisson process: receivers chosen at random among all of the
 * drop, each with its rate while it is served. A station serves a random min(N, K) of them, so that its receivers are alike.
 *
 * As `dropTrials`, in units of $P_t$: gains of the `near` nearest interferers are sampled, of others on the torus the mean 1 is taken, and beyond it
 * Campbell's mean of a PPP as dense as the stations that transmit, with $\mathrm E[h^2] \le 2$. The bound of the bias is the same.
 */
export const loadedTrials = (
  service: Service,
  { network }: SimulationDefinition,
  near: number,
  sampling: Sampling = 'variance-reduced',
): LoadedTrials => {
  const { baseStationDensity: density, pathLossExponent: alpha, echoPathLossExponent: beta } = network
  const { clusterSize, receiversPerCell, receiverDensity } = services.find((row) => row.service === service)!
  const size = network[clusterSize]
  const receiverCount = network[receiverDensity]
  const averaged = sampling === 'variance-reduced'
  const attenuate = pathGain(alpha)
  const attenuateEcho = pathGain(2 * beta)
  const echo = echoGain(network) * density ** (beta - alpha / 2)
  const noise = network.noisePower / (network.transmitPower * density ** (alpha / 2))
  const listed = new Int32Array(near + size + 1)
  const interference: Interference = { sampled: 0, mean: 0, variance: 0 }
  let silent = new Uint8Array(0)

  const interferenceAt = (
    { stations, window, index }: LoadedDrop,
    gains: StationGains,
    serving: number,
    x: number,
    y: number,
    random: RandomStream,
  ): void => {
    const { width, height } = window
    const nearest = index.nearestSeveral(x, y, listed.length, listed)
    let sampled = 0
    let reach = 0
    for (let i = 0; i < nearest.length; i++) {
      const b = nearest[i]!
      reach = index.squaredDistance(x, y, b)
      if (b !== serving && silent[b] === 0) sampled += gains.interference(b, random) * attenuate(reach * density)
    }
    const edge = Math.min(width, height) ** 2 / 4
    const transmitting = stations.x.length / (width * height * density)
    const beyond = Math.max(reach, edge) * density
    let mean = (Math.PI * transmitting * beyond ** (1 - alpha / 2)) / (alpha / 2 - 1)
    let variance = (2 * Math.PI * transmitting * beyond ** (1 - alpha)) / (alpha - 1)
    for (let b = 0; b < stations.x.length; b++) {
      let dx = Math.abs(stations.x[b]! - x)
      let dy = Math.abs(stations.y[b]! - y)
      if (dx > width / 2) dx = width - dx
      if (dy > height / 2) dy = height - dy
      const squared = dx * dx + dy * dy
      if (squared <= reach || squared > edge || b === serving || silent[b] === 1) continue
      const attenuation = attenuate(squared * density)
      mean += attenuation
      variance += gains.variance(b) * attenuation * attenuation
    }
    interference.sampled = sampled
    interference.mean = mean
    interference.variance = variance
  }

  const silence = ({ requests, accepted }: LoadedReceivers, receiver: number, value: number): void => {
    for (let i = receiver * (size - 1); i < (receiver + 1) * (size - 1); i++)
      if (accepted[i] === 1 && requests[i]! >= 0) silent[requests[i]!] = value
  }

  /** The signal power for a gain of 1 of one stream, and draws of the gain. */
  const signalOf = (drop: LoadedDrop, gains: StationGains, b: number, turn: number, random: RandomStream) => {
    const { users, targets, stations, index, streams } = drop
    if (service === 'communication') {
      const user = users.first[b]! + turn
      const attenuation = attenuate(index.squaredDistance(users.x[user]!, users.y[user]!, b) * density)
      const shape = gains.desiredShape(b)
      return {
        attenuation,
        mean: (shape / streams[b]!) * attenuation,
        gain: gains.desired(b, turn, random),
        more: undefined,
        average: { shape, scale: attenuation / streams[b]! },
      }
    }
    const target = targets.first[b]! + turn
    const [x, y] = [targets.x[target]!, targets.y[target]!]
    const attenuation = echo * attenuateEcho(index.squaredDistance(x, y, b) * density)
    const angle = Math.atan2(y - stations.y[b]!, x - stations.x[b]!)
    const gain = (): number => gains.target(b, angle, random)
    return { attenuation, mean: attenuation, gain: gain(), more: gain, average: undefined }
  }

  return (drop, gains, random, trials) => {
    const { stations, users, targets } = drop
    if (silent.length < stations.x.length) silent = new Uint8Array(2 * stations.x.length)
    const receivers = service === 'communication' ? users : targets
    const count = trials.rates.length
    const cells = chosenCells(receivers.present, count, random)
    const met = new Int32Array(stations.x.length)
    const load = { ase: 0, servedShare: 0 }
    for (let i = 0; i < count; i++) {
      const b = cells[i]!
      const served = receivers.first[b + 1]! - receivers.first[b]!
      // A cell that is chosen more than once takes its receivers in turn.
      const turn = met[b]!++ % served
      const receiver = receivers.first[b]! + turn
      const atUser = service === 'communication'
      silence(receivers, receiver, 1)
      interferenceAt(
        drop,
        gains,
        b,
        atUser ? users.x[receiver]! : stations.x[b]!,
        atUser ? users.y[receiver]! : stations.y[b]!,
        random,
      )
      silence(receivers, receiver, 0)
      const signal = signalOf(drop, gains, b, turn, random)
      const inner = interference.sampled + noise
      const whole = inner + interference.mean
      const sir = (signal.gain * signal.attenuation) / whole
      let rate = Math.log1p(sir)
      if (averaged && signal.average !== undefined)
        rate = expectedLogRate(signal.average.shape)(whole / signal.average.scale)
      else if (averaged && signal.more !== undefined) {
        // Other draws of the same law.
        for (let draw = 1; draw < targetDraws; draw++) rate += Math.log1p((signal.more() * signal.attenuation) / whole)
        rate /= targetDraws
      }
      trials.sirs[i] = sir
      trials.rates[i] = rate
      trials.laws.shape[i] = 0
      trials.biases[i] = (interference.variance / 2) * (1 / (inner * inner) - 1 / (inner + signal.mean) ** 2)
      const share = receiverCount === undefined ? 0 : served / receivers.present[b]!
      // Where cells are saturated, every station serves as many.
      const achieved = receiverCount === undefined ? density * network[receiversPerCell] : receiverCount * share
      load.ase += (achieved * rate) / count
      load.servedShare += share / count
    }
    return load
  }
}
