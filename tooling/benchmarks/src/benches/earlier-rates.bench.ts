import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as analysis from '@isacnet/analysis'
import * as model from '@isacnet/model'
import { randomStream } from '@isacnet/stochastic-geometry'
import { type Benchmark, BenchmarkUnavailableError } from '../benchmark.js'
import { percentile } from '../percentile.js'

/** The last commit whose rates had no bound on their work. */
const earlier = 'e57d440791c6d3887dfe3ba30326082affcf41a5'
const networksOfEachKind = 200
const seed = 20261126

type Rates = Pick<typeof analysis, 'communicationRate' | 'sensingRate'> & Pick<typeof model, 'defineNetwork'>
type Parameters = Readonly<Record<string, number>>

const kinds = ['α = 2β', 'α ≠ 2β', 'noise', 'clutter', 'noise and clutter'] as const

/** A network of the box that the README of analysis documents. */
const parametersOf = (kind: (typeof kinds)[number], uniform: () => number): Parameters => {
  const logUniform = (a: number, b: number): number => a * (b / a) ** uniform()
  const integer = (a: number, b: number): number => Math.min(b, Math.floor(logUniform(a, b + 1)))
  for (;;) {
    const alpha = 2.05 + 3.95 * uniform()
    const K = integer(1, 128)
    const L = integer(1, 32)
    const Q = integer(1, 32)
    const Mt = integer(1, 256)
    const beta = kind === 'α = 2β' || kind === 'clutter' ? alpha / 2 : 1.025 + 2.975 * uniform()
    const parameters = {
      ...{
        alpha,
        K,
        L,
        Q,
        J: 1,
        Mt,
        beta,
        lambda: logUniform(0.01, 100),
        Mr: 1,
        rcs: 1,
        deltaT: logUniform(1e-3, 1e3),
      },
      ...(kind.includes('noise') ? { N0: logUniform(1e-6, 1e3) } : {}),
      ...(kind.includes('clutter') ? { lambda_x: logUniform(0.01, 100), rho_x: 0.1 } : {}),
    }
    if (K * L + Q - 1 <= Mt) return parameters
  }
}

/** Name, and the rate by the code at hand; the word for the kind of clusters has changed since. */
const ratesOf = ({ communicationRate, sensingRate, defineNetwork }: Rates, clusters: 'clusters' | 'sensingClusters') =>
  ({
    communication: (parameters: Parameters) => communicationRate(defineNetwork(parameters)).value,
    'sensing, bs-centric': (parameters: Parameters) => sensingRate(defineNetwork(parameters)).value,
    'sensing, target-centric': (parameters: Parameters) =>
      sensingRate(defineNetwork(parameters), { [clusters]: 'target-centric' }).value,
    'sensing, no hole': (parameters: Parameters) => sensingRate(defineNetwork(parameters), { method: 'no-hole' }).value,
  }) as const

/** The packages of an earlier commit, in a folder of their own. */
const earlierPackages = async (folder: string): Promise<Rates> => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url))
  const names = ['model', 'special-functions', 'quadrature', 'analysis']
  try {
    const archive = execFileSync('git', ['archive', earlier, ...names.map((name) => `packages/${name}`)], {
      cwd: root,
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
  } catch {
    throw new BenchmarkUnavailableError(`earlier-rates needs git, tar and the commit ${earlier.slice(0, 7)}`)
  }
  mkdirSync(join(folder, 'node_modules/@isacnet'), { recursive: true })
  for (const name of names) symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@isacnet', name))
  const levenshtein = realpathSync(join(root, 'packages/model/node_modules/fastest-levenshtein'))
  symlinkSync(levenshtein, join(folder, 'node_modules/fastest-levenshtein'))
  const from = (name: string): string => pathToFileURL(join(folder, 'packages', name, 'src/index.ts')).href
  return { ...(await import(from('analysis'))), ...(await import(from('model'))) }
}

/** Processor time of a rate, which other programs on the machine disturb less than the clock. */
const milliseconds = (run: () => number): { readonly time: number; readonly value: number } => {
  const start = process.cpuUsage()
  let value = Number.NaN
  try {
    value = run()
  } catch (error) {
    // The earlier code’s errors have names only.
    if (!(error instanceof Error && error.name === 'NonConvergenceError')) throw error
  }
  const { user, system } = process.cpuUsage(start)
  return { time: (user + system) / 1000, value }
}

const compare = async (): Promise<void> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isacnet-earlier-')))
  try {
    const before = ratesOf(await earlierPackages(folder), 'clusters')
    const now = ratesOf({ ...analysis, ...model }, 'sensingClusters')
    console.log(
      `Rates of ${networksOfEachKind} networks of each kind, processor time in ms: median, 95th percentile, worst; before (${earlier.slice(0, 7)}) → now`,
    )
    for (const kind of kinds) {
      const stream = randomStream(seed, 0, `earlier-rates/${kind}`)
      const networks = Array.from({ length: networksOfEachKind }, () => parametersOf(kind, () => stream.uniform()))
      for (const name of Object.keys(now) as (keyof typeof now)[]) {
        const times = { before: [] as number[], now: [] as number[] }
        let furthest = 0
        let zeros = 0
        // The first pass compiles; both are measured in turn in the second.
        for (const pass of [0, 1])
          for (const network of pass === 0 ? networks.slice(0, 25) : networks) {
            const old = milliseconds(() => before[name](network))
            const fresh = milliseconds(() => now[name](network))
            if (pass === 0) continue
            times.before.push(old.time)
            times.now.push(fresh.time)
            // The fault of the earlier code: an integral of which it saw nothing.
            if (old.value === 0) zeros++
            const difference = old.value === 0 ? 0 : Math.abs(fresh.value / old.value - 1)
            if (difference > furthest) furthest = difference
          }
        const shown = (list: readonly number[]): string =>
          [0.5, 0.95, 1].map((share) => percentile(list, share).toFixed(2)).join(' ')
        console.log(
          `${kind}, ${name}: ${shown(times.before)} → ${shown(times.now)} (they differ by ${furthest.toExponential(1)}${zeros === 0 ? '' : `, but for ${zeros} that were 0 before`})`,
        )
        if (!(furthest < 1e-7)) throw new Error(`${kind}, ${name}: the rates differ by ${furthest}`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const earlierRatesBenchmark: Benchmark = {
  name: 'earlier-rates',
  title: 'Rates before their work was bounded',
  compares:
    'Each rate beside the code of an earlier commit, in turn and in the same process, over seeded networks of the documented box with and without noise and clutter; both must agree within 1e-7.',
  seed,
  run: compare,
}
