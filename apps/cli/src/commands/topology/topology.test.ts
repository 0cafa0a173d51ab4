import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-topology-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('isacnet topology', { timeout: 60_000 }, () => {
  it('draws the same drop for the same seed, another for another', async () => {
    const draw = async (name: string, seed: string) => {
      const out = join(directory, name)
      const argv = ['topology', '--set', 'K=5', '--set', 'L=2', '--seed', seed, '--out', out]
      expect(await capture(argv)).toEqual({ exitCode: 0, stdout: `${out}\n`, stderr: '' })
      return readFile(out, 'utf8')
    }
    const first = await draw('a.svg', '4')
    expect(first).toMatch(/^<svg .*One drop/s)
    expect(await draw('b.svg', '4')).toBe(first)
    expect(await draw('c.svg', '5')).not.toBe(first)
  })

  it('writes a PNG, and prints the drop for programs', async () => {
    const out = join(directory, 'drop.png')
    const argv = [
      'topology',
      '--set',
      'J=5',
      '--set',
      'Q=3',
      '--set',
      'Mt=12',
      '--out',
      out,
      '--json',
      '--all-requests',
    ]
    const { exitCode, stdout } = await capture(argv)
    expect(exitCode).toBe(0)
    expect((await readFile(out)).subarray(1, 4).toString()).toBe('PNG')
    const { counts, requests, otherRequests } = JSON.parse(stdout)
    expect(counts.requests).toBe(10 * counts.stations)
    expect(counts.abandoned).toBeGreaterThan(0)
    expect(requests).toHaveLength(10)
    expect(otherRequests.length).toBeGreaterThan(100)
  })

  it('colours by rates at a stage, without requests that are not made', async () => {
    const out = join(directory, 'drop.svg')
    const rates = async (...more: string[]) => {
      const argv = ['topology', '--set', 'K=2', '--set', 'L=2', '--seed', '4', '--out', out, '--json', ...more]
      const { exitCode, stdout } = await capture(argv)
      expect(exitCode).toBe(0)
      const { users, requests } = JSON.parse(stdout)
      const own = users.find(({ index }: { index: number }) => index === requests[0].receiver)
      return { rates: own.rates, withheld: requests[0].withheld, svg: await readFile(out, 'utf8') }
    }
    const all = await rates('--stage', 'nulling')
    expect(all.svg).toContain('every request granted')
    expect(all.svg).toContain('mean rate (nat/s/Hz)')
    const without = await rates('--without', '1', '--unit', 'bits')
    expect([all.withheld, without.withheld]).toEqual([false, true])
    expect(without.rates.nulling).toBeLessThan(all.rates.nulling)
    expect(without.rates['no-nulling']).toBe(all.rates['no-nulling'])
    expect(without.svg).toContain('mean rate (bit/s/Hz)')
    expect(without.svg).toContain('request withheld')
  })

  it.each([
    [['--without', '9'], 'withheld must be numbers of requests, from 1 to 0, got 9'],
    [['--stage', 'later'], /unknown stage ‘later’/],
    [['--out', 'drop.pdf'], '--out must be a file that ends in .svg or .png, got ‘drop.pdf’'],
    [['--set', 'K=0'], 'usersPerCell (K) must be an integer ≥ 1, got 0'],
    [['--sensing-clusters', 'bs'], /unknown kind of sensing clusters ‘bs’/],
    [
      ['--seed', ''],
      'seed must be an integer from −(2⁵³ − 1) to 2⁵³ − 1 or a string that isn’t empty, got an empty value',
    ],
  ])('refuses %j with one line, and writes nothing', async (argv, message) => {
    const { exitCode, stdout, stderr } = await capture(['topology', '--out', join(directory, 'x.svg'), ...argv])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    if (typeof message === 'string') expect(stderr).toBe(`isacnet: ${message}\n`)
    else expect(stderr).toMatch(message)
    expect(await readdir(directory)).toEqual([])
  })
})
