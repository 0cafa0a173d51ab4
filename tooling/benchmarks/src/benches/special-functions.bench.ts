import { beta, incompleteBeta, lnGamma, lowerIncompleteGamma } from '@isacnet/special-functions'
import stdlibBeta from '@stdlib/math-base-special-beta'
import betainc from '@stdlib/math-base-special-betainc'
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaln from '@stdlib/math-base-special-gammaln'
import { Bench } from 'tinybench'
import type { Benchmark } from '../benchmark.js'

const GROUPS = 50
const POINTS = 80
const CALLS = GROUPS * POINTS

const seed = 20240611

/** mulberry32: the arguments are the same in every run. */
function seededUniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Contest {
  name: string
  /** Where the two are compared: the rival is not accurate everywhere. */
  agreement: number
  ours: (index: number) => number
  theirs: (index: number) => number
}

/** The whole table of arguments in one call, so that the clock does not dominate. */
function sumOver(f: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < CALLS; index += 1) sum += f(index)
  return sum
}

/**
 * The calls that the coverage theorems make, δ and K fixed over 80 values of z, and the complete functions, against
 * @stdlib in the same run. Checks first that the two agree; prints median nanoseconds a call and the ratio.
 */
async function compareFunctions(): Promise<void> {
  const uniform = seededUniform(seed)
  const delta = new Float64Array(CALLS)
  const antennas = new Float64Array(CALLS)
  const z = new Float64Array(CALLS)
  const odds = new Float64Array(CALLS)
  const complementaryOdds = new Float64Array(CALLS)
  for (let group = 0; group < GROUPS; group += 1) {
    const groupDelta = 1 / 3 + uniform() * (0.976 - 1 / 3)
    const groupAntennas = 1 + Math.floor(uniform() * 128)
    for (let point = 0; point < POINTS; point += 1) {
      const index = group * POINTS + point
      delta[index] = groupDelta
      antennas[index] = groupAntennas
      z[index] = Math.exp(-25 + (60 * (point + uniform())) / POINTS)
      odds[index] = Math.min(z[index]! / (1 + z[index]!), 1 - 2 ** -53)
      complementaryOdds[index] = 1 / (1 + z[index]!)
    }
  }
  const a = delta.map((value) => 1 - value)
  const b = antennas.map((value, index) => value + delta[index]!)

  const contests: Contest[] = [
    {
      name: 'incompleteBeta(1 − δ, K + δ, z/(1 + z))',
      agreement: 1e-11,
      ours: (i) => incompleteBeta(a[i]!, b[i]!, odds[i]!),
      theirs: (i) => betainc(odds[i]!, a[i]!, b[i]!, false),
    },
    {
      name: 'incompleteBeta(K + δ, 1 − δ, 1/(1 + z))',
      agreement: 1e-11,
      ours: (i) => incompleteBeta(b[i]!, a[i]!, complementaryOdds[i]!),
      theirs: (i) => betainc(complementaryOdds[i]!, b[i]!, a[i]!, false),
    },
    {
      name: 'lowerIncompleteGamma(1 − δ, z)',
      agreement: 1e-12,
      ours: (i) => lowerIncompleteGamma(a[i]!, z[i]!),
      theirs: (i) => gammainc(z[i]!, a[i]!, false),
    },
    { name: 'lnGamma(K + δ)', agreement: 1e-12, ours: (i) => lnGamma(b[i]!), theirs: (i) => gammaln(b[i]!) },
    {
      name: 'beta(1 − δ, K + δ)',
      agreement: 1e-12,
      ours: (i) => beta(a[i]!, b[(i * 81) % CALLS]!),
      theirs: (i) => stdlibBeta(a[i]!, b[(i * 81) % CALLS]!),
    },
  ]

  console.log('special functions: median ns a call, against @stdlib')
  let sink = 0
  for (const { name, agreement, ours, theirs } of contests) {
    let worst = 0
    for (let index = 0; index < CALLS; index += 1) {
      const value = ours(index)
      const rival = theirs(index)
      if (rival < 1e-290) continue
      const difference = Math.abs(value - rival) / rival
      if (!(difference <= agreement)) {
        throw new Error(`${name} disagrees with @stdlib at call ${index}: ${value} and ${rival}`)
      }
      worst = Math.max(worst, difference)
    }
    const bench = new Bench({ time: 500, warmupTime: 200 })
    bench.add('isacnet', () => {
      sink += sumOver(ours)
    })
    bench.add('@stdlib', () => {
      sink += sumOver(theirs)
    })
    await bench.run()
    const [mine, rival] = bench.tasks.map((task) => {
      const { result } = task
      if (result.state !== 'completed') throw new Error(`${name}: the ${task.name} benchmark did not complete`)
      return (result.latency.p50 * 1e6) / CALLS
    })
    console.log(
      `  ${name.padEnd(42)} ${mine!.toFixed(0).padStart(5)}  ${rival!.toFixed(0).padStart(6)}` +
        `  ${(rival! / mine!).toFixed(1)}×  (largest difference ${worst.toExponential(0)})`,
    )
  }
  if (Number.isNaN(sink)) throw new Error('a benchmark produced NaN')
}

export const specialFunctionsBenchmark: Benchmark = {
  name: 'special-functions',
  title: 'Special functions',
  compares:
    'The calls that the theorems make, beside the same functions of @stdlib, with which every value must agree. Nanoseconds of ' +
    'ours, of theirs, and their ratio.',
  seed,
  run: compareFunctions,
}
