import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-audit-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('isacnet audit', { timeout: 60_000 }, () => {
  it('prints one document, of the claims that were asked for, in their order', async () => {
    const { exitCode, stdout, stderr } = await capture(['audit', 'C12', 'C2', '--trials', '2000', '--json'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({ format: 'isacnet-audit', simulation: { seed: 1, trials: 2000 } })
    expect(document.claims.map(({ id, verdict }: Record<string, string>) => [id, verdict])).toEqual([
      ['C2', 'holds'],
      ['C12', 'holds'],
    ])
  })

  it('writes every form, and the same bytes from what an earlier run kept', async () => {
    const out = join(directory, 'made', 'audit')
    const argv = ['audit', 'C12', '--trials', '2000', '--seed', 'other', '--out', out]
    const first = await capture(argv)
    expect(first.exitCode).toBe(0)
    const lines = first.stdout.trimEnd().split('\n')
    expect(lines[1]).toMatch(/^C12 +holds +yes /)
    const names = ['audit.csv', 'audit.md', 'audit.json']
    expect(lines.slice(-3)).toEqual(names.map((name) => join(out, name)))
    const files = await readdir(out)
    expect(files.filter((name) => /^error-of-theorem-[123]-.*\.(svg|png)$/.test(name))).toHaveLength(12)
    expect(await readFile(join(out, 'error-maps.csv'), 'utf8')).toMatch(/^map,title,/)
    const contents = () => Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
    const written = await contents()
    expect((await readdir(join(out, '.isacnet-simulations'))).length).toBeGreaterThan(0)
    expect(await capture(argv)).toEqual(first)
    expect(await contents()).toEqual(written)
  })

  it.each([
    [['audit', 'C99'], /^isacnet: unknown claim ‘C99’: .*permitted: C1, C2/],
    [['audit', '--trials', '0'], /^isacnet: trials must be an integer ≥ 1, got ‘0’\n$/],
    [['audit', '--threads', 'two'], /^isacnet: threads must be /],
    [['audit', '--out', '/dev/null'], /^isacnet: --out must be a directory/],
  ])('refuses %j with one line', async (argv, message) => {
    const { exitCode, stdout, stderr } = await capture(argv)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})
