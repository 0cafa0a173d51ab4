import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-compare-'))
  await writeFile(join(directory, 'sites.csv'), 'x,y\n0,0\n1500,200\n900,1700\n2500,1500\n')
})
afterAll(() => rm(directory, { recursive: true }))

const at = (words: string): string[] => words.replaceAll('@', directory).split(' ')

interface Gap {
  readonly coverage: number
  readonly gapDb: number
  readonly standardError: number
}

describe('isacnet compare-deployments', { timeout: 60_000 }, () => {
  it('knows the gap of the triangular lattice, and that one gap doesn’t explain what its targets gain', async () => {
    const { stdout } = await capture(
      at(
        'compare-deployments --deployment hexagonal --set Mt=1 --relative-error 1% --threads 1 --json --out @/gap.csv',
      ),
    )
    const { communication, sensing, sites } = JSON.parse(stdout)
    expect(sites).toBeUndefined()
    const gapAt = (p: number): Gap => communication.gaps.find(({ coverage }: Gap) => coverage === p)
    // By quadrature over the cell (packages/simulation/golden): 3.695 dB at a coverage of 0.9, 4.115 at 0.5.
    for (const [p, exact] of [
      [0.9, 3.6955],
      [0.5, 4.1146],
    ] as const) {
      const { gapDb, standardError } = gapAt(p)
      expect(standardError).toBeLessThan(0.08)
      expect(Math.abs(gapDb - exact)).toBeLessThan(4.5 * standardError + 0.01)
    }
    expect(communication.common.largestError).toBeLessThan(0.02)
    expect(communication.sentence).toMatch(
      /^Users are served as in a random network of the same density whose SIR is 4\.\d dB better: that explains the whole curve, to 1\.\d %/,
    )
    expect(sensing.sentence).toMatch(/but that explains the curve only to \d/)
    expect(communication.rate.theorem).toBeCloseTo(1.488988, 5)
    const lines = (await readFile(join(directory, 'gap.csv'), 'utf8')).trimEnd().split('\r\n')
    expect(lines[0]).toBe('service,method,threshold_db,theorem,deployment,standard_error,common_gap_db')
    expect(lines).toHaveLength(1 + 2 * communication.coverage.length)
    expect(lines[1]!.split(',').slice(0, 3)).toEqual(['communication', 'exact', '-30'])
  })

  it('finds no gap between a Poisson network and itself', async () => {
    const { stdout } = await capture(
      at('compare-deployments --set K=3 --set L=2 --relative-error 1% --threads 1 --json'),
    )
    for (const { gaps, common } of [JSON.parse(stdout).communication, JSON.parse(stdout).sensing]) {
      for (const { gapDb, standardError } of gaps as Gap[])
        expect(Math.abs(gapDb)).toBeLessThan(4.5 * standardError + 0.002)
      expect(Math.abs(common.gapDb)).toBeLessThan(0.2)
    }
  })

  it('says what it means for a file of sites, in words and a picture', async () => {
    const { stdout, exitCode } = await capture(
      at('compare-deployments --sites @/sites.csv --set K=2 --trials 6000 --threads 1 --out @/gap.svg'),
    )
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/deployment sites/)
    expect(stdout).toMatch(/at coverage 0\.5 +−?\d/)
    expect(stdout).toMatch(/Users are served as in a random network of the same density/)
    expect(await readFile(join(directory, 'gap.svg'), 'utf8')).toContain('Poisson, shifted')
  })

  it('has intervals of the confidence that is asked for, of whole networks too, and says what is abandoned', async () => {
    const flags = '--sites @/sites.csv --fidelity channel --set Mt=4 --set K=2 --set L=2 --trials 20000 --threads 1'
    const words = (confidence: string): string[] =>
      at(`compare-deployments ${flags} --confidence ${confidence} --out @/c.json`)
    const widths = await Promise.all(
      ['0.8', '0.99'].map(async (confidence) => {
        const document = JSON.parse((await capture([...words(confidence), '--json'])).stdout)
        const { interval } = document.communication.coverage.find(
          ({ thresholdDb }: { thresholdDb: number }) => thresholdDb === 10,
        )
        expect(document.abandonedShare).toBeGreaterThan(0)
        return interval[1] - interval[0]
      }),
    )
    // Normal quantiles: 2.576 and 1.282; Student's are a little wider.
    expect(widths[1]! / widths[0]!).toBeGreaterThan(1.95)
    expect(widths[1]! / widths[0]!).toBeLessThan(2.3)
    const { stdout } = await capture(words('0.95'))
    expect(stdout).toMatch(/% of the requests to null are abandoned here, which a part of the gap may be/)
    expect(JSON.parse(await readFile(join(directory, 'c.json'), 'utf8')).confidence).toBe(0.95)
  })

  it.each([
    ['compare-deployments --deployment lattice', /unknown deployment ‘lattice’: permitted: poisson, /],
    ['compare-deployments --communication-method best', /unknown communication method ‘best’/],
    [
      'compare-deployments --set Mt=2 --set K=3',
      /usersPerCell \(K\) must be an integer ≥ 1 and ≤ transmitAntennas \(M_t\) = 2, got 3/,
    ],
    ['compare-deployments --out gap.pdf', /--out must be a file that ends in \.svg, \.png, \.csv, \.json/],
    ['compare-deployments --sites @/none.csv', /there is no such file/],
  ])('refuses ‘%s’ in one line', async (words, message) => {
    const { stdout, stderr, exitCode } = await capture(at(words))
    expect(stderr).toMatch(message)
    expect(stderr.match(/\n/g)).toHaveLength(1)
    expect([stdout, exitCode]).toEqual(['', 2])
  })
})
