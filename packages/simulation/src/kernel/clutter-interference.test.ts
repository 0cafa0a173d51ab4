import { defineNetwork, echoGain } from '@isacnet/model'
import { type RandomStream, randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { integralBeyond } from '../../test/integral-beyond.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import { dropTrials } from '../drops/drop-trials.js'
import type { StationGains } from '../drops/gains/station-gains.js'
import { dropSampler } from '../drops/geometry/drop-sampler.js'
import { receiverTrials } from '../trials/receiver-trials.js'
import { clutterSampler } from './clutter-interference.js'

const steps = [0.7, 1.9, 0.2, 1.1, 0.4]

/** A stream whose exponential variates are written down; they begin anew after five. */
const scripted = (): RandomStream => {
  let place = 0
  return { ...randomStream(3, 0, 'clutter'), exponential: () => steps[place++ % steps.length]! }
}

it('samples scatterers of their density, and has Campbell’s mean and variance of those beyond', () => {
  const network = defineNetwork({ lambda: 2, lambda_x: 5, sigma_x: 0.4, rho_x: 0.5, beta: 1.7 })
  const { sampled, mean, variance } = clutterSampler(network, 5)!(scripted())
  // In v = πλ_b d² they are a process of rate λ_x/λ_b = 2.5, each of strength 0.4·0.5.
  const areas = [0.7, 2.6, 2.8, 3.9, 4.3].map((sum) => sum / 2.5)
  expect(sampled).toBeCloseTo(
    areas.reduce((sum, v) => sum + 0.2 * v ** -1.7, 0),
    12,
  )
  expect(Math.abs(mean / integralBeyond(4.3 / 2.5, (v) => 2.5 * 0.2 * v ** -1.7) - 1)).toBeLessThan(1e-4)
  expect(Math.abs(variance / integralBeyond(4.3 / 2.5, (v) => 2.5 * (0.2 * v ** -1.7) ** 2) - 1)).toBeLessThan(1e-4)
})

it('is nothing without scatterers, or where nothing is left of them', () => {
  expect(clutterSampler(defineNetwork(), 5)).toBeUndefined()
  expect(clutterSampler(defineNetwork({ lambda_x: 3, rho_x: 0 }), 5)).toBeUndefined()
})

it('joins the interference of drops in watts and kilometres, noise and the bound of the bias included', {
  timeout: 60_000,
}, () => {
  const changes = { lambda: 2, alpha: 3.5, beta: 1.6, N0: 0.3, Pt: 2, K: 2, Mr: 8, xi2: 0.3, deltaT: 1.5, Mt: 8 }
  const network = defineNetwork({ ...changes, lambda_x: 9, sigma_x: 0.6, rho_x: 0.5 })
  const [near, alpha, beta, K] = [5, 3.5, 1.6, 2]
  const definition = defineSimulation(network, { fidelity: 'channel', typical: 'cell' })
  const stream = (purpose: string) => randomStream(4, 0, purpose)
  const drop = dropSampler(
    definition,
    60,
  )({
    stations: stream('stations'),
    users: stream('users'),
    targets: stream('targets'),
    abandonment: stream('abandonment'),
  })
  const { stations, index, users, targets, window } = drop
  const count = stations.x.length
  const gains: StationGains = {
    interference: (b) => 1 + b / 10,
    target: (b) => 2 + b / 10,
    desired: (b) => 3 + b / 10,
    desiredShape: () => 3.5,
    targetShape: undefined,
    variance: (b) => 0.5 + b / 20,
  }
  const batch = { communication: receiverTrials(count), sensing: receiverTrials(count) }
  dropTrials(definition, near, 'plain')(drop, gains, scripted(), batch)

  const edge = window!.width / 2
  const secondMoment = K * K + K * (1 + (K - 1) / 2)
  const meanBeyond = integralBeyond(edge, (r) => 2 * Math.PI * 2 * r * K * r ** -alpha)
  const varianceBeyond = integralBeyond(edge, (r) => 2 * Math.PI * 2 * r * secondMoment * r ** (-2 * alpha))
  /** In units of P_t/K: what is sampled, the mean that replaces the rest, and the variance of that. */
  const interferenceAt = (x: number, y: number, serving: number) => {
    const order = Array.from(stations.x.keys())
      .map((b) => ({ b, r: Math.sqrt(index.squaredDistance(x, y, b)) }))
      .sort((one, other) => one.r - other.r)
    let sampled = (0.3 * K) / 2
    let mean = meanBeyond
    let variance = varianceBeyond
    for (const [rank, { b, r }] of order.entries()) {
      if (b === serving) continue
      // Two more are listed than are to be near: the serving one, and the end of the cluster.
      if (rank < near + 2) sampled += (1 + b / 10) * r ** -alpha
      else if (r <= edge) {
        mean += K * r ** -alpha
        variance += (0.5 + b / 20) * r ** (-2 * alpha)
      }
    }
    return { sampled, mean, variance }
  }
  // Scatterers are at distances d with πλ_x d² the sums of the script.
  const distances = [0.7, 2.6, 2.8, 3.9, 4.3].map((sum) => Math.sqrt(sum / (9 * Math.PI)))
  const strength = 0.6 * 0.5
  const scattered = distances.reduce((sum, d) => sum + strength * d ** (-2 * beta), 0)
  const last = distances.at(-1)!
  const scatteredMean = integralBeyond(last, (d) => 2 * Math.PI * 9 * d * strength * d ** (-2 * beta))
  const scatteredVariance = integralBeyond(last, (d) => 2 * Math.PI * 9 * d * (strength * d ** (-2 * beta)) ** 2)
  const bias = (variance: number, sampled: number, signal: number): number =>
    (variance / 2) * (sampled ** -2 - (sampled + signal) ** -2)

  for (let b = 0; b < count; b++) {
    const r = Math.sqrt(index.squaredDistance(users.x[2 * b]!, users.y[2 * b]!, b))
    const atUser = interferenceAt(users.x[2 * b]!, users.y[2 * b]!, b)
    const sir = ((3 + b / 10) * r ** -alpha) / (atUser.sampled + atUser.mean)
    expect(Math.abs(batch.communication.sirs[b]! / sir - 1), `user ${b}`).toBeLessThan(1e-4)
    const userBias = bias(atUser.variance, atUser.sampled, 3.5 * r ** -alpha)
    expect(Math.abs(batch.communication.biases[b]! / userBias - 1), `bias of user ${b}`).toBeLessThan(1e-4)

    const d = Math.sqrt(index.squaredDistance(targets.x[b]!, targets.y[b]!, b))
    const atStation = interferenceAt(stations.x[b]!, stations.y[b]!, b)
    const echo = echoGain(network) * d ** (-2 * beta)
    const sampled = atStation.sampled + scattered
    const sensed = ((2 + b / 10) * echo) / (sampled + atStation.mean + scatteredMean)
    expect(Math.abs(batch.sensing.sirs[b]! / sensed - 1), `target ${b}`).toBeLessThan(1e-4)
    const targetBias = bias(atStation.variance + scatteredVariance, sampled, K * echo)
    expect(Math.abs(batch.sensing.biases[b]! / targetBias - 1), `bias of target ${b}`).toBeLessThan(1e-4)
  }
  // 1 % of each of the parts is more than the tolerance of the whole.
  const { sampled, mean, variance } = interferenceAt(stations.x[0]!, stations.y[0]!, 0)
  const whole = sampled + mean + scattered + scatteredMean
  for (const part of [sampled, mean, scattered, scatteredMean]) expect(part / whole).toBeGreaterThan(0.03)
  for (const part of [variance, scatteredVariance]) expect(part / (variance + scatteredVariance)).toBeGreaterThan(0.03)
})
