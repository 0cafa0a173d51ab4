import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from './captured-io.js'
import { signalled } from './signalled.js'
import { end, start } from './source-process.js'

const codes = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
  SIGQUIT: 131,
  SIGUSR1: 138,
  SIGUSR2: 140,
  SIGXCPU: 152,
} as const
type Signal = keyof typeof codes

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'isacnet-signals-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** All files, but for the journal, which tells how results came about, and the time that it took. */
const content = async (path: string): Promise<Record<string, string>> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'journal.jsonl')
  const texts = files.map(async ({ parentPath, name }) => {
    const text = await readFile(join(parentPath, name), 'latin1')
    return [join(parentPath, name).slice(path.length), text.replace(/"elapsedSeconds": [^,\n]+/, '')] as const
  })
  return Object.fromEntries((await Promise.all(texts)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Locks and temporary files. */
const leftBehind = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true })).filter((name) => /\.(lock|tmp|new)/.test(name))

const scenario = (): string => {
  const path = join(shared, 'study.yaml')
  writeFileSync(
    path,
    `
network: { L: 2 }
sweep: [{ vary: K, values: [1, 3] }]
compute:
  - simulation: { fidelity: channel, trials: 2000 }
  - theorem: {}
`,
  )
  return path
}

/** Files that several tests read. */
const shared = mkdtempSync(join(tmpdir(), 'isacnet-signals-'))
afterAll(() => rmSync(shared, { recursive: true }))
const study = scenario()
const shards = ['1/2', '2/2'].map((shard) => ({ shard, out: join(shared, `shard-${shard[0]}`) }))
const simulation = ['--set', 'K=2', '--set', 'Q=2', '--trials', '60_000']

/** Each writes into a directory. Threads of their own take a second to start; no byte depends on them. */
const commands: Readonly<Record<string, (out: string, threads?: '1' | '2') => Promise<readonly string[]>>> = {
  simulate: async (out, threads = '1') => {
    const file = join(out, 'run.json')
    const saved = (await readdir(out).catch((): string[] => [])).includes('run.json')
    return saved
      ? ['simulate', '--resume', file, ...simulation.slice(4), '--threads', threads]
      : ['simulate', ...simulation, '--threads', threads, '--out', file]
  },
  sweep: async (out, threads = '1') => ['sweep', study, '--out', out, '--threads', threads],
  reproduce: async (out) => ['reproduce', 'fig7', '--trials', '1000', '--format', 'csv,svg', '--out', out],
  audit: async (out) => ['audit', 'C12', '--trials', '1000', '--out', out],
  merge: async (out) => {
    for (const { shard, out: its } of shards)
      if (!(await readdir(shared)).includes(`shard-${shard[0]}`))
        expect((await capture(['sweep', study, '--shard', shard, '--out', its, '--threads', '1'])).exitCode).toBe(0)
    return ['merge', ...shards.map(({ out: its }) => its), '--out', out]
  },
}

const undisturbed = new Map<string, Promise<Record<string, string>>>()
const expected = (name: string): Promise<Record<string, string>> => {
  const run = async () => {
    const out = join(shared, `undisturbed-${name}`)
    expect((await capture(await commands[name]!(out))).exitCode).toBe(0)
    return content(out)
  }
  const known = undisturbed.get(name) ?? run()
  undisturbed.set(name, known)
  return known
}

describe('a signal', { timeout: 300_000 }, () => {
  it.each([
    ['simulate', 'SIGHUP', 'the directory is made, and known to take files', 'rmSync .*\\.tmp$', 1],
    ['simulate', 'SIGINT', 'it is saved for the first time', 'renameSync .*run\\.json$', 1],
    ['sweep', 'SIGINT', 'the directory is locked', 'openSync .*study\\.lock$', 1],
    ['sweep', 'SIGHUP', 'the third entry is in the journal', 'writeSync .*journal\\.jsonl$', 3],
    ['sweep', 'SIGTERM', 'the first result is written', 'renameSync .*results\\.csv$', 1],
    ['reproduce', 'SIGTERM', 'a mark is kept', 'renameSync .*isacnet-simulations', 2],
    ['reproduce', 'SIGINT', 'the manifest is written', 'renameSync .*manifest\\.json$', 1],
    ['audit', 'SIGHUP', 'a simulation is kept', 'renameSync .*isacnet-simulations', 1],
    ['audit', 'SIGTERM', 'the last file is written', 'renameSync .*audit\\.json$', 1],
    ['merge', 'SIGHUP', 'the directory is locked', 'openSync .*study\\.lock$', 1],
    ['merge', 'SIGINT', 'the manifest is written', 'renameSync .*manifest\\.json$', 1],
    ['merge', 'SIGTERM', 'it has said what it wrote', 'write .*manifest\\.json', 1],
  ] as const)(
    'to %s, %s when %s, ends it; the next run goes on to the same bytes',
    async (name, signal, _, event, n) => {
      const out = join(directory, 'out')
      const { exitCode, stderr, ...ended } = await signalled(await commands[name]!(out, '2'), signal, event, {
        occurrence: n,
      })
      expect({ exitCode, signal: ended.signal }, stderr).toEqual({ exitCode: codes[signal], signal: null })
      expect(stderr).toMatch(/^isacnet: interrupted[^\n]*\n$/)
      expect(await leftBehind(directory)).toEqual([])
      const next = await capture(await commands[name]!(out))
      expect(next.exitCode, next.stderr).toBe(0)
      expect(await content(out)).toEqual(await expected(name))
    },
  )

  it.each(['SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGXCPU'] as const)('%s ends a study likewise', async (signal) => {
    const out = join(directory, 'out')
    const argv = await commands.sweep!(out, '2')
    expect(await signalled(argv, signal, 'openSync .*study\\.lock$')).toMatchObject({
      exitCode: codes[signal satisfies Signal],
      stderr: expect.stringMatching(/^isacnet: interrupted[^\n]*\n$/),
    })
    expect(await leftBehind(directory)).toEqual([])
  })

  it('that is the second ends the process at once, without its lock', async () => {
    const out = join(directory, 'out')
    const argv = await commands.sweep!(out, '2')
    expect(await signalled(argv, 'SIGINT SIGTERM', 'writeSync .*journal\\.jsonl$', { occurrence: 2 })).toEqual({
      exitCode: 143,
      signal: null,
      stdout: '',
      stderr: '',
    })
    expect(await readdir(out)).toEqual(['journal.jsonl'])
    expect((await capture(await commands.sweep!(out))).exitCode).toBe(0)
    expect(await content(out)).toEqual(await expected('sweep'))
  })

  it('leaves no directory that was made for nothing', async () => {
    const made = join(directory, 'made', 'for this')
    const ended = await signalled(await commands.simulate!(made, '2'), 'SIGTERM', 'mkdirSync .*for this$')
    expect(ended).toMatchObject({ exitCode: 143, stdout: '' })
    expect(await readdir(directory)).toEqual([])
  })

  it('doesn’t matter to what takes nothing: the system ends it', async () => {
    const ended = await signalled(['parameters'], 'SIGTERM', '^write ')
    expect(ended).toMatchObject({ exitCode: null, signal: 'SIGTERM', stderr: '' })
  })
})

it('gives the lock back also when nobody reads what is said', { timeout: 300_000 }, async () => {
  const out = join(directory, 'out')
  const child = start(['sweep', study, '--out', out, '--json'])
  child.stdout?.destroy()
  expect(await end(child)).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await leftBehind(directory)).toEqual([])
})
