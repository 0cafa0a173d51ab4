import * as analysis from '@isacnet/analysis'
import type { SimulatedRate } from '@isacnet/simulation'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { capture } from '../../../test/captured-io.js'
import { compareTheorems } from './theorem-comparison.js'

vi.mock('@isacnet/analysis', { spy: true })
afterEach(() => {
  vi.mocked(analysis.ratesByMethod).mockRestore()
})

interface Compared {
  readonly method: string
  readonly rate?: number
  readonly zScore?: number
  readonly verdict?: string
  readonly notApplicable?: string
}

const validated = async (...argv: string[]) => {
  const { exitCode, stdout, stderr } = await capture(['validate', '--threads', '1', '--json', ...argv])
  return { exitCode, stderr, document: JSON.parse(stdout) }
}

const verdicts = (methods: readonly Compared[]) =>
  Object.fromEntries(methods.map(({ method, verdict = 'not applicable' }) => [method, verdict]))

describe('isacnet validate', { timeout: 60_000 }, () => {
  it('rejects Theorem 1 as printed at K = 1, L = 2, and not the exact rates', async () => {
    const { exitCode, stderr, document } = await validated('--set', 'L=2', '--trials', '120_000')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(Object.keys(verdicts(document.communication.methods))).toEqual(analysis.communicationMethods)
    expect(verdicts(document.communication.methods)).toMatchObject({
      exact: 'agrees',
      'theorem-1': 'rejected',
      'theorem-2': 'rejected',
    })
    expect(verdicts(document.sensing.methods)).toEqual({
      exact: 'agrees',
      'actual-requests': 'rejected',
      'no-hole': 'rejected',
      'proposition-3': 'agrees',
      'theorem-3': 'not applicable',
    })
    expect(document).toMatchObject({ fidelity: 'gain-law', seed: 1, significance: 1e-4, unit: 'nats' })
    for (const { simulation, methods } of [document.communication, document.sensing])
      for (const { rate, zScore, deviation } of methods.filter(({ rate }: Compared) => rate !== undefined)) {
        expect(deviation).toBeCloseTo(rate / simulation.mean - 1, 12)
        expect(Math.abs(zScore)).toBeLessThanOrEqual(Math.abs(rate - simulation.mean) / simulation.standardError + 1e-9)
      }
  })

  it('ends with 1 when an exact rate is wrong, and shows the table first', async () => {
    const { ratesByMethod } = await vi.importActual<typeof analysis>('@isacnet/analysis')
    vi.mocked(analysis.ratesByMethod).mockImplementation((service, network, options) =>
      ratesByMethod(service, network, options).map((found) =>
        service === 'communication' && found.method === 'exact' && 'rate' in found
          ? { ...found, rate: { ...found.rate, value: 1.05 * found.rate.value } }
          : found,
      ),
    )
    const { exitCode, stdout, stderr } = await capture(['validate', '--threads', '1', '--trials', '40_000'])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^exact +4\.\d+ +4\.\d+ ± 0\.\d+ +\+\d\.\d+ % +\+[\d.]+ +rejected$/m)
    expect(stderr).toMatch(
      /^isacnet: the exact communication rate is \+[\d.]+ standard errors from the simulated one: rejected at significance 0\.0001\n$/,
    )
    // What channel does is no evidence against a theorem.
    const channel = await capture(['validate', '--threads', '1', '--trials', '4000', '--fidelity', 'channel'])
    expect(channel.exitCode).toBe(0)
  })

  it('compares the methods of the clusters that are sampled, in bits', async () => {
    const argv = ['--set', 'Q=2', '--sensing-clusters', 'target-centric', '--trials', '40_000', '--unit', 'bits']
    const { exitCode, document } = await validated(...argv)
    expect(exitCode).toBe(0)
    const exact = document.sensing.methods.find(({ method }: Compared) => method === 'exact')
    // An independent simulation gave 1.751 ± 0.010 nats.
    expect(exact.rate * Math.LN2).toBeCloseTo(1.7546, 3)
    expect(exact.verdict).toBe('agrees')
    expect(document.unit).toBe('bits')
  })

  it('says for people what the verdicts mean', async () => {
    const { exitCode, stdout, stderr } = await capture([
      'validate',
      '--threads',
      '1',
      '--trials',
      '1',
      '--significance',
      '1e-3',
    ])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^communication, per user +theorem \(nat\/s\/Hz\) +simulation ± SE +deviation +z +verdict$/m)
    expect(stdout).toMatch(/^— method ‘theorem-3’ requires sensingClusterSize \(Q\) ≥ 2, got 1$/m)
    expect(stdout).toMatch(
      /^[\d,]+ trials in \S+ s\. A true rate is rejected with probability 0\.001 \(two-sided\)\.$/m,
    )
  })
})

describe('a theorem beside a simulation', () => {
  const simulated: SimulatedRate = {
    mean: 2,
    standardError: 0.01,
    interval: [1.96, 2.04],
    biasBound: 0.005,
    coverage: [],
  }
  const compared = (value: number, simulation = simulated) =>
    compareTheorems([{ method: 'exact', rate: { value, errorEstimate: 0 } }], simulation)[0]

  it.each([
    [2, 0, 'agrees'],
    [2.005, 0, 'agrees'],
    [2.04, 3.5, 'agrees'],
    [2.046, 4.1, 'rejected'],
    [1.97, -3, 'agrees'],
    [1.959, -4.1, 'rejected'],
  ])('of rate %d is at %d standard errors and %s', (rate, zScore, verdict) => {
    const comparison = compared(rate)
    expect(comparison).toMatchObject({ rate, verdict })
    expect((comparison as { zScore: number }).zScore).toBeCloseTo(zScore, 9)
  })

  it('is undecided where the error is unknown', () => {
    const infinite = { ...simulated, standardError: Infinity, interval: [-Infinity, Infinity] as const }
    expect(compared(5, infinite)).toMatchObject({ zScore: null, verdict: 'undecided', deviation: 1.5 })
  })

  it('is not there where the method says nothing', () => {
    const notApplicable = new analysis.MethodNotApplicableError('theorem-3', 'Q ≥ 2', '1')
    expect(compareTheorems([{ method: 'theorem-3', notApplicable }], simulated)).toEqual([
      { method: 'theorem-3', notApplicable: notApplicable.message },
    ])
  })
})
