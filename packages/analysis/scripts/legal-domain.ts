/// <reference types="node" />
/**
 * Rates of many networks out of the whole legal domain: each is positive and finite and knows its error, or a `NonConvergenceError` says
 * that it can't be had, within a bound on the work.
 *
 *   pnpm legal-domain [cases] [--record]     default 100 000; --record writes golden/legal-domain-record.json
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { NonConvergenceError } from '@isacnet/quadrature'
import { legalCase, uniformNumbers } from '../test/legal-networks.js'

interface Tally {
  cases: number
  values: number
  notConverged: number
  /** Process time in ms: median, 99th percentile, worst. */
  times: number[]
  slowest: unknown
}

const seed = 20261126
const count = Number(process.argv[2] ?? 100_000)
const u = uniformNumbers(seed)
const tallies: Record<string, Tally> = {}
const faults: unknown[] = []
for (let i = 0; i < count; i++) {
  const { name, parameters, rate } = legalCase(u)
  tallies[name] ??= { cases: 0, values: 0, notConverged: 0, times: [], slowest: undefined }
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
  if (tally.times.every((other) => other < time)) tally.slowest = parameters
  tally.times.push(time)
  if (process.stderr.isTTY && i % 100 === 0) process.stderr.write(`\r${i} of ${count}, ${faults.length} faults`)
}

const rates = Object.fromEntries(
  Object.entries(tallies).map(([name, { cases, values, notConverged, times, slowest }]) => {
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number): number =>
      Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1))
    return [
      name,
      { cases, values, notConverged, milliseconds: { median: at(0.5), p99: at(0.99), worst: at(1) }, slowest },
    ]
  }),
)
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const record = {
  command: `pnpm legal-domain ${count}`,
  seed,
  version,
  node: process.version,
  cases: count,
  faults,
  rates,
}
if (process.argv.includes('--record'))
  writeFileSync(new URL('../golden/legal-domain-record.json', import.meta.url), `${JSON.stringify(record, null, 2)}\n`)
console.log(JSON.stringify({ ...record, faults: faults.length, first: faults.slice(0, 10) }, null, 1))
process.exitCode = faults.length === 0 ? 0 : 1
