import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { communicationRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { type Benchmark, BenchmarkUnavailableError } from '../benchmark.js'
import { percentile } from '../percentile.js'

const command = fileURLToPath(new URL('../../../../apps/cli/bin/isacnet.cjs', import.meta.url))
const build = fileURLToPath(new URL('../../../../apps/cli/dist/main.js', import.meta.url))

const repetitions = 40

interface Runner {
  readonly name: string
  readonly args: readonly string[]
  /** Text that its output must contain. */
  readonly expected: string
}

const runners = (): Runner[] => {
  const manifest = readFileSync(new URL('../../../../apps/cli/package.json', import.meta.url), 'utf8')
  const { version }: { version: string } = JSON.parse(manifest)
  const rate = communicationRate(defineNetwork({ K: 5, L: 2 })).value
  return [
    { name: 'node -e 0', args: ['-e', '0'], expected: '' },
    { name: 'isacnet --version', args: [command, '--version'], expected: version },
    { name: 'isacnet --help', args: [command, '--help'], expected: 'Usage: isacnet' },
    {
      name: 'isacnet evaluate',
      args: [command, 'evaluate', '--set', 'K=5', '--set', 'L=2'],
      expected: rate.toPrecision(7),
    },
  ]
}

/** Milliseconds until a process has ended. */
const elapsed = ({ name, args, expected }: Runner): number => {
  const start = performance.now()
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const time = performance.now() - start
  if (status !== 0) throw new Error(`${name} ended with ${status}`)
  if (!stdout.includes(expected)) throw new Error(`${name} did not print ${expected}`)
  return time
}

/** Every round starts each program once, so that whatever else the machine does befalls all alike. */
const compareStarts = (): void => {
  if (!existsSync(build))
    throw new BenchmarkUnavailableError('start: the command is not built; run npx -y pnpm@10.34.9 build first')
  const contestants = runners()
  const times = contestants.map((): number[] => [])
  for (const runner of contestants) elapsed(runner)
  for (let round = 0; round < repetitions; round++)
    contestants.forEach((runner, index) => void times[index]!.push(elapsed(runner)))
  console.log(
    `Start of a process until its end, ${repetitions} times each: median ms (95th percentile), against bare Node`,
  )
  const bare = percentile(times[0]!, 0.5)
  contestants.forEach(({ name }, index) => {
    const median = percentile(times[index]!, 0.5)
    console.log(
      `  ${name.padEnd(18)} ${median.toFixed(0).padStart(5)} (${percentile(times[index]!, 0.95).toFixed(0).padStart(4)})` +
        `  ${(median / bare).toFixed(2).padStart(5)}×`,
    )
  })
}

export const startBenchmark: Benchmark = {
  name: 'start',
  title: 'Start of the command',
  compares:
    'The built command beside Node that does nothing, in turns. What it prints is checked: the version, the help, and the exact ' +
    'rate that `evaluate` computes.',
  run: compareStarts,
}
