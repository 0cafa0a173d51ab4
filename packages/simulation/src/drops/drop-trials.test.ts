import { defineNetwork } from '@isacnet/model'
import { nearestIndex, poissonProcess, randomStream } from '@isacnet/stochastic-geometry'
import { expect, it } from 'vitest'
import { rateByQuadrature } from '../../test/rate-by-quadrature.js'
import { defineSimulation } from '../definition/simulation-definition.js'
import type { SimulationOptions } from '../definition/simulation-parameters.js'
import type { Batch } from '../estimate/batch-sampler.js'
import { receiverTrials } from '../trials/receiver-trials.js'
import { dropTrials } from './drop-trials.js'
import type { StationGains } from './gains/station-gains.js'
import { dropSampler } from './geometry/drop-sampler.js'
import type { NetworkDrop } from './geometry/network-drop.js'

const stream = (purpose: string) => randomStream(11, 0, purpose)
const streams = () => ({
  stations: stream('stations'),
  users: stream('users'),
  targets: stream('targets'),
  abandonment: stream('abandonment'),
})
const batchOf = (trials: number): Batch => ({
  communication: receiverTrials(trials),
  sensing: receiverTrials(trials),
})

/** Gains that are known: of BS b, 1 + b/10 at receivers, 2 + b/10 towards targets, 3 + b/10 for users. */
const knownGains: StationGains = {
  interference: (b) => 1 + b / 10,
  target: (b) => 2 + b / 10,
  desired: (b) => 3 + b / 10,
  desiredShape: () => 3,
  targetShape: undefined,
  variance: () => 0.5,
}

it('has the SIRs of the definition, computed one by one', { timeout: 60_000 }, () => {
  // As many trials as BSs of a typical-cell drop: every cell once.
  const network = defineNetwork({ Mt: 8, K: 2, L: 3, J: 2, Q: 2, lambda: 2, alpha: 3.5, beta: 1.6, noisePower: 0.3 })
  const definition = defineSimulation(network, {
    fidelity: 'channel',
    typical: 'cell',
    sensingClusters: 'target-centric',
  })
  const drop = dropSampler(definition, 120)(streams())
  const { stations, index, users, targets, window } = drop
  const count = stations.x.length
  const batch = batchOf(count)
  const near = 10
  dropTrials(definition, near, 'plain')(drop, knownGains, stream('fading'), batch)
  const radius = window!.width / 2

  const expected = (serving: number, x: number, y: number, nulled: readonly number[]): number => {
    const order = Array.from({ length: count }, (_, b) => b).sort(
      (a, b) => index.squaredDistance(x, y, a) - index.squaredDistance(x, y, b),
    )
    const distance = (b: number) => Math.sqrt(index.squaredDistance(x, y, b))
    // Beyond half the side of the torus, 2πλ ∫ K r^{1−α} dr.
    let interference = (2 * Math.PI * 2 * 2 * radius ** (2 - 3.5)) / (3.5 - 2) + 0.3 * 2
    for (const [rank, b] of order.entries()) {
      if (b === serving || nulled.includes(b) || distance(b) > radius) continue
      interference += (rank < near + 4 ? 1 + b / 10 : 2) * distance(b) ** -3.5
    }
    return interference
  }
  const nulledBy = (requests: Int32Array, accepted: Uint8Array, from: number, to: number): number[] =>
    Array.from(requests.subarray(from, to)).filter((_, i) => accepted[from + i] === 1)

  expect(drop.communicationAccepted.some((flag) => flag === 0)).toBe(true)
  for (let b = 0; b < count; b++) {
    const [x, y] = [users.x[2 * b]!, users.y[2 * b]!]
    const nulled = nulledBy(drop.communicationRequests, drop.communicationAccepted, 4 * b, 4 * b + 2)
    const sir = ((3 + b / 10) * index.squaredDistance(x, y, b) ** -1.75) / expected(b, x, y, nulled)
    expect(batch.communication.sirs[b]! / sir).toBeCloseTo(1, 12)
    expect(batch.communication.rates[b]).toBe(Math.log1p(batch.communication.sirs[b]!))

    const squared = index.squaredDistance(targets.x[2 * b]!, targets.y[2 * b]!, b)
    const silent = nulledBy(drop.sensingRequests, drop.sensingAccepted, 2 * b, 2 * b + 1)
    const interference = expected(b, stations.x[b]!, stations.y[b]!, silent)
    // The echo gain of the default network is 1.
    expect(batch.sensing.sirs[b]! / (((2 + b / 10) * squared ** -1.6) / interference)).toBeCloseTo(1, 12)
  }
})

it('has the rates of the control, computed one by one', { timeout: 60_000 }, () => {
  const network = defineNetwork({ Mt: 8, K: 2, L: 3, J: 2, Q: 3, lambda: 2, alpha: 3.5, beta: 1.6, noisePower: 0.3 })
  // Of ten antennas, 10 − 2·3 − 2·2 + 1 = 1 is the order of the desired gain.
  const means = { communication: 0.7, sensing: 0.4 }
  const definition = defineSimulation(network, {
    fidelity: 'channel',
    control: {
      transmitAntennas: 10,
      communication: { mean: means.communication, errorEstimate: 0 },
      sensing: { mean: means.sensing, errorEstimate: 0 },
    },
  })
  const drop = dropSampler(definition, 120)(streams())
  const { stations, index, users, targets, window } = drop
  const count = stations.x.length
  const batch = {
    communication: receiverTrials(count, 0),
    sensing: receiverTrials(count, 0),
  }
  const near = 10
  let last = 0
  const coupled: StationGains = {
    ...knownGains,
    interference: (b) => {
      last = 2 + b / 7
      return 1 + b / 10
    },
    target: (b) => {
      last = 5 + b / 7
      return 2 + b / 10
    },
    lastAssumed: () => last,
  }
  // Cells of the same area, so that each is chosen once.
  const alike = { ...drop, cellAreas: new Float64Array(count).fill(1) }
  dropTrials(definition, near)(alike, coupled, stream('fading'), batch)
  expect(drop.communicationAccepted.some((flag) => flag === 0)).toBe(true)
  expect(drop.sensingAccepted.some((flag) => flag === 0)).toBe(true)
  const radius = window!.width / 2

  /** Near interference with noise, all of it, and the variance of its far part. */
  const interferenceAt = (serving: number, x: number, y: number, nulled: readonly number[]) => {
    const distances = Array.from({ length: count }, (_, b) => Math.sqrt(index.squaredDistance(x, y, b)))
    const order = Array.from(distances.keys()).sort((a, b) => distances[a]! - distances[b]!)
    let inner = 0.3 * 2
    let mean = (2 * Math.PI * 2 * 2 * radius ** (2 - 3.5)) / (3.5 - 2)
    // Campbell's variance: 2πλ ∫ E[h²] r^{1−2α} dr, with E[h²] ≤ K² + K(K + 1)/2.
    let variance = (2 * Math.PI * 2 * (4 + 3) * radius ** (2 - 7)) / (7 - 2)
    for (const [rank, b] of order.entries()) {
      if (b === serving || nulled.includes(b) || distances[b]! > radius) continue
      if (rank < near + 4) inner += (2 + b / 7) * distances[b]! ** -3.5
      else {
        mean += 2 * distances[b]! ** -3.5
        variance += 2 * distances[b]! ** -7
      }
    }
    return { inner, all: inner + mean, variance }
  }
  const bound = (variance: number, inner: number, signal: number) =>
    (variance / 2) * (inner ** -2 - (inner + signal) ** -2)
  for (let b = 0; b < count; b++) {
    const [x, y] = [users.x[2 * b]!, users.y[2 * b]!]
    const user = interferenceAt(b, x, y, Array.from(drop.communicationRequests.subarray(4 * b, 4 * b + 2)))
    const attenuation = index.squaredDistance(x, y, b) ** -1.75
    const { deviations, biases } = batch.communication.control!
    expect(deviations[b]).toBeCloseTo(rateByQuadrature(1, user.all / attenuation) - means.communication, 10)
    expect(biases[b]! / bound(user.variance, user.inner, attenuation)).toBeCloseTo(1, 10)

    const echo = index.squaredDistance(targets.x[2 * b]!, targets.y[2 * b]!, b) ** -1.6
    const nulled = Array.from(drop.sensingRequests.subarray(4 * b, 4 * b + 2))
    const target = interferenceAt(b, stations.x[b]!, stations.y[b]!, nulled)
    const sensing = batch.sensing.control!
    expect(sensing.deviations[b]).toBeCloseTo(Math.log1p(((5 + b / 7) * echo) / target.all) - means.sensing, 10)
    expect(sensing.biases[b]! / bound(target.variance, target.inner, 2 * echo)).toBeCloseTo(1, 10)
  }
})

it('takes each side of the torus as long as it is', () => {
  const network = defineNetwork({ Mt: 4, K: 1, J: 1, L: 1, Q: 1, lambda: 20, alpha: 3.5, beta: 1.6 })
  const definition = defineSimulation(network, { fidelity: 'channel', typical: 'cell' })
  const near = 6
  for (const [width, height] of [
    [4, 2.5],
    [2.5, 4],
  ] as const) {
    const window = { kind: 'torus', width, height } as const
    const stations = poissonProcess(20).sample(window, stream(`stations ${width}`))
    const count = stations.x.length
    const index = nearestIndex(stations, window)
    // in the window, as all places of a drop
    const wrapped = (value: number, side: number) => value - side * Math.round(value / side)
    const places = {
      x: Float64Array.from(stations.x, (x) => wrapped(x + 0.01, width)),
      y: Float64Array.from(stations.y, (y) => wrapped(y - 0.02, height)),
    }
    const none = { requests: new Int32Array(0), accepted: new Uint8Array(0) }
    const drop: NetworkDrop = {
      window,
      stations,
      index,
      cellAreas: new Float64Array(count).fill(1),
      users: places,
      targets: places,
      communicationRequests: none.requests,
      communicationAccepted: none.accepted,
      sensingRequests: none.requests,
      sensingAccepted: none.accepted,
      requests: new Int32Array(count),
      accepted: new Int32Array(count),
    }
    const batch = batchOf(count)
    dropTrials(definition, near, 'plain')(drop, knownGains, stream('fading'), batch)
    const apart = (one: number, other: number, side: number) =>
      Math.abs(one - other - side * Math.round((one - other) / side))
    for (let user = 0; user < count; user++) {
      const [x, y] = [places.x[user]!, places.y[user]!]
      const distances = Array.from({ length: count }, (_, b) =>
        Math.hypot(apart(stations.x[b]!, x, width), apart(stations.y[b]!, y, height)),
      )
      const order = Array.from(distances.keys()).sort((a, b) => distances[a]! - distances[b]!)
      const radius = 1.25
      let interference = (2 * Math.PI * 20 * radius ** (2 - 3.5)) / (3.5 - 2)
      for (const [rank, b] of order.entries())
        if (b !== user && distances[b]! <= radius)
          interference += (rank < near + 2 ? 1 + b / 10 : 1) * distances[b]! ** -3.5
      const sir = ((3 + user / 10) * distances[user]! ** -3.5) / interference
      expect(batch.communication.sirs[user]! / sir, `${width} × ${height}, user ${user}`).toBeCloseTo(1, 11)
    }
  }
})

it('chooses cells by area for the typical user, alike for the typical cell', { timeout: 60_000 }, () => {
  const meanArea = (typical: SimulationOptions['typical']): { mean: number; error: number } => {
    const definition = defineSimulation(defineNetwork(), { fidelity: 'channel', typical: typical! })
    const random = streams()
    const fading = stream('fading')
    const sample = dropSampler(definition, 60)
    const trials = dropTrials(definition, 1, 'plain')
    const batch = batchOf(64)
    const means: number[] = []
    for (let i = 0; i < 150; i++) {
      const drop = sample(random)
      // What is recorded is the area: the desired gain that belongs to the trial's BS.
      const areas: number[] = []
      trials(drop, { ...knownGains, desired: (b) => areas.push(drop.cellAreas[b]!) }, fading, batch)
      means.push(areas.reduce((a, b) => a + b) / areas.length)
    }
    const mean = means.reduce((a, b) => a + b) / means.length
    const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (means.length - 1)
    return { mean, error: Math.sqrt(variance / means.length) }
  }
  // The mean of a typical cell is 1/λ; the second moment of its area 1.280176/λ² (Gilbert 1962) is the mean area around a
  // place. Five standard errors: false alarms in 6e-7 of all seeds.
  const [user, cell] = [meanArea('user'), meanArea('cell')]
  expect(Math.abs(user.mean - 1.280176)).toBeLessThan(5 * user.error)
  expect(Math.abs(cell.mean - 1)).toBeLessThan(5 * cell.error)
  expect(user.error).toBeLessThan(0.02)
})

it('has a bias below its bound when few interferers are sampled', { timeout: 60_000 }, () => {
  const definition = defineSimulation(defineNetwork({ K: 2, alpha: 2.5 }), { fidelity: 'channel' })
  const drop = dropSampler(definition, 128)(streams())
  const [few, many] = [batchOf(1), batchOf(1)]
  const draws = 20_000
  for (const number of [0, 1, 2]) {
    // The same trial over and over: near gains stay, those that `few` replaces by their mean are drawn anew.
    const near = new Map<number, number>()
    const random = randomStream('far gains', number, '')
    let ofTheUser = true
    const drawn: StationGains = {
      ...knownGains,
      interference: (b) => {
        const gain = random.gamma(2)
        if (ofTheUser) near.set(b, gain)
        return gain
      },
      desired: () => {
        ofTheUser = false
        return 3
      },
      variance: () => 2,
    }
    dropTrials(definition, 1, 'plain')(drop, drawn, stream('fading'), few)
    const differences: number[] = []
    const trials = dropTrials(definition, 60, 'plain')
    for (let i = 0; i < draws; i++) {
      const gains = { ...knownGains, desired: () => 3, interference: (b: number) => near.get(b) ?? random.gamma(2) }
      trials(drop, gains, stream('fading'), many)
      differences.push(many.communication.rates[0]! - few.communication.rates[0]!)
    }
    const mean = differences.reduce((a, b) => a + b) / draws
    const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws
    const error = Math.sqrt(variance / draws)
    // Five standard errors on either side; the bias itself is visible.
    expect(mean).toBeGreaterThan(5 * error)
    expect(mean).toBeLessThan(few.communication.biases[0]! - 5 * error)
  }
})
