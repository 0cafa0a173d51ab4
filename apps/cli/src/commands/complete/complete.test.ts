import { spawnSync } from 'node:child_process'
import { figures } from '@isacnet/figures'
import { describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'
import { buildProgram } from '../../program.js'

const candidates = async (...words: string[]): Promise<string[]> => {
  const { exitCode, stdout, stderr } = await capture(['complete', '--', ...words])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return stdout.trimEnd().split('\n')
}

describe('isacnet complete', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])(
    'prints a script for %s',
    async (shell) => {
      const { exitCode, stdout, stderr } = await capture(['complete', shell])
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      expect(stdout).toMatch(/isacnet complete '?--/)
    },
    30_000,
  )

  it('offers commands', async () => {
    expect((await candidates('ev')).map((line) => line.split('\t')[0])).toEqual(['evaluate', ':4'])
  })

  it('offers options and their values', async () => {
    expect((await candidates('evaluate', '--sensing-c'))[0]).toMatch(/^--sensing-clusters\t/)
    expect(await candidates('evaluate', '--sensing-clusters', '')).toEqual(['bs-centric\t', 'target-centric\t', ':4'])
  })

  it('offers parameters to set, without a blank after the equals sign', async () => {
    expect(await candidates('evaluate', '--set', 'usersP')).toEqual([
      'usersPerCell=\tK: users served at once by a base station',
      ':6',
    ])
  })

  it('offers figures, and directories for --out', async () => {
    expect((await candidates('reproduce', '')).map((line) => line.split('\t')[0])).toEqual([
      ...figures.map(({ id }) => id),
      ...['all', ':4'],
    ])
    expect(await candidates('reproduce', 'fig4', '--out', '')).toEqual([':16'])
  })

  it('offers objectives, metrics, and files for the picture of a region', async () => {
    const objectives = await candidates('optimize', '--objective', '')
    expect(objectives.slice(0, 3)).toEqual(['communication\t', 'sensing\t', 'sum\t'])
    expect(objectives).toContain('communication-percentile-rate:5%\t')
    expect(await candidates('region', '--metric', '')).toEqual(['rate\t', 'ase\t', ':4'])
    expect(await candidates('region', '--out', '')).toEqual([':0'])
  })

  it.each([
    [':0', 'sweep bi'],
    [':0', 'sweep --resume bi'],
    [':0', 'check '],
    [':0', 'init '],
    [':0', 'simulate --resume '],
    [':0', 'topology --out '],
    [':16', 'sweep study.yaml --cache '],
    [':16', 'sweep study.yaml --out '],
    [':16', 'audit --out '],
    [':16', 'merge '],
    [':16', 'merge shards/1 sh'],
    [':16', 'diff '],
    [':16', 'diff before '],
    [':4', 'sweep study.yaml --seed '],
    [':4', 'evaluate '],
  ])('answers %s to isacnet %s', async (directive, words) => {
    expect((await candidates(...words.split(' '))).at(-1)).toBe(directive)
  })

  it('knows what every path leads to that an option or an argument takes', async () => {
    const output = { write: () => undefined }
    const { commands } = await buildProgram(['complete'], { stdout: output, stderr: output, env: {} })
    for (const command of commands)
      for (const { long, flags } of command.options.filter(({ flags }) => /file|dir/i.test(flags)))
        expect(await candidates(command.name(), String(long), ''), `${command.name()} ${flags}`).toEqual([
          /file/.test(flags) ? ':0' : ':16',
        ])
  })

  it('offers files to check', async () => {
    expect(await candidates('check', '')).toEqual([':0'])
    expect((await candidates('check', '--j'))[0]).toMatch(/^--json\t/)
  })
})

const installed = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

describe('the script', () => {
  const script = async (shell: string): Promise<string> => (await capture(['complete', shell])).stdout

  it.skipIf(!installed('bash'))(
    'of bash may be read twice, without bash-completion, and falls back to files',
    async () => {
      const twice = `${await script('bash')}\n`.repeat(2)
      const { stdout, stderr } = spawnSync('bash', ['--norc'], {
        input: `${twice}complete -p isacnet
isacnet() { printf '%s\\n' "$*" 'bs-centric' ':4'; }
compopt() { :; }
COMP_WORDS=(isacnet evaluate --sensing-clusters b) COMP_CWORD=3
__isacnet_complete; echo "\${COMPREPLY[@]}"`,
        encoding: 'utf8',
      })
      expect({ stdout, stderr }).toEqual({
        stdout: 'complete -o default -F __isacnet_complete isacnet\nbs-centric\n',
        stderr: '',
      })
    },
  )

  it.skipIf(!installed('zsh'))('of zsh says what it needs', async () => {
    const read = (before: string, text: string) =>
      spawnSync('zsh', ['-f'], { input: `${before}${text}`, encoding: 'utf8' })
    const text = `. /dev/fd/3 3<<'END'\n${await script('zsh')}\nEND\nprint -r -- $_comps[isacnet]\n`
    expect(read('', text).stderr).toContain('put  autoload -Uz compinit && compinit  before it in ~/.zshrc')
    expect(read('autoload -Uz compinit && compinit -u -D\n', text)).toMatchObject({ stdout: '_isacnet\n', stderr: '' })
  })
})
