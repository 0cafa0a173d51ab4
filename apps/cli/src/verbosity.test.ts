import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capture } from '../test/captured-io.js'
import { buildProgram } from './program.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-verbosity-'))
})
afterAll(() => rm(directory, { recursive: true }))

const silent = { write: () => undefined }
const program = await buildProgram(['complete'], { stdout: silent, stderr: silent, env: {} })

describe('every command', () => {
  it('has --quiet and --verbose', () => {
    expect(program.commands.length).toBeGreaterThan(15)
    for (const command of program.commands) {
      const flags = command.options.map(({ flags }) => flags)
      expect(flags, command.name()).toEqual(expect.arrayContaining(['-q, --quiet', '-v, --verbose']))
    }
  })

  it('refuses both', async () => {
    expect(await capture(['evaluate', '--quiet', '--verbose'])).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'isacnet: --quiet must be left out with --verbose, got both\n',
    })
  })

  it.each([
    ['reproduce fig4 --fidelity none --format csv --out @/figures', true],
    ['init @/a.yaml', true],
    ['topology --out @/drop.svg', true],
    ['region --set Mt=6 --out @/region.csv', false],
    ['evaluate', false],
    ['simulate --threads 1 --trials 100', false],
  ])('with --quiet, %s shows no progress and names no file', async (line, nothing) => {
    const words = `${line} --quiet`.replaceAll('@', directory).split(' ')
    const { exitCode, stdout, stderr } = await capture(words, { isTTY: true })
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout === '').toBe(nothing)
    expect(stdout).not.toContain(directory)
  })

  it('still says with --quiet what is wrong', async () => {
    const { exitCode, stderr } = await capture(['evaluate', '--quiet', '--set', 'K=0'])
    expect(exitCode).toBe(2)
    expect(stderr).toBe('isacnet: usersPerCell (K) must be an integer ≥ 1, got 0\n')
  })

  it('says with --verbose by which version and how long', async () => {
    const plain = await capture(['evaluate'])
    const { exitCode, stdout, stderr } = await capture(['evaluate', '--verbose'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: plain.stdout })
    expect(stderr).toMatch(
      /^isacnet: version \S+( of commit \S+)?, Node\.js \S+, \S+ \S+\nisacnet: took \d+\.\d\d s; \d+\.\d\d s of processor time\n$/,
    )
  })
})

describe('the examples of the help', () => {
  /** `isacnet …` as far as the shell gives it to the command. */
  const examplesOf = (help: string): string[] =>
    [...help.matchAll(/^ {2}\$ (.*?)(?: {2,}\S.*)?$/gm)].flatMap(([, line = '']) =>
      line
        .replace(/^source <\((.*)\)$/, '$1')
        .split(/ (?:&&|\||>|<) /)
        .flatMap((part) => /^(?:\w+=\S+ )?isacnet (.*)$/.exec(part)?.slice(1) ?? []),
    )

  const helps = async (): Promise<[string, string][]> =>
    Promise.all(
      ['', ...program.commands.map((command) => command.name())].map(
        async (name): Promise<[string, string]> => [name, (await capture(['help', name].filter(Boolean))).stdout],
      ),
    )

  it('are there for each command, of that command, and have flags and values that it takes', async () => {
    await writeFile(join(directory, 'study.yaml'), '')
    for (const [name, help] of await helps()) {
      const examples = examplesOf(help)
      expect(examples.length, name).toBeGreaterThan(0)
      if (name !== '') expect(examples.some((example) => example.split(' ')[0] === name)).toBe(true)
      for (const example of examples) {
        // All is parsed; instead of running, the command ends.
        class Parsed extends Error {}
        const words = example.split(' ')
        const program = await buildProgram(words, { stdout: silent, stderr: silent, env: {} })
        program.hook('preAction', () => {
          throw new Parsed()
        })
        await expect(program.parseAsync(words, { from: 'user' }), example).rejects.toThrow(Parsed)
      }
    }
  })
})
