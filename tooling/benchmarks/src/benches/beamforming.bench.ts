import {
  beamGain,
  type ComplexMatrix,
  complexMatrix,
  interferenceGainSampler,
  precoderSampler,
  rayleighChannel,
  zeroForcing,
  zeroForcingKernel,
} from '@isacnet/beamforming'
import { randomStream } from '@isacnet/stochastic-geometry'
import type { Benchmark } from '../benchmark.js'

/** Transmit antennas, users served, nulls. */
const shapes = [
  [10, 1, 2],
  [20, 1, 0],
  [20, 5, 7],
  [20, 12, 0],
  [20, 12, 8],
  [40, 5, 25],
] as const

const CHANNELS = 32

const seed = 20261123

/** Median time of one call in µs, over batches of about 10 ms, after 0.2 s of warm-up. */
const medianMicroseconds = (run: () => unknown): number => {
  const time = (calls: number): number => {
    const start = performance.now()
    for (let i = 0; i < calls; i++) run()
    return (1000 * (performance.now() - start)) / calls
  }
  for (const start = performance.now(); performance.now() - start < 200; ) run()
  let calls = 1
  while (time(calls) * calls < 10_000) calls *= 2
  return Array.from({ length: 15 }, () => time(calls)).sort((a, b) => a - b)[7]!
}

const largestDifference = (a: ComplexMatrix, b: ComplexMatrix): number => {
  let largest = 0
  for (let i = 0; i < a.re.length; i++)
    largest = Math.max(largest, Math.abs(a.re[i]! - b.re[i]!), Math.abs(a.im[i]! - b.im[i]!))
  return largest
}

/** Mean and its standard error. */
const meanOf = (count: number, generate: () => number): readonly [number, number] => {
  let [sum, squares] = [0, 0]
  for (let i = 0; i < count; i++) {
    const x = generate()
    sum += x
    squares += x * x
  }
  return [sum / count, Math.sqrt((squares / count - (sum / count) ** 2) / count)]
}

/**
 * Beams of the same channels by ml-matrix and by the kernel; and one interference gain of a new precoder by sampling its law
 * and literally: channels, kernel, product. Prints medians in µs and their ratios.
 */
const compareBeams = (): void => {
  const random = randomStream(seed, 0, 'beamforming benchmark')
  console.log('Zero forcing: median µs a precoder')
  for (const [antennas, users, nulls] of shapes) {
    const channels = Array.from({ length: CHANNELS }, () => rayleighChannel(antennas, users + nulls, random))
    const kernel = zeroForcingKernel(antennas, users + nulls)
    const beams = complexMatrix(antennas, users)
    let difference = 0
    for (const channel of channels) {
      kernel(channel, users, beams)
      difference = Math.max(difference, largestDifference(beams, zeroForcing(channel, users)))
    }
    if (!(difference < 1e-10))
      throw new Error(`the precoders differ by ${difference} for ${antennas}, ${users}, ${nulls}`)
    let i = 0
    const fast = medianMicroseconds(() => kernel(channels[i++ % CHANNELS]!, users, beams))
    const reference = medianMicroseconds(() => zeroForcing(channels[i++ % CHANNELS]!, users))
    console.log(
      `M_t = ${antennas}, K = ${users}, N_I = ${nulls}: ${fast.toFixed(2)} µs, ml-matrix ${reference.toFixed(0)} µs, ` +
        `${(reference / fast).toFixed(0)}× (they differ by ${difference.toExponential(1)})`,
    )
  }

  console.log('One interference gain of a new precoder: median µs')
  for (const [antennas, users, nulls] of shapes) {
    const dimensions = antennas - nulls
    const sampler = interferenceGainSampler(users)
    const precoder = precoderSampler(users)
    const kernel = zeroForcingKernel(antennas, users + nulls)
    const beams = complexMatrix(antennas, users)
    const sampled = (): number => sampler(dimensions, random)
    const both = (): number => {
      const law = precoder(antennas, nulls, random)
      return law.interferenceGain(random) + law.targetGain(random)
    }
    const literal = (): number => {
      kernel(rayleighChannel(antennas, users + nulls, random), users, beams)
      return beamGain(beams, rayleighChannel(antennas, 1, random))
    }
    for (const [generate, expected] of [
      [sampled, users],
      [both, 2 * users],
      [literal, users],
    ] as const) {
      const [mean, error] = meanOf(20_000, generate)
      if (!(Math.abs(mean - expected) < 5 * error)) throw new Error(`mean gain ${mean} ± ${error} is not ${expected}`)
    }
    const fast = medianMicroseconds(sampled)
    const pair = medianMicroseconds(both)
    const slow = medianMicroseconds(literal)
    console.log(
      `M_t = ${antennas}, K = ${users}, N_I = ${nulls}: ${fast.toFixed(3)} µs, with a target gain of the same precoder ` +
        `${pair.toFixed(3)} µs, literal with the kernel ${slow.toFixed(2)} µs, ${(slow / fast).toFixed(0)}×`,
    )
  }
}

export const beamformingBenchmark: Benchmark = {
  name: 'beamforming',
  title: 'Beamforming',
  compares:
    'Zero forcing of the same channels by the kernel that simulations use and by ml-matrix, whose beams must be the same; and an ' +
    'interference gain sampled from its law beside one of drawn channels and precoders, whose means must be right.',
  seed,
  run: compareBeams,
}
