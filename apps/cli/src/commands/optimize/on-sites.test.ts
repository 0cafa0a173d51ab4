import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'isacnet-optimize-'))
  const places = Array.from({ length: 12 }, (_, i) => `${(i * 1618) % 4000},${(i * 733) % 3000}`)
  await writeFile(join(directory, 'sites.csv'), `x,y\n${places.join('\n')}\n`)
})
afterAll(() => rm(directory, { recursive: true }))

const at = (words: string): string[] => words.replaceAll('@', directory).split(' ')

interface Standing {
  readonly allocation: Readonly<Record<string, number>>
  readonly expected: number
  readonly simulated: number
  readonly behind: number
  readonly halfWidth: number
  readonly separated: boolean
}

describe('isacnet optimize --sites', { timeout: 120_000 }, () => {
  it('finds the allocation that a simulation of each would find', async () => {
    const flags = '--sites @/sites.csv --set Mt=6 --max-targets 1 --objective communication --threads 1 --json'
    const { onSites, allocation } = JSON.parse((await capture(at(`optimize ${flags}`))).stdout)
    const standings: readonly Standing[] = onSites.standings
    expect(standings.length).toBeGreaterThan(3)
    expect(standings[0]!.behind).toBe(0)
    const behind = standings.map((standing) => standing.behind)
    expect(behind).toEqual(behind.toSorted((a, b) => a - b))
    for (const { separated, behind: less, halfWidth } of standings.slice(1)) expect(separated).toBe(less > halfWidth)
    // A simulation of its own, with other random numbers.
    for (const { allocation: own, simulated } of [standings[0]!, standings.at(-1)!]) {
      const set = Object.entries(own).map(([name, value]) => `--set ${name}=${value}`)
      const words = `simulate --sites @/sites.csv --set Mt=6 ${set.join(' ')} --seed 99 --fidelity channel --relative-error 1% --threads 1 --json`
      const { mean } = JSON.parse((await capture(at(words))).stdout).communication.ase
      expect(Math.abs(mean / simulated - 1)).toBeLessThan(0.03)
    }
    // Distances between these sites vary less than those of a Poisson process.
    expect(onSites.gapsDb.communication).toBeGreaterThan(0)
    expect(allocation).toBeDefined()
  })

  it('says in words whether the best is told apart', async () => {
    const { stdout } = await capture(at('optimize --sites @/sites.csv --set Mt=4 --max-targets 1 --threads 1'))
    expect(stdout).toMatch(
      /On the sites of sites\.csv, whose SIR gap to a random network is −?\d\.\d dB for users, −?\d/,
    )
    expect(stdout).toMatch(
      /K = \d, L = \d, J = 1, Q = \d is the best (of these at 95 % confidence|found, not told apart from)/,
    )
  })

  it.each([
    ['optimize --sites @/sites.csv --confirm', /--confirm must be left out with --sites/],
    ['optimize --sites @/sites.csv --min-sensing-rate 1', /--min-sensing-rate must be left out with --sites/],
    ['optimize --sites @/sites.csv --objective communication-median-rate', /--sites must have an objective of rates/],
    ['optimize --sites @/sites.csv --set lambda=2', /baseStationDensity \(λ_b\) must be left out with --sites, got 2/],
    ['optimize --sites @/sites.csv --sensing-method theorem-3', /methods must be exact with --sites/],
    ['optimize --sites @/none.csv', /there is no such file/],
    ['optimize --seed 3', /--seed must be left out without --confirm/],
  ])('refuses ‘%s’ in one line', async (words, message) => {
    const { stdout, stderr, exitCode } = await capture(at(words))
    expect(stderr).toMatch(message)
    expect(stderr.match(/\n/g)).toHaveLength(1)
    expect([stdout, exitCode]).toEqual(['', 2])
  })
})
