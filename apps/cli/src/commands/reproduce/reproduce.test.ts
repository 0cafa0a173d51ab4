import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figures } from '@isacnet/figures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-reproduce-'))
})
afterEach(() => rm(directory, { recursive: true }))

describe('isacnet reproduce', () => {
  it('writes every format, names the files, and records their hashes', async () => {
    const out = join(directory, 'made', 'on demand')
    const argv = ['reproduce', 'fig7', '--fidelity', 'none', '--out', out, '--format', 'svg,png,csv,json,pgfplots']
    const { exitCode, stdout, stderr } = await capture(argv)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const name = 'fig7-sensing-rate-vs-matched-filter-gain'
    const names = ['svg', 'png', 'csv', 'json', 'tex', 'manifest.json'].map((extension) => `${name}.${extension}`)
    expect(stdout).toBe(names.map((file) => `${join(out, file)}\n`).join(''))
    expect((await readdir(out)).sort()).toEqual([...names].sort())

    const png = await readFile(join(out, `${name}.png`))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1640, 1000])
    expect(JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')).series).toHaveLength(2)

    const manifest = JSON.parse(await readFile(join(out, `${name}.manifest.json`), 'utf8'))
    expect(manifest).toMatchObject({
      figure: 'fig7',
      isacnet: { version: '0.0.0', commit: null },
      unit: 'nats',
      parameters: { receiveAntennas: 10, pathLossExponent: 4 },
      swept: { parameter: 'matchedFilterGain', axisUnit: 'dB' },
      varied: ['matchedFilterGain'],
    })
    for (const { name: file, sha256 } of manifest.files)
      expect(sha256, file).toBe(
        createHash('sha256')
          .update(await readFile(join(out, file)))
          .digest('hex'),
      )
  })

  it('gives the same bytes every time', async () => {
    const contents = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const out = join(directory, name)
        await capture([
          'reproduce',
          'fig4',
          '--fidelity',
          'none',
          '--out',
          out,
          '--format',
          'svg,png,csv,json,pgfplots',
        ])
        return Promise.all((await readdir(out)).sort().map((file) => readFile(join(out, file), 'base64')))
      }),
    )
    expect(contents[0]).toEqual(contents[1])
    expect(contents[0]).toHaveLength(6)
  })

  it('draws all figures, each once', async () => {
    const { exitCode } = await capture([
      'reproduce',
      'all',
      'fig4',
      '--fidelity',
      'none',
      '--out',
      directory,
      '--format',
      'csv,csv',
    ])
    expect(exitCode).toBe(0)
    expect((await readdir(directory)).sort()).toEqual(
      [...figures.flatMap(({ fileName }) => [`${fileName}.csv`, `${fileName}.manifest.json`]), 'index.html'].sort(),
    )
    const page = await readFile(join(directory, 'index.html'), 'utf8')
    for (const { id, fileName } of figures) {
      expect(page).toContain(`<h2 id="${id}">`)
      expect(page).toContain(`href="${fileName}.csv"`)
      expect(page).toContain(`<code>isacnet reproduce ${id} --fidelity none</code>`)
    }
    // Nothing is fetched from anywhere.
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(page).not.toMatch(/undefined|NaN/)
  }, 240_000)

  it('finds optima by either method', async () => {
    const argv = ['reproduce', 'fig12', '--fidelity', 'none', '--format', 'csv', '--out', directory]
    expect((await capture(argv)).exitCode).toBe(0)
    const path = join(directory, 'fig12-weighted-sum-ase.csv')
    const exact = await readFile(path, 'utf8')
    expect((await capture([...argv, '--method', 'paper'])).exitCode).toBe(0)
    expect(await readFile(path, 'utf8')).not.toBe(exact)
    expect((await capture([...argv, '--method', 'papr'])).stderr).toMatch(
      /^isacnet: unknown method ‘papr’: did you mean ‘paper’/,
    )
  }, 60_000)

  it('labels bits as bits', async () => {
    await capture([
      'reproduce',
      'fig7',
      '--fidelity',
      'none',
      '--out',
      directory,
      '--format',
      'svg,csv',
      '--unit',
      'bits',
    ])
    const texts = await Promise.all(
      ['svg', 'csv'].map((extension) =>
        readFile(join(directory, `fig7-sensing-rate-vs-matched-filter-gain.${extension}`), 'utf8'),
      ),
    )
    for (const text of texts) {
      expect(text).toContain('bit/s/Hz')
      expect(text).not.toContain('nat/s/Hz')
    }
  })

  it('replaces its own files and leaves others alone', async () => {
    await writeFile(join(directory, 'mine.txt'), 'mine')
    await writeFile(join(directory, 'fig7-sensing-rate-vs-matched-filter-gain.csv'), 'old')
    await capture(['reproduce', 'fig7', '--fidelity', 'none', '--out', directory, '--format', 'csv'])
    expect(await readFile(join(directory, 'mine.txt'), 'utf8')).toBe('mine')
    expect(await readFile(join(directory, 'fig7-sensing-rate-vs-matched-filter-gain.csv'), 'utf8')).toContain('figure,')
  })

  it('leaves nothing half-written when a file can’t be put in place', async () => {
    const blocked = 'fig7-sensing-rate-vs-matched-filter-gain.csv'
    await mkdir(join(directory, blocked, 'full'), { recursive: true })
    const { exitCode, stdout, stderr } = await capture([
      'reproduce',
      'fig7',
      '--fidelity',
      'none',
      '--out',
      directory,
      '--format',
      'csv',
    ])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toBe(`isacnet: could not write ‘${join(directory, blocked)}’: there is a directory of that name\n`)
    expect(await readdir(directory)).toEqual([blocked])
  })

  it('makes no directory for a figure that doesn’t exist', async () => {
    const out = join(directory, 'new')
    expect((await capture(['reproduce', 'fig99', '--fidelity', 'none', '--out', out])).exitCode).toBe(2)
    expect(await readdir(directory)).toEqual([])
  })

  it.skipIf(process.getuid?.() === 0)('refuses a directory without permission to write', async () => {
    await chmod(directory, 0o500)
    const { exitCode, stderr } = await capture(['reproduce', 'fig7', '--fidelity', 'none', '--out', directory])
    await chmod(directory, 0o700)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`got ‘${directory}’: permission denied`)
  })

  it('shows progress on a terminal only', async () => {
    const argv = ['reproduce', 'fig7', '--fidelity', 'none', '--out', directory, '--format', 'csv']
    expect((await capture(argv)).stderr).toBe('')
    expect((await capture(argv, { isTTY: true })).stderr).toContain('fig7: point 34 of 34')
  })

  it('marks figures with simulations, which it keeps, and finds them again', async () => {
    const out = join(directory, 'marked')
    const argv = ['reproduce', 'fig4', '--trials', '3000', '--seed', '7', '--out', out, '--format', 'csv,json']
    const first = await capture(argv)
    expect(first).toMatchObject({ exitCode: 0, stderr: '' })
    const name = join(out, 'fig4-communication-rate-vs-users')
    const contents = () =>
      Promise.all(['csv', 'json', 'manifest.json'].map((ext) => readFile(`${name}.${ext}`, 'utf8')))
    const written = await contents()
    const { series } = JSON.parse(written[1]!)
    const marks = series.filter(({ kind }: { kind: string }) => kind === 'marks')
    expect(marks.length).toBeGreaterThan(1)
    for (const { seed, fidelity, points } of marks) {
      expect({ seed, fidelity }).toEqual({ seed: 7, fidelity: 'gain-law' })
      for (const { interval, y, trials } of points) {
        expect(trials).toBeGreaterThanOrEqual(3000)
        expect(interval[0]).toBeLessThan(y)
        expect(interval[1]).toBeGreaterThan(y)
      }
    }
    expect(JSON.parse(written[2]!).simulations).toHaveLength(marks.length)

    const kept = join(out, '.isacnet-simulations')
    const files = await readdir(kept)
    expect(files.length).toBeGreaterThan(3)
    // One is torn, and simulated again; the bytes are the same.
    await writeFile(join(kept, files[0]!), '{"format":')
    expect(await capture(argv)).toEqual(first)
    expect(await contents()).toEqual(written)
  }, 60_000)
})
