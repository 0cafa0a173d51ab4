import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { achievableRegion, analyticRates } from '@isacnet/optimization'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'
import { signalled } from '../../../test/signalled.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-region-'))
})
afterAll(() => rm(directory, { recursive: true }))

const small = ['region', '--set', 'Mt=8', '--max-targets', '3']

const json = async (...argv: string[]) => {
  const { exitCode, stdout, stderr } = await capture([...small, '--json', ...argv])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('isacnet region --json', () => {
  it('has points with allocations, hull, corners, segment and gains', async () => {
    const document = await json()
    const network = defineNetwork({ Mt: 8, Jmax: 3 })
    const region = achievableRegion({ network, rates: analyticRates(network) })
    expect(document).toMatchObject({
      unit: 'nats',
      metric: 'ase',
      communicationMethod: 'exact',
      sensingMethod: 'exact',
      sensingClusters: 'bs-centric',
      staircase: region.staircase,
      examined: region.examined,
      pruned: region.pruned,
    })
    expect(document.parameters).toMatchObject({ transmitAntennas: 8, maxTargetsPerCell: 3 })
    expect(document.parameters).not.toHaveProperty('usersPerCell')
    type Point = { point: object; allocation: object; onHull: boolean; gainAtEqualCommunication: number }
    expect(document.points.map(({ point }: Point) => point)).toEqual(
      region.frontier.map(({ communication, sensing }) => ({ communication, sensing })),
    )
    expect(document.points.map(({ allocation }: Point) => allocation)).toEqual(
      region.frontier.map(({ performance }) => performance.allocation),
    )
    expect(document.hull).toEqual(document.points.filter(({ onHull }: Point) => onHull))
    expect(document.corners.communicationOptimal).toEqual(document.points[0])
    expect(document.corners.sensingOptimal).toEqual(document.points.at(-1))
    expect(document.timeSharing).toEqual({ from: document.points[0].point, to: document.points.at(-1).point })
    expect(document.gains.atEqualCommunication.gainAtEqualCommunication).toBe(
      Math.max(...document.points.map((point: Point) => point.gainAtEqualCommunication)),
    )
    expect(document).not.toHaveProperty('achievable')
  })

  it('lists every achievable point if asked, and the rates of the other plane', async () => {
    const { achievable, examined, pruned, points } = await json('--metric', 'rate', '--achievable', '--unit', 'bits')
    expect(achievable).toHaveLength(examined + pruned)
    for (const { point, communication, sensing } of points)
      expect(point).toEqual({ communication: communication.rate, sensing: sensing.rate })
  })
})

describe('isacnet region --plane', { timeout: 60_000 }, () => {
  const plane = ['--plane', 'communication-coverage:0dB,sensing-detection:1e-3']

  it('has the Pareto points of two quantities of the law of the SIR, of all allocations', async () => {
    const { plane: axes, points, examined, pruned } = await json(...plane)
    expect(axes).toEqual({ x: 'communication-coverage:0dB', y: 'sensing-detection:0.001' })
    const allocations: { K: number; L: number; J: number; Q: number }[] = []
    for (let K = 1; K <= 8; K++)
      for (let L = 1; K * L <= 8; L++)
        for (let J = 1; J <= 3; J++) for (let Q = 1; K * L + J * (Q - 1) <= 8; Q++) allocations.push({ K, L, J, Q })
    expect(examined + pruned).toBe(allocations.length)
    const places = allocations.map((allocation) => {
      const network = defineNetwork({ Mt: 8, ...allocation })
      return {
        communication: sirLaw(network, 'communication').coverage(1).value,
        sensing: sirLaw(network, 'sensing').mean((sir) => 1e-3 ** (1 / (1 + sir))).value,
      }
    })
    type Place = (typeof places)[number]
    const better = (a: number, b: number) => a > b * (1 + 1e-7)
    const dominated = ({ communication, sensing }: Place) =>
      places.some(
        (other) =>
          (better(other.communication, communication) && !better(sensing, other.sensing)) ||
          (better(other.sensing, sensing) && !better(communication, other.communication)),
      )
    const expected = places
      .filter((place) => !dominated(place))
      .toSorted((a, b) => b.communication - a.communication)
      .filter((place, i, all) => i === 0 || better(all[i - 1]!.communication, place.communication))
    expect(points.map(({ point }: { point: Place }) => point)).toEqual(
      expected.map(({ communication, sensing }) => ({
        communication: expect.closeTo(communication, 8),
        sensing: expect.closeTo(sensing, 8),
      })),
    )
  })

  it('names both in its table, its picture and its rows', async () => {
    const paths = ['plane.svg', 'plane.csv'].map((name) => join(directory, name))
    const { exitCode, stdout } = await capture([...small, ...plane, ...paths.flatMap((path) => ['--out', path])])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('in the plane of two quantities')
    expect(stdout).toMatch(/ communication-coverage:0dB +sensing-detection:0\.001 /)
    const [svg, csv] = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
    expect(svg!.replace(/<[^>]*>/g, '')).toMatch(/coverage.*detection|detection.*coverage/)
    const [header, ...rows] = csv!.trimEnd().split('\r\n')
    expect(header).toMatch(/,gain_at_equal_sensing,communication-coverage:0dB,sensing-detection:0\.001$/)
    const { points } = await json(...plane)
    expect(rows.filter((row) => row.startsWith('pareto,')).map((row) => row.split(',').slice(-2).map(Number))).toEqual(
      points.map(({ point }: { point: object }) => Object.values(point)),
    )
    expect(rows.filter((row) => row.startsWith('tie,')).every((row) => /(?:,0\.\d+){2}$/.test(row))).toBe(true)
  })

  it.each([
    [['--plane', 'sum-ase'], '--plane must be two quantities with a comma between them, got ‘sum-ase’'],
    [['--plane', 'coverage:0dB,sensing-rate'], 'unknown quantity ‘coverage’: permitted: '],
    [[...plane, '--metric', 'rate'], '--metric must be left out with --plane, got ‘rate’'],
  ])('refuses %j in one line', async (argv, message) => {
    const { exitCode, stdout, stderr } = await capture([...small, ...argv])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('isacnet region --out', () => {
  it('writes pictures and data by the names of the files', async () => {
    const paths = ['region.svg', 'region.png', 'region.csv', 'deeper/region.json'].map((name) => join(directory, name))
    const { exitCode, stdout, stderr } = await capture([...small, ...paths.flatMap((path) => ['--out', path])])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout.endsWith(`\n${paths.join('\n')}\n`)).toBe(true)
    const [svg, png, csv, data] = await Promise.all(paths.map((path) => readFile(path)))
    expect(svg!.toString()).toMatch(/^<svg [^>]*xmlns/)
    expect(png!.subarray(1, 4).toString()).toBe('PNG')
    const document = JSON.parse(data!.toString())
    expect(document).toEqual(await json())
    const [header, ...rows] = csv!.toString().trimEnd().split('\r\n')
    expect(header).toMatch(/^kind,usersPerCell,communicationClusterSize,targetsPerCell,sensingClusterSize,/)
    for (const row of rows) expect(row.split(',')).toHaveLength(header!.split(',').length)
    expect(rows.filter((row) => row.startsWith('pareto,'))).toHaveLength(document.points.length)
    const first = document.points[0]
    expect(rows[0]!.split(',').slice(1, 8)).toEqual(
      [
        ...Object.values(first.allocation),
        first.degreesOfFreedomLeft,
        first.communication.rate,
        first.communication.ase,
      ].map(String),
    )
  })

  it('leaves nothing behind when nothing is feasible', async () => {
    const path = join(directory, 'none', 'region.svg')
    const { exitCode, stdout, stderr } = await capture([...small, '--out', path, '--min-sensing-rate', '50'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^isacnet: no allocation is feasible: --min-sensing-rate must be at most [^\n]+\n$/)
    expect(await readdir(directory)).not.toContain('none')
  })

  it('ends with 130 when interrupted, and leaves nothing behind', async () => {
    const folder = join(directory, 'interrupted')
    const argv = ['region', '--set', 'Mt=400', '--out', join(folder, 'region.svg')]
    const { exitCode, stdout, stderr } = await signalled(argv, 'SIGINT', 'rmSync .*\\.tmp$')
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' })
    expect(stderr).toMatch(/^isacnet: interrupted[^\n]*\n$/)
    expect(await readdir(directory)).not.toContain('interrupted')
  }, 60_000)
})
