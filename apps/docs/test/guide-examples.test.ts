import { spawn } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runExamples } from '../../../tooling/checks/src/readme-examples.js'

const guide = fileURLToPath(new URL('../pages/guide', import.meta.url))
const command = fileURLToPath(new URL('../../cli/src/main.ts', import.meta.url))
const patience = 240_000

/** `command.md` is made from the README of the command, which its own tests execute. */
const pages = (await readdir(guide)).filter((name) => name.endsWith('.md') && name !== 'command.md').sort()

const texts = new Map(
  await Promise.all(pages.map(async (name) => [name, await readFile(join(guide, name), 'utf8')] as const)),
)

interface Session {
  readonly page: string
  readonly command: string
  readonly output: string
}

const sessions: Session[] = [...texts].flatMap(([page, text]) =>
  [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((session) => {
        const [first = '', ...lines] = session.split('\n')
        return { page, command: first, output: lines.join('\n') }
      }),
  ),
)

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-guide-'))
  await copyFile(join(guide, '../public/city.csv'), join(directory, 'city.csv'))
})
afterAll(() => rm(directory, { recursive: true }))

/** Runs a command and returns its output, both streams. */
const outputOf = (argv: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = ['--import', import.meta.resolve('tsx'), '--conditions', '@isacnet/source', command, ...argv]
    const child = spawn(process.execPath, options, { cwd: directory })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
    child.on('error', reject)
    child.on('close', () => resolve(text))
  })

describe('the guide', () => {
  it('has examples', () => {
    expect(pages).toContain('first-steps.md')
    expect(sessions.length).toBeGreaterThanOrEqual(3)
  })

  it.each(pages.filter((name) => /^```ts$/m.test(texts.get(name) ?? '')))(
    '%s: code prints what it says',
    { timeout: patience },
    async (name) => {
      const examples = await runExamples(join(guide, name))
      expect(examples.length).toBeGreaterThan(0)
      for (const { code, expected, actual } of examples) expect(actual, code).toEqual(expected)
    },
  )

  it.each(sessions)('$page: $ $command', { timeout: patience }, async ({ command: line, output }) => {
    const [name, ...argv] = line.split(' ')
    expect(name).toBe('isacnet')
    // Error estimates depend on how an integral is computed; a guide needn't follow that.
    // Nor on the clock.
    const plain = (text: string): string =>
      text
        .replace(/ +1e-\d+/g, ' 1e-…')
        .replace(/ +error </g, ' error <')
        .replace(/^time .*$/m, 'time')
        .replace(/trials in .*$/m, 'trials')
    expect(plain(await outputOf(argv))).toBe(plain(output))
  })
})
