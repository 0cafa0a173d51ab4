/// <reference types="node" />
/**
 * Rates of many networks out of the whole legal domain: each is positive and finite and knows its error, or a `NonConvergenceError` says
 * that it can't be had, within a bound on the work. Takes about an hour of two cores; parts that are done are kept, and an interrupted run goes on.
 *
 *   pnpm legal-domain [cases] [--record]     default 100 000; --record writes golden/legal-domain-record.json
 */
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NonConvergenceError } from '@isacnet/quadrature'
import { legalCase, uniformNumbers } from '../test/legal-networks.js'

interface Tally {
  cases: number
  values: number
  notConverged: number
  /** Processor time of each case in ms. */
  times: number[]
  slowest: { readonly time: number; readonly parameters: unknown }
}

interface Part {
  readonly tallies: Record<string, Tally>
  readonly faults: unknown[]
}

const seed = 20261126
const casesInPart = 500

const emptyTally = (): Tally => ({
  cases: 0,
  values: 0,
  notConverged: 0,
  times: [],
  slowest: { time: 0, parameters: undefined },
})

const computePart = (index: number): Part => {
  const u = uniformNumbers(seed + index)
  const tallies: Record<string, Tally> = {}
  const faults: unknown[] = []
  for (let i = 0; i < casesInPart; i++) {
    const { name, parameters, rate } = legalCase(u)
    tallies[name] ??= emptyTally()
    const tally = tallies[name]
    tally.cases++
    const start = process.cpuUsage()
    try {
      const { value, errorEstimate } = rate()
      if (!(value > 0 && value < Number.POSITIVE_INFINITY && errorEstimate > 0 && errorEstimate <= 1e-9 * value))
        faults.push({ name, parameters, value, errorEstimate })
      tally.values++
    } catch (error) {
      if (error instanceof NonConvergenceError) tally.notConverged++
      else faults.push({ name, parameters, error: String(error) })
    }
    const { user, system } = process.cpuUsage(start)
    const time = (user + system) / 1000
    if (time > tally.slowest.time) tally.slowest = { time, parameters }
    tally.times.push(Number(time.toFixed(2)))
  }
  return { tallies, faults }
}

/** Computes a part in a process of its own, which writes it into the file. */
const partInChild = (index: number, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    fork(fileURLToPath(import.meta.url), ['--part', String(index), file], { execArgv: process.execArgv }).once(
      'exit',
      (code) => (code === 0 ? resolve() : reject(new Error(`part ${index} ended with ${code}`))),
    )
  })

const merged = (parts: readonly Part[]): Part => {
  const tallies: Record<string, Tally> = {}
  for (const part of parts)
    for (const [name, { cases, values, notConverged, times, slowest }] of Object.entries(part.tallies)) {
      tallies[name] ??= emptyTally()
      const tally = tallies[name]
      tally.cases += cases
      tally.values += values
      tally.notConverged += notConverged
      tally.times.push(...times)
      if (slowest.time > tally.slowest.time) tally.slowest = slowest
    }
  return { tallies, faults: parts.flatMap(({ faults }) => faults) }
}

const main = async (): Promise<void> => {
  const count = Number(process.argv[2] ?? 100_000)
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const folder = join(tmpdir(), `isacnet-legal-domain-${version}-${seed}`)
  mkdirSync(folder, { recursive: true })
  const parts = Array.from({ length: Math.ceil(count / casesInPart) }, (_, index) => join(folder, `${index}.json`))
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    while (next < parts.length) {
      const index = next++
      if (!existsSync(parts[index]!)) await partInChild(index, parts[index]!)
      done++
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${parts.length} parts`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  const { tallies, faults } = merged(parts.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Part))
  const rates = Object.fromEntries(
    Object.entries(tallies).map(([name, { cases, values, notConverged, times, slowest }]) => {
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
      const milliseconds = { median: at(0.5), p99: at(0.99), worst: at(1) }
      return [name, { cases, values, notConverged, milliseconds, slowest: slowest.parameters }]
    }),
  )
  const record = {
    command: `pnpm legal-domain ${count}`,
    seed,
    version,
    node: process.version,
    cases: parts.length * casesInPart,
    faults,
    rates,
  }
  if (process.argv.includes('--record'))
    writeFileSync(
      new URL('../golden/legal-domain-record.json', import.meta.url),
      `${JSON.stringify(record, null, 2)}\n`,
    )
  console.log(JSON.stringify({ ...record, faults: faults.length, first: faults.slice(0, 10) }, null, 1))
  rmSync(folder, { recursive: true })
  process.exitCode = faults.length === 0 ? 0 : 1
}

const [command, index, file] = process.argv.slice(2)
if (command === '--part') {
  writeFileSync(`${file}.new`, JSON.stringify(computePart(Number(index))))
  renameSync(`${file}.new`, file!)
} else await main()
