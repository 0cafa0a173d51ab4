import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'
import { signalled } from '../../../test/signalled.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-sweep-'))
})
afterEach(() => rm(directory, { recursive: true }))

const scenario = (text: string, name = 'study.yaml'): Promise<string> => {
  const path = join(directory, name)
  return writeFile(path, text).then(() => path)
}

const theorems = `
title: Users
network: { L: 2 }
sweep: [{ vary: K, values: [1, 2, 3, 4] }]
compute: [{ theorem: {} }]
`

/** Whole networks, so that there is something to kill. */
const simulations = `
title: Networks
network: { L: 2 }
sweep: [{ vary: K, values: [1, 3, 5] }]
compute:
  - simulation: { fidelity: channel, trials: 3000 }
  - theorem: {}
`

/** Every file but the journal, which tells how the results came about. */
const results = async (out: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(out))
        .filter((name) => name !== 'journal.jsonl')
        .sort()
        .map(async (name) => [name, await readFile(join(out, name), 'base64')] as const),
    ),
  )

describe('isacnet sweep', { timeout: 300_000 }, () => {
  it('ends with the bytes of an undisturbed run, however often it is killed', async () => {
    const file = await scenario(simulations)
    const whole = join(directory, 'whole')
    expect((await capture(['sweep', file, '--out', whole, '--threads', '1'])).exitCode).toBe(0)
    const out = join(directory, 'killed')
    const argv = ['sweep', file, '--out', out, '--threads', '1', '--quiet']
    for (const [event, occurrence] of [
      ['openSync .*study\\.lock$', 1],
      ['openSync .*journal\\.jsonl\\.new$', 1],
      ['writeSync .*journal\\.jsonl$', 1],
      ['writeSync .*journal\\.jsonl$', 6],
      ['renameSync .*results\\.csv$', 1],
    ] as const)
      expect(await signalled(argv, 'SIGKILL', event, { occurrence })).toMatchObject({ signal: 'SIGKILL', stderr: '' })
    expect((await capture(argv)).exitCode).toBe(0)
    expect(await results(out)).toEqual(await results(whole))
  })

  it('ends with 130 when interrupted, and goes on', async () => {
    const file = await scenario(simulations)
    const out = join(directory, 'out')
    const argv = ['sweep', file, '--out', out, '--threads', '1']
    const { exitCode, stderr } = await signalled(argv, 'SIGINT', 'openSync .*journal\\.jsonl$')
    expect(exitCode).toBe(130)
    expect(stderr).toMatch(/^isacnet: interrupted; [^\n]*\n$/)
    expect((await readdir(out)).some((name) => name.startsWith('results'))).toBe(false)
    expect((await capture(['sweep', file, '--out', out])).exitCode).toBe(0)
    const whole = join(directory, 'whole')
    await capture(['sweep', file, '--out', whole])
    expect(await results(out)).toEqual(await results(whole))
  })

  it('has the same bytes in shards, which merge takes together and diff finds equal', async () => {
    const file = await scenario(theorems)
    const out = (name: string): string => join(directory, name)
    expect((await capture(['sweep', file, '--out', out('whole')])).exitCode).toBe(0)
    for (const shard of ['1/2', '2/2'])
      expect((await capture(['sweep', file, '--shard', shard, '--out', out(shard.slice(0, 1))])).exitCode).toBe(0)
    expect((await capture(['merge', out('2'), out('1'), '--out', out('merged')])).exitCode).toBe(0)
    expect(await results(out('merged'))).toEqual(await results(out('whole')))
    expect(await capture(['diff', out('whole'), out('merged')])).toMatchObject({ exitCode: 0, stderr: '' })

    expect((await capture(['sweep', file, '--set', 'alpha=3', '--out', out('steep')])).exitCode).toBe(0)
    const { exitCode, stdout, stderr } = await capture(['diff', out('whole'), out('steep'), '--json'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: 'isacnet: 8 of 8 values changed\n' })
    expect(JSON.parse(stdout).changed).toHaveLength(8)
  })

  it('says why it computes what it computes, and reuses the rest', async () => {
    const file = await scenario(theorems)
    const out = join(directory, 'out')
    await capture(['sweep', file, '--out', out])
    await writeFile(file, theorems.replace('[1, 2, 3, 4]', '[1, 2, 3, 6]'))
    const refused = await capture(['sweep', file, '--out', out])
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^isacnet: [^\n]*--resume[^\n]*\n$/)
    const { exitCode, stderr } = await capture(['sweep', file, '--out', out, '--resume', '--verbose'])
    expect(exitCode).toBe(0)
    expect(stderr.match(/^isacnet: point 3, theorem: .+$/gm)).toHaveLength(1)
    expect(stderr).not.toMatch(/point [012], theorem/)
  })

  it('goes on in the directory of a run on a machine that went down, after the lease or on request', async () => {
    const file = await scenario(theorems)
    const out = join(directory, 'out')
    const lockOf = async (secondsAgo: number): Promise<void> => {
      await mkdir(out, { recursive: true })
      const lock = join(out, 'study.lock')
      await writeFile(lock, '{"pid":31881,"host":"node-a","started":"1","place":"there","id":"its"}\n')
      const then = Date.now() / 1000 - secondsAgo
      await utimes(lock, then, then)
    }
    await lockOf(59)
    const waited = await capture(['sweep', file, '--out', out])
    expect(waited.exitCode).toBe(0)
    expect(waited.stderr).toMatch(
      /in use by process 31881 on node-a, which gave a sign of life \d+ s ago; .*waiting for [12] s/,
    )
    await lockOf(0)
    expect((await capture(['sweep', file, '--out', out, '--take-over'])).exitCode).toBe(0)
    expect(await readdir(out)).not.toContain('study.lock')
  })

  it('prints one document', async () => {
    const file = await scenario(theorems)
    const { exitCode, stdout } = await capture(['sweep', file, '--out', join(directory, 'out'), '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.stringify(JSON.parse(stdout))).toContain('results.csv')
  })

  it.each([
    [['sweep', 'nowhere.yaml'], /the scenario must be a file that can be read.*there is no file of that name/],
    [['sweep', 'FILE', '--shard', '3/2'], /--shard must be i\/n with 1 ≤ i ≤ n, got ‘3\/2’/],
    [['sweep', 'FILE', '--shard', '1/9'], /--shard must be of at most 4 shards/],
    [['sweep', 'FILE', '--resume', '--force'], /--force must be left out with --resume/],
    [['sweep', 'FILE', '--set', 'alpha=2'], /pathLossExponent \(α\) must be a finite number > 2, got 2/],
    [['sweep', 'FILE', '--threads', '0'], /threads must be an integer ≥ 1/],
    [['sweep', 'FILE', '--redis', 'redis://x'], /--redis must be left out without --engine redis/],
    [['merge', 'DIR', '--out', 'OUT'], /DIR’ must be the directory of a shard/],
    [['diff', 'DIR', 'DIR'], /it has no results\.jsonl/],
    [['diff', 'DIR', 'DIR', '--significance', '2'], /significance must be between 0 and 1/],
  ])('refuses %j with one line', async (argv, message) => {
    const file = await scenario(theorems)
    await mkdir(join(directory, 'DIR'))
    const words = argv.map((word) => (word === 'FILE' ? file : /^(DIR|OUT)$/.test(word) ? join(directory, word) : word))
    if (words[0] === 'sweep' && words.length > 2) words.push('--out', join(directory, 'out'))
    const { exitCode, stdout, stderr } = await capture(words)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd()).not.toContain('\n')
    expect(await readdir(directory)).toEqual(['DIR', 'study.yaml'])
  })
})
