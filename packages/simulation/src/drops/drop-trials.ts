import { echoGain } from '@isacnet/model'
import { expectedLogRate } from '@isacnet/special-functions'
import type { PointPattern, RandomStream } from '@isacnet/stochastic-geometry'
import type { Sampling } from '../definition/sampling.js'
import { controlDiversityOrder } from '../definition/simulation-control.js'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { Batch } from '../estimate/batch-sampler.js'
import { clutterSampler } from '../kernel/clutter-interference.js'
import { pathGain } from '../kernel/path-gain.js'
import type { ReceiverTrials } from '../trials/receiver-trials.js'
import { cellWeights } from './cell-weights.js'
import { chosenCells } from './chosen-cells.js'
import type { StationGains } from './gains/station-gains.js'
import type { NetworkDrop } from './geometry/network-drop.js'
import { beyondRegion } from './surroundings/beyond-region.js'
import { farInterference } from './surroundings/far-interference.js'
import { siteFields } from './surroundings/site-field.js'

/** States of a BS that a receiver asked to null. */
const nulled = 1
const abandoned = 2

/** Places where target number 0, 1, … of a cell may stand just as well, the first of which is its own. */
export type TargetPlaces = (b: number, target: number) => PointPattern

/** Draws of the gain towards a target, where its mean rate is no closed form. */
const targetDraws = 4

/**
 * Trials in a drop: fills a batch with users and targets of its cells. Cells are chosen by area for the typical user, which makes
 * their users uniform in the plane, and alike for the typical cell; by systematic sampling, so that all places get their turn.
 *
 * Interferers are all BSs but the serving one and those of the cluster that accepted the request. The gains of the `near` nearest
 * are sampled; of the others on the torus, nearer than half its shorter side, the mean K is taken, and beyond it Campbell's mean of a PPP. Where sites
 * are given the mean is taken of all others, and beyond their region what the definition says.
 * With F for the interference that is replaced by its mean and I for the rest, the rate is by that too low, by at most
 * $\tfrac12\operatorname{Var}(F)\,(I^{-2}-(I+\bar S)^{-2})$, $\bar S$ the mean signal: $\ln(1+S/I)$ is convex in I with a decreasing
 * curvature, and concave in S.
 *
 * The desired gain is averaged over in closed form, and so is the gain towards a target where that is a gamma variate; else over some
 * draws. The SIR is that of one draw.
 *
 * Noise, and for sensing clutter, join the interference. Squared distances are multiplied by λ, powers divided by $\lambda^{\alpha/2}$.
 *
 * If there are several places for a target, the rate is averaged over all of them, with a gain at each; the SIR is that at the first.
 *
 * A control has its own rate in each trial: at the same places, with all BSs of the cluster nulled, a desired gain of one shape, and the variate
 * Γ(K, 1) that came with each gain in the place of that. Its far interference is replaced likewise, which bounds its bias likewise.
 *
 * @returns a function that returns how many trials each BS serves. It takes the cells of the trials, if they are chosen already.
 */
export const dropTrials = (
  definition: SimulationDefinition,
  near: number,
  sampling: Sampling = 'variance-reduced',
  places?: TargetPlaces,
): ((
  drop: NetworkDrop,
  gains: StationGains,
  random: RandomStream,
  batch: Pick<Batch, 'communication' | 'sensing'>,
  chosen?: Int32Array,
) => Int32Array) => {
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
  const control = averaged ? definition.control : undefined
  const controlShape = control === undefined ? 1 : controlDiversityOrder(network, control)
  const assumedRate = expectedLogRate(controlShape)
  /** Which BSs the receiver asked to null: `nulled`, or `abandoned` where the request is. */
  let asked = new Uint8Array(0)
  /** The number of the receiver that listed each BS last. */
  let listedBy = new Int32Array(0)
  let receiver = 0
  /** The BSs that null for it. */
  const nulledBy: number[] = []
  const fieldOf = definition.sites === undefined ? undefined : siteFields(definition.sites, network)
  const beyond = beyondRegion(definition)
  /** No BS is expected to be nearer to another one. */
  const meanRadius = 1 / Math.sqrt(Math.PI * density)
  const actual: Interference = { sampled: 0, mean: 0, variance: 0 }
  /** Under the assumptions of the control: every request is granted, and gains are Γ(K, 1). */
  const assumed: Interference = { sampled: 0, mean: 0, variance: 0 }

  const interferenceAt = (
    drop: NetworkDrop,
    gains: StationGains,
    serving: number,
    x: number,
    y: number,
    holeRadius: number,
    random: RandomStream,
  ): void => {
    const { stations, window, index } = drop
    const nearest = index.nearestSeveral(x, y, listed.length, listed)
    let sampled = 0
    let assumedSampled = 0
    let reach = 0
    receiver += 1
    for (let i = 0; i < nearest.length; i++) {
      const b = nearest[i]!
      listedBy[b] = receiver
      reach = index.squaredDistance(x, y, b)
      if (b === serving || asked[b] === nulled) continue
      const attenuation = attenuate(reach * density)
      sampled += gains.interference(b, random) * attenuation
      if (control !== undefined && asked[b] === 0) assumedSampled += gains.lastAssumed!() * attenuation
    }
    if (window === undefined) {
      const others = othersOfSites(drop, gains, serving, x, y, nearest)
      const outside = beyond(x, y, holeRadius)
      set(actual, sampled, outside.mean + K * others.mean, outside.variance + others.variance)
      return
    }
    const { width, height } = window
    const edge = Math.min(width, height) ** 2 / 4
    const far = farInterference(Math.max(reach, edge) * density, network)
    let variance = far.variance
    let assumedVariance = far.variance
    let sum = 0
    let assumedSum = 0
    for (let b = 0; b < stations.x.length; b++) {
      if (listedBy[b] === receiver) continue
      let dx = Math.abs(stations.x[b]! - x)
      let dy = Math.abs(stations.y[b]! - y)
      if (dx > width / 2) dx = width - dx
      if (dy > height / 2) dy = height - dy
      const squared = dx * dx + dy * dy
      if (squared > edge || b === serving || asked[b] === nulled) continue
      const attenuation = attenuate(squared * density)
      sum += attenuation
      variance += gains.variance(b) * attenuation * attenuation
      if (asked[b] === 0) {
        assumedSum += attenuation
        assumedVariance += K * attenuation * attenuation
      }
    }
    set(actual, sampled, far.mean + K * sum, variance)
    set(assumed, assumedSampled, far.mean + K * assumedSum, assumedVariance)
  }

  const others = { mean: 0, variance: 0 }

  /** Σ of attenuations and Σ of the variances of what the sites send that aren't listed, the last receiver being at a place of the cell of `serving`. */
  const othersOfSites = (
    { stations }: NetworkDrop,
    gains: StationGains,
    serving: number,
    x: number,
    y: number,
    nearest: Int32Array,
  ): Readonly<typeof others> => {
    const field = fieldOf!(serving)
    const attenuationOf = (b: number): number =>
      attenuate(((stations.x[b]! - x) ** 2 + (stations.y[b]! - y) ** 2) * density)
    const isFar = (b: number): boolean =>
      (stations.x[b]! - stations.x[serving]!) ** 2 + (stations.y[b]! - stations.y[serving]!) ** 2 > field.squaredRadius
    others.mean = field.mean(x, y)
    others.variance = ((K * (K + 1)) / 2) * field.squaredBound
    for (let i = 0; i < field.near.length; i++) {
      const b = field.near[i]!
      if (listedBy[b] === receiver || b === serving || asked[b] === nulled) continue
      const attenuation = attenuationOf(b)
      others.mean += attenuation
      others.variance += gains.variance(b) * attenuation * attenuation
    }
    if (field.near.length === stations.x.length) return others
    // Of those that are far away from the cell, some were listed, and some are nulled.
    for (const b of nearest) if (isFar(b)) others.mean -= attenuationOf(b)
    for (const b of nulledBy) if (listedBy[b] !== receiver && isFar(b)) others.mean -= attenuationOf(b)
    return others
  }

  /** All that a signal competes with. */
  const total = ({ sampled, mean }: Interference): number => sampled + noise + mean

  const logRate = (signal: number, interference: Interference): number => Math.log1p(signal / total(interference))

  const biasBound = ({ sampled, variance }: Interference, meanSignal: number): number => {
    const inner = sampled + noise
    return (variance / 2) * (1 / (inner * inner) - 1 / (inner + meanSignal) ** 2)
  }

  /** A trial with this gain, and this mean of it, of a BS whose signal arrives with this attenuation. */
  const record = (trials: ReceiverTrials, i: number, gain: number, meanGain: number, attenuation: number): void => {
    const sir = (gain * attenuation) / total(actual)
    trials.sirs[i] = sir
    trials.rates[i] = Math.log1p(sir)
    trials.laws.shape[i] = 0
    trials.biases[i] = biasBound(actual, meanGain * attenuation)
  }

  /** Puts the mean over a gain Γ(shape, 1) in the place of the rate, and says that law. */
  const average = (trials: ReceiverTrials, i: number, shape: number, attenuation: number): void => {
    const interference = total(actual)
    trials.rates[i] = expectedLogRate(shape)(interference / attenuation)
    setLaw(trials, i, shape, attenuation / interference)
  }

  /** The mean rate of a target over all its places, given what else there is at the BS. */
  const meanOverPlaces = (
    { stations, index }: NetworkDrop,
    gains: StationGains,
    b: number,
    target: number,
    random: RandomStream,
  ): number => {
    const { x, y } = places!(b, target)
    let sum = 0
    for (let k = 0; k < x.length; k++) {
      const echoed = echo * attenuateEcho(index.squaredDistance(x[k]!, y[k]!, b) * density)
      sum +=
        gains.targetShape === undefined
          ? logRate(
              gains.target(b, Math.atan2(y[k]! - stations.y[b]!, x[k]! - stations.x[b]!), random) * echoed,
              actual,
            )
          : expectedLogRate(gains.targetShape)(total(actual) / echoed)
    }
    return sum / x.length
  }

  const ask = (requests: Int32Array, accepted: Uint8Array, from: number, to: number): void => {
    nulledBy.length = 0
    for (let i = from; i < to; i++) {
      const b = requests[i]!
      if (b < 0) continue
      asked[b] = accepted[i] === 1 ? nulled : abandoned
      if (accepted[i] === 1) nulledBy.push(b)
    }
  }

  const forget = (requests: Int32Array, from: number, to: number): void => {
    for (let i = from; i < to; i++) if (requests[i]! >= 0) asked[requests[i]!] = 0
  }

  return (drop, gains, random, { communication, sensing }, chosen) => {
    const { stations, index, users, targets } = drop
    if (asked.length < stations.x.length) {
      asked = new Uint8Array(2 * stations.x.length)
      listedBy = new Int32Array(2 * stations.x.length)
    }
    const trials = communication.rates.length
    const cells = chosen ?? chosenCells(cellWeights(typical, drop.cellAreas), trials, random)
    const met = new Int32Array(stations.x.length)
    for (let i = 0; i < trials; i++) {
      const b = cells[i]!
      // A cell that is chosen more than once takes its users and targets in turn.
      const turn = met[b]!++

      const user = K * b + (turn % K)
      const served = index.squaredDistance(users.x[user]!, users.y[user]!, b)
      ask(drop.communicationRequests, drop.communicationAccepted, user * (L - 1), (user + 1) * (L - 1))
      interferenceAt(drop, gains, b, users.x[user]!, users.y[user]!, Math.sqrt(served), random)
      forget(drop.communicationRequests, user * (L - 1), (user + 1) * (L - 1))
      const attenuation = attenuate(served * density)
      const shape = gains.desiredShape(b)
      record(communication, i, gains.desired(b, turn % K, random), shape, attenuation)
      if (averaged) average(communication, i, shape, attenuation)
      if (control !== undefined) {
        compare(
          communication,
          i,
          assumedRate(total(assumed) / attenuation) - control.communication.mean,
          biasBound(assumed, controlShape * attenuation),
        )
        setLaw(communication.control!, i, controlShape, attenuation / total(assumed))
      }

      const target = J * b + (turn % J)
      const [tx, ty] = [targets.x[target]!, targets.y[target]!]
      ask(drop.sensingRequests, drop.sensingAccepted, target * (Q - 1), (target + 1) * (Q - 1))
      interferenceAt(drop, gains, b, stations.x[b]!, stations.y[b]!, meanRadius, random)
      forget(drop.sensingRequests, target * (Q - 1), (target + 1) * (Q - 1))
      if (clutter !== undefined) {
        const scattered = clutter(random)
        for (const interference of [actual, assumed]) {
          interference.sampled += clutterUnit * scattered.sampled
          interference.mean += clutterUnit * scattered.mean
          interference.variance += clutterUnit ** 2 * scattered.variance
        }
      }
      const echoed = echo * attenuateEcho(index.squaredDistance(tx, ty, b) * density)
      const angle = Math.atan2(ty - stations.y[b]!, tx - stations.x[b]!)
      record(sensing, i, gains.target(b, angle, random), K, echoed)
      let assumedEcho = 0
      if (control !== undefined) {
        const sir = (gains.lastAssumed!() * echoed) / total(assumed)
        assumedEcho = Math.log1p(sir)
        sensing.control!.sirs[i] = sir
        sensing.control!.laws.shape[i] = 0
      }
      if (averaged && places !== undefined) sensing.rates[i] = meanOverPlaces(drop, gains, b, target - J * b, random)
      else if (averaged) {
        if (gains.targetShape !== undefined) {
          average(sensing, i, gains.targetShape, echoed)
          assumedEcho = expectedLogRate(K)(total(assumed) / echoed)
          if (control !== undefined) setLaw(sensing.control!, i, K, echoed / total(assumed))
        } else {
          // Other draws of the same law.
          let sum = sensing.rates[i]!
          for (let draw = 1; draw < targetDraws; draw++) {
            sum += logRate(gains.target(b, angle, random) * echoed, actual)
            if (control !== undefined) assumedEcho += logRate(gains.lastAssumed!() * echoed, assumed)
          }
          sensing.rates[i] = sum / targetDraws
          assumedEcho /= targetDraws
        }
      }
      if (control !== undefined) compare(sensing, i, assumedEcho - control.sensing.mean, biasBound(assumed, K * echoed))
    }
    return met
  }
}

/** Interference at a receiver. */
interface Interference {
  /** From near BSs, and near clutter. */
  sampled: number
  /** The mean of the rest, which takes its place. */
  mean: number
  /** The variance of the rest. */
  variance: number
}

const set = (interference: Interference, sampled: number, mean: number, variance: number): void => {
  interference.sampled = sampled
  interference.mean = mean
  interference.variance = variance
}

/** Says that an SIR is a gain Γ(shape, 1) times this. */
const setLaw = ({ laws }: Pick<ReceiverTrials, 'laws'>, i: number, shape: number, unit: number): void => {
  laws.shape[i] = shape
  laws.lower[i] = unit
  laws.upper[i] = unit
  laws.lowerWeight[i] = 1
}

const compare = ({ control }: ReceiverTrials, i: number, deviation: number, bias: number): void => {
  control!.deviations[i] = deviation
  control!.biases[i] = bias
}
