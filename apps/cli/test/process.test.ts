import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { version } from '../package.json'
import { signalled } from './signalled.js'
import { end, start } from './source-process.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-process-'))
})
afterEach(() => rm(directory, { recursive: true }))

const timeout = 30_000

describe('the process', { timeout }, () => {
  it('prints its version and nothing else', async () => {
    expect(await end(start(['--version']))).toEqual({ exitCode: 0, signal: null, stdout: `${version}\n`, stderr: '' })
  })

  it.each([
    ['--version', /packages\/(?!model)|cli\/src\/commands\/[a-z]+\//],
    ['--help', /packages\/(?!model)|cli\/src\/commands\/[a-z]+\//],
    // The names of methods, deployments and the like are those of their tables.
    ['evaluate --help', /packages\/(simulation|engine|optimization|drawing|figures|audit|scenario|study)\//],
    ['simulate --help', /packages\/(engine|optimization|drawing|figures|audit|scenario|study)\//],
  ])('starts %s without loading what it does not need', async (argv, needless) => {
    const child = start(argv.split(' '), { env: { ...process.env, NODE_V8_COVERAGE: directory } })
    expect((await end(child)).exitCode).toBe(0)
    const files = await readdir(directory)
    const scripts = (await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8'))))
      .flatMap((text): { url: string }[] => JSON.parse(text).result)
      .map(({ url }) => url)
    expect(scripts.some((url) => url.includes('/program.ts'))).toBe(true)
    const heavy = /observablehq|linkedom|resvg|bomb\.sh|mathjs|\/(evaluate|simulate|complete)\.ts/
    expect(scripts.filter((url) => heavy.test(url) || needless.test(url))).toEqual([])
  })

  it('ends with 2 on invalid input, with one line', async () => {
    const { exitCode, stdout, stderr } = await end(start(['evaluate', '--set', 'K=2.5']))
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toBe('isacnet: usersPerCell (K) must be an integer ≥ 1, got 2.5\n')
  })

  it('ends quietly when nobody reads', async () => {
    const child = start(['parameters'])
    child.stdout?.destroy()
    expect(await end(child)).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' })
  })

  it.skipIf(!existsSync('/dev/full'))('says so when its output can’t be written', async () => {
    const full = await open('/dev/full', 'w')
    const child = start(['parameters'], { stdio: ['ignore', full.fd, 'pipe'] })
    const { exitCode, stderr } = await end(child)
    await full.close()
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^isacnet: could not write to stdout: [^\n]+\n$/)
  })

  it('ends with 130 when interrupted and leaves only finished figures', async () => {
    const argv = ['reproduce', 'all', '--fidelity', 'none', '--out', directory, '--format', 'csv']
    const { exitCode, stdout, stderr } = await signalled(argv, 'SIGINT', '^write .*fig4')
    expect(exitCode).toBe(130)
    expect(stderr).toBe('isacnet: interrupted; files that were not finished have been removed\n')
    const finished = stdout.trimEnd().split('\n')
    expect((await readdir(directory)).map((name) => join(directory, name)).sort()).toEqual(finished.sort())
  })
})

describe('isacnet complete', { timeout }, () => {
  it('prints a script that bash accepts', async () => {
    const { exitCode, stdout } = await end(start(['complete', 'bash']))
    expect(exitCode).toBe(0)
    const script = join(directory, 'completion.bash')
    await writeFile(script, stdout)
    execFileSync('bash', ['-n', script])
    expect(stdout).toMatch(/^complete .*-F __isacnet_complete isacnet$/m)
  })
})
