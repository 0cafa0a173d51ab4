import { type ChildProcess, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type RedisServer, redisIsInstalled, redisServer } from '../../../tooling/checks/src/redis-server.js'
import { capture } from './captured-io.js'
import { signalled } from './signalled.js'
import { type Ended, end, start } from './source-process.js'

/** A document without the time it took. */
const result = ({ stdout, stderr, exitCode }: Pick<Ended, 'stdout' | 'stderr' | 'exitCode'>): unknown => {
  expect({ exitCode, stderr: stderr.replace(/^isacnet: (no|a) worker is there.*\n/gm, '') }).toEqual({
    exitCode: 0,
    stderr: '',
  })
  const { elapsedSeconds, ...document } = JSON.parse(stdout)
  expect(elapsedSeconds).toBeGreaterThan(0)
  return document
}

/** How many connections a server has, this question's included. */
const clients = ({ port, password }: RedisServer): number =>
  execFileSync('redis-cli', ['-p', `${port}`, 'client', 'list'], { env: { ...process.env, REDISCLI_AUTH: password } })
    .toString()
    .trim()
    .split('\n').length

/** By theorem, by simulation of whole networks, and optimised: some seconds of work, so that there is something to kill. */
const study = `
title: Users
network: { M_t: 12, L: 2 }
sweep: [{ vary: K, values: [2, 3] }]
compute:
  - theorem: { objective: 0.3*Tc + 0.7*Ts }
  - simulation: { fidelity: channel, trials: 20000 }
  - optimization: { objective: 0.3*Tc + 0.7*Ts }
output: { tables: [csv, jsonl, parquet], plots: [svg] }
`

/** The files in a study's directory but for the journal, which tells how the results came about. */
const hashes = async (directory: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(directory))
        .filter((name) => name !== 'journal.jsonl')
        .sort()
        .map(async (name) => {
          const bytes = await readFile(join(directory, name))
          return [name, createHash('sha256').update(bytes).digest('hex')] as const
        }),
    ),
  )

/** Waits until a study has journalled so many results and blocks more than before, or has ended, and gives their number. */
const journalled = async (directory: string, child: ChildProcess, more: number, before = 0): Promise<number> => {
  for (;;) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null
    const lines = (await readFile(join(directory, 'journal.jsonl'), 'utf8').catch(() => '')).split('\n').length - 1
    if (hasEnded || lines >= before + more) return lines
    await delay(20)
  }
}

interface StartedWorker {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** A Redis of a test's own, with what starts workers of its queue; at the end none of them has shown the password. */
const withQueue = async (
  test: (queue: {
    readonly server: RedisServer
    readonly env: NodeJS.ProcessEnv
    readonly worker: (...argv: string[]) => Promise<StartedWorker>
  }) => Promise<void>,
): Promise<void> => {
  const server = await redisServer()
  const env = { ...process.env, ISACNET_REDIS_URL: server.url }
  const workers: StartedWorker[] = []
  const worker = async (...argv: string[]): Promise<StartedWorker> => {
    const child = start(['worker', '--threads', '1', ...argv], { env })
    const ended = end(child)
    const started = { child, ended }
    workers.push(started)
    await Promise.race([new Promise((resolve) => child.stderr?.once('data', resolve)), ended])
    return started
  }
  try {
    await test({ server, env, worker })
  } finally {
    for (const { child } of workers) child.kill('SIGKILL')
    for (const { ended } of workers) expect((await ended).stderr).not.toContain(server.password.slice(5))
    await server.remove()
  }
}

// They wait more than they work: for ten seconds, until what a killed worker had is missed.
describe
  .skipIf(!redisIsInstalled)
  .concurrent('the workers of a queue (needs redis-server)', { timeout: 300_000 }, () => {
    it('compute what one process does, to the last bit, though one of them is killed', () =>
      withQueue(async ({ server, worker }) => {
        const directory = await mkdtemp(join(tmpdir(), 'isacnet-redis-simulate-'))
        const argv = ['simulate', '--set', 'K=5', '--set', 'L=2', '--trials', '600_000', '--seed', '7', '--json']
        const simulation = end(
          start([...argv, '--engine', 'redis', '--redis', server.url, '--out', join(directory, 'run.json')]),
        )
        const [killed, kept] = await Promise.all([worker(), worker()])
        // Its first block is there.
        while (!(await readdir(directory)).includes('run.json')) await delay(20)
        killed!.child.kill('SIGKILL')
        const distributed = await simulation
        await rm(directory, { recursive: true })
        expect(distributed.stderr).not.toContain(server.password)
        expect(result(distributed)).toEqual(result(await end(start([...argv, '--threads', '1']))))

        kept!.child.kill('SIGTERM')
        const { exitCode, stderr } = await kept!.ended
        expect(exitCode).toBe(143)
        expect(stderr).toMatch(/^isacnet: a worker of version \S+ \(.+\) with 1 thread is ready\n/)
        expect(stderr).toMatch(/isacnet: finishing the blocks at hand\nisacnet: stopped; nothing is lost\n$/)
      }))

    it('give a study the bytes of one machine, though workers are killed and stall, and so does the study', () =>
      withQueue(async ({ env, worker }) => {
        const directory = await mkdtemp(join(tmpdir(), 'isacnet-redis-sweep-'))
        try {
          const file = join(directory, 'study.yaml')
          const out = join(directory, 'distributed')
          await writeFile(file, study)
          const argv = ['sweep', file, '--out', out, '--quiet', '--engine', 'redis']
          // It kills itself when half of its entries are in the journal.
          const fatal = { ISACNET_TEST_SIGNALS: 'SIGKILL', ISACNET_TEST_EVENT: 'writeSync .*journal\\.jsonl$' }
          const killed = start(argv, {
            preload: './signal-at-event.mjs',
            env: { ...env, ...fatal, ISACNET_TEST_OCCURRENCE: '22' },
          })
          const killedEnded = end(killed)
          const [mortal, sleeper] = await Promise.all([worker(), worker()])
          const early = await journalled(out, killed, 3)
          mortal!.child.kill('SIGKILL')
          sleeper!.child.kill('SIGSTOP')
          // What both had is in the way of all that follows, until a third may have it.
          const kept = await worker()
          await journalled(out, killed, 12, early)
          sleeper!.child.kill('SIGCONT')
          expect((await killedEnded).signal).toBe('SIGKILL')
          expect((await readdir(out)).filter((name) => name.startsWith('results'))).toEqual([])

          // The same command goes on, with the workers that are there.
          expect(await end(start(argv, { env }))).toMatchObject({ exitCode: 0, stdout: '' })
          for (const { child } of [sleeper!, kept]) expect([child.exitCode, child.signalCode]).toEqual([null, null])
          const alone = join(directory, 'alone')
          expect(await capture(['sweep', file, '--out', alone, '--quiet', '--threads', '1'])).toMatchObject({
            exitCode: 0,
          })
          const expected = await hashes(alone)
          expect(Object.keys(expected)).toEqual([
            ...['manifest.json', 'plot.svg', 'results.csv', 'results.jsonl', 'results.parquet'],
          ])
          expect(await hashes(out)).toEqual(expected)
        } finally {
          await rm(directory, { recursive: true })
        }
      }))

    it('end with 130 after Ctrl-C, and are quiet if asked', () =>
      withQueue(async ({ server, env }) => {
        const child = start(['worker', '--quiet', '--threads', '1'], { env })
        const ended = end(child)
        // It says nothing, but is seen at the server.
        while (clients(server) < 2) await delay(50)
        child.kill('SIGINT')
        expect(await ended).toMatchObject({ exitCode: 130, stdout: '', stderr: 'isacnet: stopped; nothing is lost\n' })
      }))

    it.each([
      ['SIGTERM', 143, 'connect .*port: PORT', ''],
      ['SIGHUP', 129, 'write .*is ready', 'finishing the blocks at hand\nisacnet: '],
      ['SIGINT', 130, 'socket .*"trials":', 'finishing the blocks at hand\nisacnet: '],
    ] as const)('end with %s by %i at ‘%s’, and lose nothing', (signal, code, event, said) =>
      withQueue(async ({ server, env, worker }) => {
        const argv = ['simulate', '--set', 'K=2', '--fidelity', 'channel', '--trials', '4000', '--json']
        const study = end(start([...argv, '--engine', 'redis'], { env }))
        const ended = await signalled(['worker', '--threads', '1'], signal, event.replace('PORT', `${server.port}`), {
          env,
        })
        expect(ended).toMatchObject({ exitCode: code, stdout: '' })
        expect(ended.stderr.replace(/^isacnet: a worker .* is ready\nisacnet: /, '')).toBe(
          `${said === '' ? 'isacnet: ' : said}stopped; nothing is lost\n`,
        )
        const next = await worker()
        expect(result(await study)).toEqual(result(await capture([...argv, '--threads', '1'])))
        next.child.kill('SIGTERM')
        expect((await next.ended).exitCode).toBe(143)
      }),
    )

    it.skipIf(!existsSync('/proc/self/cmdline'))('hide a password from the list of processes', () =>
      withQueue(async ({ server, worker }) => {
        const { child } = await worker('--redis', server.url)
        const title = await readFile(`/proc/${child.pid}/cmdline`, 'utf8')
        expect(title).toMatch(/^isacnet/)
        expect(title).not.toContain(encodeURIComponent(server.password))
      }),
    )
  })

describe('a queue that cannot be', () => {
  const refused = async (argv: string[], env = {}): Promise<string> => {
    const { exitCode, stdout, stderr } = await capture(argv, { env })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^isacnet: [^\n]*\n$/)
    return stderr
  }

  it('is refused in one line, without the password', async () => {
    expect(await refused(['worker'])).toBe('isacnet: --redis must be given, or ISACNET_REDIS_URL be set\n')
    expect(await refused(['simulate', '--engine', 'redis'])).toContain('--redis must be given')
    expect(await refused(['simulate', '--engine', 'reddis'])).toContain('did you mean ‘redis’?')
    expect(await refused(['simulate', '--redis', 'redis://host'])).toContain('left out without --engine redis')
    const queue = ['--engine', 'redis', '--redis', 'redis://:secret@host']
    expect(await refused(['simulate', ...queue, '--threads', '3'])).toContain('--threads must be left out')
    expect(await refused(['simulate', ...queue, '--queue', 'a b'])).toContain('queue must be 1 to 64 letters')
    expect(await refused(['worker', '--threads', '0', '--redis', 'redis://host'])).toContain(
      'threads must be an integer',
    )
    for (const argv of [['worker'], ['simulate', '--engine', 'redis']])
      expect(await refused(argv, { ISACNET_REDIS_URL: 'http://:secret@host' })).not.toContain('secret')
  })

  it('is missed in one line', { timeout: 60_000 }, async () => {
    const argv = ['simulate', '--engine', 'redis', '--redis', 'redis://:secret@127.0.0.1:1']
    const { exitCode, stdout, stderr } = await capture(argv)
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^isacnet: Redis at redis:\/\/127\.0\.0\.1:1: not reached within 5 s[^\n]*\n$/)
  })
})
