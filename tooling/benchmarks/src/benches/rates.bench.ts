import { communicationRate, type Rate, sensingRate } from '@isacnet/analysis'
import { defineNetwork, type Network } from '@isacnet/model'
import type { Benchmark } from '../benchmark.js'
import {
  literalBsCentricSensingRate,
  literalCommunicationRate,
  literalTargetCentricSensingRate,
} from './literal-rates.js'

interface Contest {
  readonly name: string
  readonly network: Network
  readonly rate: (network: Network) => Rate
  /** The formula transcribed literally, by nested adaptive quadrature. */
  readonly literal?: (network: Network) => number
  /** Microseconds that were aimed at on a two-core machine. */
  readonly aim?: number
}

const targetCentric = (network: Network): Rate => sensingRate(network, { sensingClusters: 'target-centric' })

const contests: readonly Contest[] = [
  {
    name: 'communication, exact, L = 1, K = 5',
    network: defineNetwork({ K: 5 }),
    rate: communicationRate,
    literal: literalCommunicationRate,
    aim: 20,
  },
  {
    name: 'communication, exact, L = 2, K = 5',
    network: defineNetwork({ K: 5, L: 2 }),
    rate: communicationRate,
    literal: literalCommunicationRate,
    aim: 200,
  },
  {
    name: 'sensing, exact, Q = 1, K = 5',
    network: defineNetwork({ K: 5 }),
    rate: sensingRate,
    literal: literalBsCentricSensingRate,
    aim: 50,
  },
  {
    name: 'sensing, exact, bs-centric, Q = 3, K = 5',
    network: defineNetwork({ K: 5, Q: 3 }),
    rate: sensingRate,
    literal: literalBsCentricSensingRate,
    aim: 1000,
  },
  {
    name: 'sensing, exact, target-centric, Q = 3, K = 5',
    network: defineNetwork({ K: 5, Q: 3 }),
    rate: targetCentric,
    literal: literalTargetCentricSensingRate,
    aim: 1000,
  },
  {
    name: 'sensing, exact, bs-centric, Q = 3, α ≠ 2β',
    network: defineNetwork({ K: 5, Q: 3, alpha: 3.5 }),
    rate: sensingRate,
  },
  {
    name: 'sensing, exact, target-centric, Q = 3, α ≠ 2β',
    network: defineNetwork({ K: 5, Q: 3, alpha: 3.5 }),
    rate: targetCentric,
  },
]

/** Median time of one call in µs, over batches of about 20 ms, after half a second of warm-up. */
const medianMicroseconds = (run: () => unknown): number => {
  const time = (calls: number): number => {
    const start = performance.now()
    for (let i = 0; i < calls; i++) run()
    return (1000 * (performance.now() - start)) / calls
  }
  for (const start = performance.now(); performance.now() - start < 500; ) run()
  let calls = 1
  while (time(calls) * calls < 20_000) calls *= 2
  const times = Array.from({ length: 15 }, () => time(calls)).sort((a, b) => a - b)
  return times[7]!
}

/**
 * Time of each exact rate, with its literal transcription in the same run; both must agree. Prints medians in µs, the aim and
 * the ratio.
 */
const compareRates = (): void => {
  console.log('Exact rates: median µs a call (aim), and nested adaptive quadrature beside it')
  for (const { name, network, rate, literal, aim } of contests) {
    const fast = medianMicroseconds(() => rate(network))
    const aimed = aim === undefined ? '' : ` (aim ${aim})`
    if (literal === undefined) {
      console.log(`${name}: ${fast.toFixed(1)} µs`)
      continue
    }
    const start = performance.now()
    const expected = literal(network)
    const slow = 1000 * (performance.now() - start)
    const deviation = Math.abs(rate(network).value / expected - 1)
    if (!(deviation < 1e-6)) throw new Error(`${name}: ${rate(network).value} differs from ${expected}`)
    console.log(
      `${name}: ${fast.toFixed(1)} µs${aimed}, literal ${slow.toFixed(0)} µs, ${(slow / fast).toFixed(0)}× ` +
        `(they differ by ${deviation.toExponential(1)})`,
    )
  }
}

export const ratesBenchmark: Benchmark = {
  name: 'rates',
  title: 'Exact rates',
  compares:
    'One exact rate beside its formula as it is written, each integral sign a call of an adaptive rule; both must agree within 1e-6.',
  run: compareRates,
}
