import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

const folder = mkdtempSync(join(tmpdir(), 'isacnet-distribution-'))
afterAll(() => rmSync(folder, { recursive: true }))

const json = async (...argv: string[]) => {
  const { exitCode, stdout, stderr } = await capture(['distribution', '--json', ...argv])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('isacnet distribution --json', { timeout: 60_000 }, () => {
  it('has the coverage and the percentiles of an independent computation', async () => {
    const { communication, sensing } = await json(
      ...['--set', 'K=5', '--thresholds', '-10,0,10,20', '--percentiles', '1,5,10,50,90'],
    )
    // Communication by mpmath with 50 digits and Newton steps in C++, sensing by cumulative quadrature in NumPy (1e-8).
    const at = (law: typeof communication, threshold: number) =>
      law.coverage.find(({ thresholdDb }: { thresholdDb: number }) => thresholdDb === threshold).probability
    expect(at(communication, 0)).toBeCloseTo(0.929082912741765, 12)
    expect(at(communication, 20)).toBeCloseTo(0.11585164754375, 12)
    expect([-10, 0, 10, 20].map((threshold) => at(sensing, threshold))).toEqual(
      [0.81435494, 0.50904375, 0.19942616, 0.06366179].map((value) => expect.closeTo(value, 7)),
    )
    expect(communication.percentiles.map(({ sirDb }: { sirDb: number }) => sirDb)).toEqual(
      [-2.8352844741, -0.6301900623, 0.7072085469, 7.2697526691, 21.278044304].map((value) => expect.closeTo(value, 8)),
    )
    expect(communication.percentiles[1]).toEqual({
      percentile: 5,
      sirDb: expect.any(Number),
      rate: expect.closeTo(0.6232235541, 9),
    })
    expect(communication).not.toHaveProperty('detection')
    expect(sensing).toMatchObject({ method: 'exact', sensingClusters: 'bs-centric', rangeError: null })
  })

  it('speaks of the network as it is, overloaded or not, and says how far it may be off', async () => {
    const argv = ['--set', 'K=12', '--set', 'L=2', '--communication-method', 'actual-requests']
    const all = [...argv, '--sensing-method', 'actual-requests', '--thresholds', '0']
    const { communication, sensing } = await json(...all)
    expect([communication.method, sensing.method]).toEqual(['actual-requests', 'actual-requests'])
    expect(communication.coverage[0].probability).toBeGreaterThan(0.2)
    expect(communication.coverage[0].probability).toBeLessThan(0.3)
    const { stdout } = await capture(['distribution', ...all])
    expect(stdout.match(/^— errors are numerical: requests are taken for independent/gm)).toHaveLength(2)
    const { exitCode, stderr } = await capture(['distribution', ...argv])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('method ‘actual-requests’ and fidelity ‘channel’ take such a network')
  })

  it('has detection and the bounds of targets', async () => {
    const document = await json(
      '--service',
      'sensing',
      '--false-alarm',
      '1e-3,1e-6',
      '--set',
      'rmsBandwidth=2e7',
      '--set',
      'Mr=8',
    )
    expect(document).not.toHaveProperty('communication')
    const { detection, angleError, rangeError, percentiles } = document.sensing
    expect(detection.map(({ falseAlarm }: { falseAlarm: number }) => falseAlarm)).toEqual([1e-3, 1e-6])
    expect(detection[0].probability).toBeGreaterThan(detection[1].probability)
    const sir = (percentile: number) =>
      10 ** (percentiles.find((found: { percentile: number }) => found.percentile === percentile).sirDb / 10)
    // 6/(SIR (M_r² − 1) π²) rad², and c₀²/(32 π² B² SIR) m².
    const degrees = (value: number) => (180 / Math.PI) * Math.sqrt(6 / (value * 63 * Math.PI ** 2))
    const metres = (value: number) => Math.sqrt(299792458 ** 2 / (32 * Math.PI ** 2 * 4e14 * value))
    expect(angleError.medianDegrees).toBeCloseTo(degrees(sir(50)), 8)
    expect(angleError.percentile95Degrees).toBeCloseTo(degrees(sir(5)), 7)
    expect(rangeError).toEqual({
      median: expect.closeTo(metres(sir(50)), 8),
      percentile95: expect.closeTo(metres(sir(5)), 7),
    })
  })

  it('has moments of the meta distribution, or says why there are none', async () => {
    const argv = ['--set', 'K=5', '--service', 'communication', '--thresholds', '0', '--meta-thresholds', '0,10']
    const { communication } = await json(...argv)
    // By a two-dimensional power series, and by 4e4 geometries: 0.90326 ± 0.00119.
    expect(communication.meta[0]).toEqual({
      thresholdDb: 0,
      mean: expect.closeTo(0.929082912742, 11),
      secondMoment: expect.closeTo(0.901397151394, 11),
      variance: expect.closeTo(0.901397151394 - 0.929082912742 ** 2, 11),
    })
    const printed = await json(...argv, '--communication-method', 'theorem-1')
    expect(printed.communication.meta[0]).toEqual({
      thresholdDb: 0,
      notApplicable: expect.stringContaining('theorem-1'),
    })
  })

  it('takes thresholds that begin with a minus, lists and ranges', async () => {
    const thresholds = async (...argv: string[]) =>
      (await json('--service', 'communication', ...argv)).communication.coverage.map(
        ({ thresholdDb }: { thresholdDb: number }) => thresholdDb,
      )
    expect(await thresholds('--thresholds', '-10,0,10')).toEqual([-10, 0, 10])
    expect(await thresholds('--thresholds=-10')).toEqual([-10])
    expect(await thresholds('--thresholds', '-20:40:20')).toEqual([-20, 0, 20, 40])
    expect(await thresholds('--thresholds', '-3dB')).toEqual([-3])
  })

  it('simulates the same, with intervals that have the theorem', async () => {
    const { communication, sensing, simulation } = await json(
      ...[
        '--set',
        'K=3',
        '--set',
        'L=2',
        '--set',
        'J=2',
        '--set',
        'Q=2',
        '--thresholds',
        '-5,5',
        '--percentiles',
        '5,50',
      ],
      ...['--simulate', '--trials', '40000', '--threads', '1', '--confidence', '0.9999'],
    )
    expect(simulation).toMatchObject({ trials: 40960, confidence: 0.9999, fidelity: 'gain-law', seed: 1 })
    for (const { coverage, percentiles, simulated } of [communication, sensing]) {
      for (const [i, { probability }] of coverage.entries()) {
        const [lower, upper] = simulated.coverage[i].interval
        expect(probability).toBeGreaterThan(lower)
        expect(probability).toBeLessThan(upper)
        expect(upper - lower).toBeLessThan(0.02)
      }
      for (const [i, { rate, sirDb }] of percentiles.entries()) {
        const [lower, upper] = simulated.percentiles[i].interval
        expect(rate).toBeGreaterThan(lower)
        expect(rate).toBeLessThan(upper)
        expect(sirDb).toBeGreaterThan(simulated.percentiles[i].sirDbInterval[0])
      }
    }
  })

  it('gives rates in bits', async () => {
    const argv = ['--service', 'communication', '--percentiles', '5', '--set', 'K=5']
    const [nats, bits] = [await json(...argv), await json(...argv, '--unit', 'bits')]
    expect(bits.communication.percentiles[0].rate).toBeCloseTo(nats.communication.percentiles[0].rate / Math.LN2, 12)
  })
})

describe('isacnet distribution', { timeout: 60_000 }, () => {
  it('shows tables for people', async () => {
    const { exitCode, stdout, stderr } = await capture(['distribution', '--set', 'K=5', '--meta-thresholds', '0'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^communication, per user \(exact\)$/m)
    expect(stdout).toMatch(/^ +threshold \(dB\) +P\(SIR > θ\) +error <$|^threshold \(dB\) +P\(SIR > θ\) +error <$/m)
    expect(stdout).toMatch(/^ +0 +0\.9290829 +1e-1\d$/m)
    expect(stdout).toMatch(/^ +5 % +−0\.6302 +0\.6232236$/m)
    expect(stdout).toMatch(/^ +1e-6 +0\.1578127 +1e-1\d$/m)
    expect(stdout).toMatch(/^angle error at broadside: median 4\.363166°, 95 % of the targets below 50\.87667°$/m)
    expect(stdout).toContain('— a range error requires rmsBandwidth (B) > 0')
    expect(stdout).not.toContain('above 90°')
  })

  it('says that a bound above 90° is not an error of an angle', async () => {
    // With two antennas and one target, 5 % of the targets have an SIR below −30 dB: √(6/(3π²·10⁻³)) rad is 816°.
    const { stdout } = await capture(['distribution', '--service', 'sensing', '--set', 'Mr=2'])
    expect(stdout).toMatch(
      /^— a bound above 90° is no error that an angle can have: it says that the angle is unknown$/m,
    )
  })

  it('says in one line which method has no conditional moments', async () => {
    const argv = ['--service', 'communication', '--communication-method', 'theorem-1', '--meta-thresholds', '0,10']
    const { stdout } = await capture(['distribution', ...argv])
    expect(stdout.match(/^— .*$/gm)).toEqual([
      '— method ‘theorem-1’ requires coverage or percentiles, got conditional moments',
    ])
  })

  it('says why a law can’t be computed in its place, and has the other one', async () => {
    // Series of 128 terms at each of the nodes that α ≠ 2β takes: more work than a law may.
    const network = ['K=128', 'Mt=400', 'Q=2', 'alpha=3'].flatMap((value) => ['--set', value])
    const argv = [...network, '--thresholds', '0', '--percentiles', '5']
    const picture = join(folder, 'one.svg')
    const { exitCode, stdout, stderr } = await capture(['distribution', ...argv, '--out', picture])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const [users, targets] = stdout.split('sensing, per target (exact)')
    expect(users).toMatch(/^ +0 +0\.6537879 /m)
    expect(targets).toMatch(/^\n— law of the SIR did not converge \(it costs more than .*\n[^—]*$/)
    const words = readFileSync(picture, 'utf8').replace(/<[^>]*>/g, ' ')
    expect(words).toContain('communication')
    expect(words).not.toContain('sensing')
    const alone = await capture(['distribution', ...argv, '--service', 'sensing'])
    expect({ ...alone, stderr: alone.stderr.trim().split('\n').length }).toEqual({ exitCode: 1, stdout: '', stderr: 1 })
  })

  it('writes a picture, LaTeX and numbers', async () => {
    const path = (name: string) => join(folder, name)
    const { exitCode, stdout } = await capture([
      ...[
        'distribution',
        '--set',
        'K=5',
        '--thresholds',
        '-20:40:10',
        '--threads',
        '1',
        '--simulate',
        '--trials',
        '4000',
      ],
      ...['svg', 'png', 'tex', 'csv', 'json'].flatMap((kind) => ['--out', path(`ccdf.${kind}`)]),
    ])
    expect(exitCode).toBe(0)
    expect(stdout).toContain(path('ccdf.svg'))
    const read = (name: string) => readFileSync(path(name), 'utf8')
    const svg = read('ccdf.svg')
    expect(svg.replace(/<[^>]*>/g, '')).toContain('coverage P(SIR &gt; θ)')
    expect(svg).toContain('<title>Coverage and percentiles at K = 5')
    // Percentiles of either service, named, and 7 simulated points each.
    for (const name of ['5 %', '50 %', '90 %'])
      expect(svg.split(`>${name}<`).length - 1, name).toBeGreaterThanOrEqual(1)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(read('ccdf.tex')).toContain('\\documentclass')
    expect(read('ccdf.tex')).toContain('ylabel={coverage $P(\\mathrm{SIR}>\\theta)$}')
    expect(readFileSync(path('ccdf.png')).subarray(1, 4).toString()).toBe('PNG')
    const rows = read('ccdf.csv').trim().split('\r\n')
    expect(rows[0]).toBe(
      'service,method,quantity,parameter,parameter_unit,value,unit,error_estimate,standard_error,lower,upper',
    )
    // 7 thresholds and 5 percentiles, twice each, by theorem and by simulation; detection and two angles.
    expect(rows).toHaveLength(1 + 2 * 2 * (7 + 2 * 5) + 3)
    const { communication } = JSON.parse(read('ccdf.json'))
    expect(rows.find((row) => row.startsWith('communication,exact,coverage,0,dB,'))).toContain(
      String(communication.coverage[2].probability),
    )
  })

  it.each([
    [
      ['--thresholds', '10:0:1'],
      '--thresholds must be numbers, or from:to:step with a step > 0 and from ≤ to, got 10:0:1',
    ],
    [['--percentiles', '0'], '--percentiles must be a number of % from 0.0001 to 99.9999, got 0'],
    [['--false-alarm', '2'], '--false-alarm must be a probability from 1e-15 to 0.5, got 2'],
    [['--service', 'radar'], 'unknown service ‘radar’: permitted: communication, sensing, both'],
    [
      ['--service', 'communication', '--false-alarm', '1e-4'],
      '--false-alarm must be left out with --service communication, got ‘1e-4’',
    ],
    [
      ['--service', 'communication', '--sensing-method', 'exact'],
      '--sensing-method must be left out with --service communication, got ‘exact’',
    ],
    [
      ['--service', 'communication', '--sensing-clusters', 'target-centric'],
      '--sensing-clusters must be left out with --service communication, got ‘target-centric’',
    ],
    [
      ['--service', 'sensing', '--communication-method', 'theorem-2'],
      '--communication-method must be left out with --service sensing, got ‘theorem-2’',
    ],
    [['--trials', '100'], '--trials must be left out without --simulate, got ‘100’'],
    [['--out', 'x.pdf'], '--out must be a file that ends in .svg, .png, .csv, .json, .tex'],
    [['--sensing-method', 'no-hole'], 'method ‘no-hole’ requires'],
    [['--set', 'K=30'], 'K'],
  ])('refuses %j in one line', async (argv, message) => {
    const { exitCode, stdout, stderr } = await capture(['distribution', ...argv])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('leaves a file as it is when something is refused', async () => {
    const file = join(folder, 'kept.csv')
    writeFileSync(file, 'kept')
    const { exitCode } = await capture(['distribution', '--out', file, '--sensing-method', 'theorem-3', '--set', 'Q=2'])
    expect(exitCode).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })
})
