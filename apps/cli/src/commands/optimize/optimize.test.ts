import { defineNetwork } from '@isacnet/model'
import {
  analyticRates,
  optimizeAllocation,
  quantityObjective,
  sensingObjective,
  weightedSumObjective,
} from '@isacnet/optimization'
import { describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

const json = async (...argv: string[]) => {
  const { exitCode, stdout, stderr } = await capture(['optimize', '--json', ...argv])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('isacnet optimize --json', () => {
  it('is one document with these members', async () => {
    const document = await json('--set', 'Mt=12', '--max-targets', '3')
    const network = defineNetwork({ Mt: 12, Jmax: 3 })
    const optimum = optimizeAllocation(
      { network, rates: analyticRates(network) },
      { objective: weightedSumObjective(0.5) },
    )
    expect(Object.keys(document)).toEqual([
      'network',
      'unit',
      'objective',
      'rho',
      'allocation',
      'value',
      'communication',
      'sensing',
      'degreesOfFreedomLeft',
      'ties',
      'runnersUp',
      'binding',
      'examined',
      'pruned',
    ])
    expect(document).toMatchObject({
      network: { ...network, ...optimum.allocation },
      unit: 'nats',
      objective: 'sum',
      rho: 0.5,
      allocation: optimum.allocation,
      value: optimum.value,
      communication: { method: 'exact', rate: optimum.communication.rate, ase: optimum.communication.ase },
      sensing: { method: 'exact', sensingClusters: 'bs-centric', rate: optimum.sensing.rate, ase: optimum.sensing.ase },
      degreesOfFreedomLeft: optimum.degreesOfFreedomLeft,
      binding: optimum.binding,
      examined: optimum.examined,
      pruned: optimum.pruned,
    })
    expect(document.value).toBeCloseTo(0.5 * document.communication.ase + 0.5 * document.sensing.ase, 12)
    expect(document.runnersUp).toHaveLength(5)
    for (const runnerUp of document.runnersUp) expect(runnerUp.value).toBeLessThan(document.value)
  })

  it('finds K = 12, L = 1 for communication at M_t = 20, tied over J', async () => {
    const { allocation, ties } = await json('--objective', 'communication', '--runners-up', '0')
    expect(allocation).toEqual({
      usersPerCell: 12,
      communicationClusterSize: 1,
      targetsPerCell: 10,
      sensingClusterSize: 1,
    })
    expect(ties.map((tie: { allocation: { targetsPerCell: number } }) => tie.allocation.targetsPerCell)).toEqual([
      9, 8, 7, 6, 5, 4, 3, 2, 1,
    ])
  })

  it('takes a quantity of the law of the SIR, and keeps limits of others', async () => {
    const worst = await json('--objective', 'communication-percentile-ase:5%', '--set', 'Mt=10', '--runners-up', '1')
    const network = defineNetwork({ Mt: 10 })
    const expected = optimizeAllocation(
      { network, rates: analyticRates(network) },
      { objective: quantityObjective('communication-percentile-ase:5%'), runnersUp: 1 },
    )
    expect(worst).toMatchObject({
      objective: 'communication-percentile-ase:5%',
      allocation: expected.allocation,
      value: expected.value,
      quantities: [{ name: 'communication-percentile-ase:5%', value: expected.value }],
    })
    const limited = await json(
      ...['--objective', 'sensing-angle-error', '--set', 'Mt=10', '--min-coverage', '0dB:0.95', '--unit', 'bits'],
      ...['--min-percentile-rate', '5:1'],
    )
    const found = Object.fromEntries(
      limited.quantities.map(({ name, value }: { name: string; value: number }) => [name, value]),
    )
    expect(found['communication-coverage:0dB']).toBeGreaterThanOrEqual(0.95)
    // In bits, as the limit is.
    expect(found['communication-percentile-rate:5%']).toBeGreaterThanOrEqual(1)
    // An error is shown as it is, and made small.
    expect(limited.value).toBe(found['sensing-angle-error:50%'])
    expect(limited.runnersUp[0].value).toBeGreaterThan(limited.value)
  })

  it('says which limit leaves nothing, by its flag', async () => {
    const { exitCode, stderr } = await capture(['optimize', '--set', 'Mt=8', '--min-detection', '1e-6:0.9'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(
      /^isacnet: no allocation is feasible: --min-detection 1e-6 must be at most 0\.\d+ \(K = \d, .*\) with transmitAntennas \(M_t\) = 8, got 0\.9\n$/,
    )
  })

  it('takes minimum rates in the unit of the output', async () => {
    const inBits = await json('--objective', 'communication', '--min-sensing-rate', '3', '--unit', 'bits')
    const inNats = await json('--objective', 'communication', '--min-sensing-rate', String(3 * Math.LN2))
    expect(inBits.allocation).toEqual(inNats.allocation)
    expect(inBits.sensing.rate).toBeGreaterThanOrEqual(3)
    expect(inBits.value).toBeCloseTo(inNats.value * Math.LOG2E, 12)
    expect(inBits.binding).toContainEqual({
      constraint: 'minSensingRate',
      limit: 3,
      relaxedTo: 0,
      value: expect.closeTo(24.4872, 4),
    })
  })

  it('lets the methods and clusters decide', async () => {
    const network = defineNetwork({ Mt: 10 })
    for (const [argv, options] of [
      [
        ['--communication-method', 'theorem-2', '--sensing-method', 'theorem-3'],
        { communicationMethod: 'theorem-2', sensingMethod: 'theorem-3' },
      ],
      [['--sensing-clusters', 'target-centric'], { sensingClusters: 'target-centric' }],
    ] as const) {
      const { value } = await json('--set', 'Mt=10', '--objective', 'sensing', ...argv)
      expect(value).toBe(
        optimizeAllocation({ network, rates: analyticRates(network, options) }, { objective: sensingObjective }).value,
      )
    }
  })

  it('respects minimum clusters', async () => {
    const { allocation } = await json(
      '--min-communication-cluster-size',
      '2',
      '--min-sensing-cluster-size',
      '3',
      '--rho',
      '90%',
    )
    expect(allocation.communicationClusterSize).toBeGreaterThanOrEqual(2)
    expect(allocation.sensingClusterSize).toBeGreaterThanOrEqual(3)
  })
})

it('isacnet optimize counts allocations while it searches, on a terminal only', async () => {
  const argv = ['optimize', '--set', 'Mt=12']
  const { stderr, stdout } = await capture(argv, { isTTY: true, env: { NO_COLOR: '1' } })
  expect(stderr).toMatch(/\d+ of [\d,]+ allocations examined/)
  const piped = await capture(argv)
  expect(piped).toEqual({ exitCode: 0, stdout, stderr: '' })
})

describe('isacnet optimize for the actual requests', () => {
  const actual = ['--communication-method', 'actual-requests', '--sensing-method', 'actual-requests']

  it('evaluates all allocations, and holds the best against simulation', async () => {
    const argv = ['--set', 'Mt=3', '--max-targets', '2', '--objective', 'sensing', '--runners-up', '1', ...actual]
    const document = await json(...argv, '--confirm', '--trials', '2000')
    expect(document.sensing.method).toBe('actual-requests')
    expect(document.pruned).toBe(0)
    expect(document.confirmed).toHaveLength(2)
    const [best] = document.confirmed
    expect(best.allocation).toEqual(document.allocation)
    expect(Math.abs(best.simulated - document.value)).toBeLessThan(3 * best.halfWidth)
    const { stdout } = await capture(['optimize', ...argv])
    expect(stdout).toContain('allocations evaluated: L, Q ≤ 8')
  })

  it.each([
    [
      ['--sensing-method', 'actual-requests'],
      '--communication-method and --sensing-method must both be actual-requests',
    ],
    [['--trials', '5'], '--trials must be left out without --confirm'],
    [['--confirm', '--objective', 'communication-coverage:0dB'], '--confirm must have an objective of rates'],
    [
      [...actual, '--objective', 'communication-coverage:0dB'],
      'one of rates, which alone are searched with actual requests',
    ],
  ])('refuses %j in one line', async (argv, message) => {
    const { exitCode, stderr, stdout } = await capture(['optimize', '--set', 'Mt=3', ...argv])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(message)
  })
})
