import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type SirLaw, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import type { Benchmark } from '../benchmark.js'

interface Contest {
  readonly name: string
  readonly law: () => SirLaw
  readonly task: (law: SirLaw) => number
  /** Whether one law serves for every call. */
  readonly kept?: boolean
  /** Values of another program, relative error 1e-9. */
  readonly expected: number
  /** Microseconds that were aimed at on a two-core machine. */
  readonly aim?: number
}

const users = (parameters: Parameters<typeof defineNetwork>[0]) => (): SirLaw =>
  sirLaw(defineNetwork(parameters), 'communication')

/** Coverages from −20 to 40 dB, of which that at 0 dB is returned. */
const curve = ({ coverage }: SirLaw): number => {
  const values = Array.from({ length: 61 }, (_, i) => coverage(10 ** (i / 10 - 2)).value)
  return values[20]!
}

const worst5 = ({ percentile }: SirLaw): number => percentile(0.05).rate.value

const contests: readonly Contest[] = [
  {
    name: 'coverage at one threshold, L = 1, D = 16',
    law: users({ K: 5 }),
    task: ({ coverage }) => coverage(1).value,
    kept: true,
    expected: 0.929082912741765,
    aim: 3,
  },
  {
    name: 'coverage at one threshold, L = 1, D = 256',
    law: users({ K: 4, Mt: 259 }),
    task: ({ coverage }) => coverage(100).value,
    kept: true,
    expected: 0.5227468814526556,
  },
  {
    name: '61 coverages, L = 2, D = 11',
    law: users({ K: 5, L: 2 }),
    task: curve,
    expected: 0.914652031445,
    aim: 10_000,
  },
  { name: '5 % rate, L = 1, D = 16', law: users({ K: 5 }), task: worst5, expected: 0.6232235541 },
  { name: '5 % rate, L = 2, D = 11', law: users({ K: 5, L: 2 }), task: worst5, expected: 0.5621141691, aim: 3000 },
  {
    name: '61 coverages of targets, Q = 2, K = 5',
    law: () => sirLaw(defineNetwork({ K: 5, Q: 2 }), 'sensing'),
    task: curve,
    expected: 0.7030215539845,
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

/** A program in C++ of the same series, if there is a compiler: coverages at thresholds and the median time of a point in µs. */
const compiled = (): string | undefined => {
  const program = join(mkdtempSync(join(tmpdir(), 'isacnet-law-')), 'sir-law')
  const source = fileURLToPath(new URL('sir-law.cpp', import.meta.url))
  const { status } = spawnSync('g++', ['-O3', '-march=native', '-o', program, source])
  return status === 0 ? program : undefined
}

/** Networks and thresholds that both programs compute, in turn: D, K, L, α, θ. */
const beside = [
  [16, 5, 1, 4, 1],
  [256, 4, 1, 4, 100],
  [11, 5, 2, 4, 1],
  [11, 5, 2, 4, 100],
  [64, 2, 4, 2.5, 1],
] as const

const timeBesideCompiled = (): void => {
  const program = compiled()
  if (program === undefined) {
    console.log('no g++ here: not timed beside a compiled program')
    return
  }
  console.log('One coverage beside the same series in C++ (g++ -O3), in turn: µs, and how many times as long (aim 4)')
  for (const [D, K, L, alpha, theta] of beside) {
    const law = sirLaw(defineNetwork({ K, L, alpha, Mt: K * L + D - 1 }), 'communication')
    const ratios: number[] = []
    let shown = ''
    for (let turn = 0; turn < 3; turn++) {
      const words = [D, K, L, alpha, theta].map(String)
      const [value = Number.NaN, theirs = Number.NaN] = execFileSync(program, words, { encoding: 'utf8' })
        .trim()
        .split(' ')
        .map(Number)
      const found = law.coverage(theta).value
      if (!(Math.abs(found / value - 1) < 1e-9)) throw new Error(`D = ${D}: ${found} differs from ${value}`)
      const ours = medianMicroseconds(() => law.coverage(theta).value)
      ratios.push(ours / theirs)
      shown = `${ours.toPrecision(3)} and ${theirs.toPrecision(3)} µs`
    }
    const [, median = Number.NaN] = ratios.sort((a, b) => a - b)
    console.log(`D = ${D}, K = ${K}, L = ${L}, α = ${alpha}, θ = ${theta}: ${shown}, ${median.toFixed(2)} times`)
  }
}

const timeLaws = (): void => {
  console.log('The law of the SIR: median µs a task (aim)')
  for (const { name, law, task, kept = false, expected, aim } of contests) {
    const one = law()
    const found = task(one)
    if (!(Math.abs(found / expected - 1) < 1e-9)) throw new Error(`${name}: ${found} differs from ${expected}`)
    const median = medianMicroseconds(() => task(kept ? one : law()))
    console.log(`${name}: ${median.toFixed(median < 10 ? 2 : 0)} µs${aim === undefined ? '' : ` (aim ${aim})`}`)
  }
  timeBesideCompiled()
}

export const sirLawBenchmark: Benchmark = {
  name: 'sir-law',
  title: 'The law of the SIR',
  compares:
    'Coverages and percentiles, a law made anew for each but for single thresholds; values must agree with another program within 1e-9. Then single coverages beside the same series in C++, compiled in the same run.',
  run: timeLaws,
}
