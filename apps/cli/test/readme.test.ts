import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderSvg } from '@isacnet/drawing'
import { computeFigure } from '@isacnet/figures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runExamples } from '../../../tooling/checks/src/readme-examples.js'
import { end, start } from './source-process.js'

const cli = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-readme-'))
})
afterAll(() => rm(directory, { recursive: true }))

interface Session {
  readonly command: string
  readonly output: string
}

/** The `$ isacnet …` lines of the console blocks, each with what is shown below it. */
const sessions = (markdown: string): Session[] =>
  [...markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text) => {
        const [command = '', ...lines] = text.split('\n')
        return { command, output: lines.join('\n') }
      }),
  )

/** Error estimates depend on how an integral is computed; a README needn't follow that. */
const withoutErrorEstimates = (output: string): string =>
  output.replace(/ +1e-\d+/g, ' 1e-…').replace(/ +error </g, ' error <')

describe.each([
  ['README.md', 1],
  ['apps/cli/README.md', 21],
])('%s', (path, count) => {
  it('shows what the commands print', async () => {
    const shown = sessions(await readFile(join(root, path), 'utf8'))
    expect(shown).toHaveLength(count)
    for (const { command, output } of shown) {
      const [name, ...argv] = command.split(' ')
      expect(name).toBe('isacnet')
      const { stdout, stderr } = await end(start(argv, { cwd: directory }))
      expect(withoutErrorEstimates(stdout + stderr), command).toBe(withoutErrorEstimates(output))
    }
  }, 240_000)
})

describe('the README of the repository', () => {
  it('has library examples that print what they say', async () => {
    // The root has no dependencies on the packages; the command has.
    const folder = await mkdtemp(join(cli, '.readme-'))
    try {
      await copyFile(join(root, 'README.md'), join(folder, 'README.md'))
      const examples = await runExamples(join(folder, 'README.md'))
      expect(examples).toHaveLength(1)
      for (const { code, expected, actual } of examples) expect(actual, code).toEqual(expected)
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 30_000)

  it('shows the region that the command draws', async () => {
    const file = 'region-rates.svg'
    await end(start(['region', '--metric', 'rate', '--max-targets', '5', '--out', file], { cwd: directory }))
    expect(await readFile(join(root, 'media', file), 'utf8')).toBe(await readFile(join(directory, file), 'utf8'))
  }, 30_000)

  it('shows the picture that the command draws', async () => {
    const svg = await renderSvg(await computeFigure('fig5', { simulation: { fidelity: 'gain-law' } }))
    expect(await readFile(join(root, 'media/fig5-ase-vs-users.svg'), 'utf8')).toBe(svg)
  }, 30_000)
})
