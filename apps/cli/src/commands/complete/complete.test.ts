import { describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

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
      ...['fig4', 'fig5', 'fig6', 'fig7', 'fig8', 'fig9', 'fig10', 'fig11', 'fig12', 'all'],
      ':4',
    ])
    expect(await candidates('reproduce', 'fig4', '--out', '')).toEqual([':16'])
  })

  it('offers objectives, metrics, and files for the picture of a region', async () => {
    expect(await candidates('optimize', '--objective', '')).toEqual(['communication\t', 'sensing\t', 'sum\t', ':4'])
    expect(await candidates('region', '--metric', '')).toEqual(['rate\t', 'ase\t', ':4'])
    expect(await candidates('region', '--out', '')).toEqual([':0'])
  })

  it('offers files to check', async () => {
    expect(await candidates('check', '')).toEqual([':0'])
    expect((await candidates('check', '--j'))[0]).toMatch(/^--json\t/)
  })
})
