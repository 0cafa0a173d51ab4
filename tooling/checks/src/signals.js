// Sends a signal to each command that takes something for long, at seeded instants from its start to its end, and looks at what is left:
// the exit code, locks and temporary files, and whether the next run goes on to the same bytes. It takes half an hour on a quiet machine;
// `pnpm check:signals 20` tries 20 instants of each command, `--jobs=6` six at once, and `--record` writes what it finds to signals.json.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { redisServer } from './redis-server.js'
import { signalledCommands } from './signals/commands.js'
import { repositoryRoot } from './workspace.js'

const seed = 5
const record = fileURLToPath(new URL('../signals.json', import.meta.url))
/** Exit codes by signal. */
const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })
const names = /** @type {(keyof typeof signals)[]} */ (Object.keys(signals))

/**
 * mulberry32.
 *
 * @param {number} state
 * @returns {() => number}
 */
const seededUniform = (state) => () => {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const words = process.argv.slice(2).filter((word) => word !== '--')
const instants = Number(words.find((word) => /^\d+$/.test(word)) ?? 200)
const jobs = Number(words.find((word) => word.startsWith('--jobs='))?.slice(7) ?? availableParallelism() + 1)
const scratch = mkdtempSync(join(tmpdir(), 'isacnet-signals-'))
const redis = await redisServer()
const date = new Date().toISOString()
const commit = execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'], {
  cwd: repositoryRoot,
  encoding: 'utf8',
}).trim()
const begin = performance.now()
let failed = 0
try {
  const commands = await signalledCommands(scratch, redis)
  const uniform = seededUniform(seed)
  const runs = commands.map((command) => ({ command, durations: /** @type {number[]} */ ([]), ...counts() }))
  // Commands take turns: whoever stops early has tried all of them alike.
  const tasks = Array.from({ length: instants }, (_, i) => i).flatMap((i) =>
    runs.map((run) => ({
      run,
      measured: i % 25 === 24,
      share: uniform(),
      signal: names[Math.floor(3 * uniform())] ?? 'SIGINT',
    })),
  )
  const document = () => ({
    seed,
    date,
    commit,
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    minutes: Math.round((performance.now() - begin) / 60_000),
    commands: runs.map(({ command, durations, ...rest }) => ({
      name: command.name,
      line: command.line,
      seconds: durations.map((seconds) => Number(seconds.toFixed(2))),
      ...rest,
    })),
  })
  const write = () => {
    if (!words.includes('--record')) return
    writeFileSync(`${record}.new`, `${JSON.stringify(document(), null, 2)}\n`)
    renameSync(`${record}.new`, record)
  }
  /** @param {(typeof tasks)[number]} task */
  const attempt = async ({ run, measured, share, signal }) => {
    // The machine is not always equally busy.
    if (measured) run.durations.push(await run.command.duration())
    const delay = 1000 * share * (run.durations.at(-1) ?? 1)
    const { ended, untouched, faults } = await run.command.meet((child) => {
      const timer = setTimeout(() => child.kill(signal), delay)
      child.once('exit', () => clearTimeout(timer))
    })
    run.instants++
    if (ended.exitCode === signals[signal]) run.endedWithTheirCode[signal]++
    else if (ended.exitCode === 0) run.overBefore++
    else if (ended.signal === signal && untouched) run.killedBeforeAnythingWasTaken++
    else faults.push(`ended with ${ended.exitCode ?? ended.signal} after ${signal}`)
    if (/^ {4}at /m.test(ended.stderr)) faults.push('a stack trace')
    if (faults.length === 0) return
    failed++
    const fault = `${signal} after ${delay.toFixed(0)} ms: ${faults.join('; ')}; ${ended.stderr.trimEnd()}`
    run.faults.push(fault)
    console.log(`${run.command.name}: ${fault}`)
  }
  for (const { command, durations } of runs) durations.push(await command.duration())
  let done = 0
  let stopped = false
  // What it has is recorded; its own children end by themselves.
  for (const name of names)
    process.once(name, () => {
      stopped = true
    })
  const next = tasks.values()
  const work = async () => {
    for (const task of next) {
      if (stopped) return
      await attempt(task)
      if (++done % 30 === 0) {
        console.log(`${done} of ${tasks.length}, ${failed} failed`)
        write()
      }
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  write()
  console.log(JSON.stringify(document(), null, 2))
} finally {
  await redis.remove()
  rmSync(scratch, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1

function counts() {
  return {
    instants: 0,
    endedWithTheirCode: { SIGINT: 0, SIGTERM: 0, SIGHUP: 0 },
    killedBeforeAnythingWasTaken: 0,
    overBefore: 0,
    faults: /** @type {string[]} */ ([]),
  }
}
