import {
  communicationMethods,
  communicationRate,
  lowLoadCommunication,
  sensingMethods,
  sensingRate,
} from '@isacnet/analysis'
import { type Assumption, defineNetwork, parameterDefinitions, sensingClusterKinds } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { capture } from '../../../test/captured-io.js'

const json = async (...argv: string[]) => {
  const { exitCode, stdout, stderr } = await capture(['evaluate', '--json', ...argv])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return JSON.parse(stdout)
}

describe('isacnet evaluate with users as a Poisson process', () => {
  it('says which rate it is, and what is transmitted', async () => {
    const { stdout } = await capture(['evaluate', '--set', 'K=5', '--set', 'lambda_u=2'])
    expect(stdout).toContain('R_c of a typical user while served')
    expect(stdout).toContain('rate of those served at a time')
    expect(stdout).toContain('T_c of all users')
    expect(stdout).toContain('a user is served 95.77 % of the time')
    expect(stdout).toContain('100 % of the stations, because targets are everywhere')
  })

  it('is one document with what the theorem has', async () => {
    const document = await json('--set', 'K=5', '--set', 'lambda_u=2', '--set', 'lambda_t=0')
    const network = defineNetwork({ K: 5, lambda_u: 2, lambda_t: 0 })
    const { activeShare, ...communication } = lowLoadCommunication(network)
    expect(document).toMatchObject({
      network: { ...network },
      communication: { method: 'low-load', ...communication },
      sensing: { notApplicable: expect.stringContaining('simulate') },
      activeShare,
    })
  })

  it.each([
    [['--compare'], '--compare must be left out where λ_u or λ_t is finite'],
    [['--communication-method', 'exact'], '--communication-method must be left out'],
    [['--quantities', 'coverage'], '--quantities must be left out'],
    [['--set', 'L=2'], 'method ‘low-load’ requires L = 1 (use simulate --fidelity channel), got 2'],
  ])('refuses %j in one line', async (argv, message) => {
    const { exitCode, stderr, stdout } = await capture(['evaluate', '--set', 'lambda_u=2', ...argv])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('isacnet evaluate of a tight or overloaded network', () => {
  it('says how far the mean-request theorem is off', async () => {
    const { stdout } = await capture(['evaluate', '--set', 'K=5', '--set', 'L=4'])
    expect(stdout).toContain('At this load the mean-request theorem is 25 % low in communication.')
    expect((await capture(['evaluate', '--set', 'K=5', '--set', 'L=2'])).stdout).not.toContain('At this load')
  })

  it('tells the assumptions of the mean-request theorems apart', async () => {
    const network = defineNetwork({ K: 5, L: 4 })
    for (const text of ['no-abandonment', 'gamma-gains,mean-requests']) {
      const assumptions = text.split(',') as Assumption[]
      const { stdout } = await capture(['evaluate', '--set', 'K=5', '--set', 'L=4', '--assumptions', text, '--json'])
      const document = JSON.parse(stdout)
      expect(document.assumptions).toEqual(assumptions)
      expect(document.communication).toMatchObject({
        method: 'actual-requests',
        rate: communicationRate(network, { method: 'actual-requests', assumptions }).value,
      })
    }
    expect((await capture(['evaluate', '--assumptions', 'gama-gains'])).stderr).toMatch(
      /unknown assumption ‘gama-gains’: did you mean ‘gamma-gains’/,
    )
    const { exitCode, stderr } = await capture('evaluate --assumptions gamma-gains --sensing-method exact'.split(' '))
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^isacnet: assumptions must be none, unless the method is actual-requests[^\n]*\n$/)
  })

  it('has the rates with the actual requests where there are no others', async () => {
    const { stdout, exitCode } = await capture(['evaluate', '--set', 'K=2', '--set', 'J=10', '--set', 'Q=3'])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('22 asked for on average of M_t = 20')
    expect(stdout).toContain('theorems for the mean number of requests don’t apply')
    const { sensing } = await json('--set', 'K=2', '--set', 'J=10', '--set', 'Q=3')
    expect(sensing.method).toBe('actual-requests')
    const refused = await capture([
      'evaluate',
      '--set',
      'K=2',
      '--set',
      'J=10',
      '--set',
      'Q=3',
      '--sensing-method',
      'exact',
    ])
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('method ‘actual-requests’ and fidelity ‘channel’ take such a network')
  })
})

describe('isacnet evaluate --json', () => {
  it('is one document with these members', async () => {
    const document = await json('--set', 'K=5', '--set', 'L=2', '--set', 'J=2')
    const network = defineNetwork({ K: 5, L: 2, J: 2 })
    const communication = communicationRate(network)
    const sensing = sensingRate(network)
    const actual = [communicationRate, sensingRate].map((rate) => rate(network, { method: 'actual-requests' }))
    const withActual = (receivers: number, exact: number, { value, errorEstimate }: (typeof actual)[number]) => ({
      rate: value,
      ase: receivers * value,
      errorEstimate,
      exactDeviation: exact / value - 1,
    })
    expect(document).toEqual({
      network: { ...network },
      unit: 'nats',
      actualRequests: {
        communication: withActual(5, communication.value, actual[0]!),
        sensing: withActual(2, sensing.value, actual[1]!),
      },
      degreesOfFreedom: { available: 20, used: 10, diversityOrder: 11 },
      communication: {
        method: 'exact',
        rate: communication.value,
        ase: 5 * communication.value,
        errorEstimate: communication.errorEstimate,
      },
      sensing: {
        method: 'exact',
        sensingClusters: 'bs-centric',
        rate: sensing.value,
        ase: 2 * sensing.value,
        errorEstimate: sensing.errorEstimate,
      },
      sumAse: 5 * communication.value + 2 * sensing.value,
    })
  })

  it('takes code names, aliases and symbols', async () => {
    const expected = await json('--set', 'transmitAntennas=16', '--set', 'alpha=3.5')
    expect(await json('--set', 'Mt=16', '--set', 'α=3.5')).toEqual(expected)
    expect(await json('--set', 'M_t=1.6e1', '--set', 'pathLossExponent=+3.50')).toEqual(expected)
  })

  it('gives bits', async () => {
    const nats = await json('--set', 'K=3')
    const bits = await json('--set', 'K=3', '--unit', 'bits')
    expect(bits.unit).toBe('bits')
    expect(bits.communication.rate).toBeCloseTo(nats.communication.rate / Math.LN2, 12)
    expect(bits.sumAse).toBeCloseTo(nats.sumAse / Math.LN2, 12)
  })

  it('takes methods and cluster kinds', async () => {
    const document = await json(
      ...['--set', 'Q=3', '--communication-method', 'theorem-2'],
      ...['--sensing-method', 'exact', '--sensing-clusters', 'target-centric'],
    )
    expect(document.communication.method).toBe('theorem-2')
    expect(document.sensing).toMatchObject({
      method: 'exact',
      sensingClusters: 'target-centric',
      rate: sensingRate(defineNetwork({ Q: 3 }), { sensingClusters: 'target-centric' }).value,
    })
  })
})

describe('isacnet evaluate', () => {
  it('shows rates, errors and ASE with their units', async () => {
    const { exitCode, stdout, stderr } = await capture(['evaluate', '--set', 'K=5', '--set', 'L=2'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('changed: K = 5, L = 2.')
    expect(stdout).toContain('rate (nat/s/Hz)')
    expect(stdout).toContain('ASE (nat/s/Hz/km²)')
    expect(stdout).toMatch(/communication, per user {2}exact +2\.731742 +1e-\d+ +13\.65871\n/)
    expect(stdout).not.toContain('\u001b')
  })

  it('is bold on a terminal, unless NO_COLOR is set', async () => {
    expect((await capture(['evaluate'], { isTTY: true })).stdout).toContain('\u001b[1m')
    expect((await capture(['evaluate'], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b')
  })
})

describe('isacnet evaluate --compare', () => {
  it('sets every method beside the exact one, and says why one is missing', async () => {
    const { stdout } = await capture(['evaluate', '--set', 'K=5', '--set', 'L=2', '--compare'])
    expect(stdout).toMatch(/theorem-1 +2\.797779 .* \+2\.42 %\n/)
    expect(stdout).toMatch(/no-hole, bs-centric .* −14\.24 %\n/)
    expect(stdout).toMatch(/theorem-3, bs-centric +— +—\n/)
    expect(stdout).toContain('— method ‘theorem-3’ requires sensingClusterSize (Q) ≥ 2, got 1\n')
  })

  it('compares within one kind of clusters', async () => {
    const document = await json('--set', 'Q=2', '--compare')
    const network = defineNetwork({ Q: 2 })
    expect(document.communication.map(({ method }: { method: string }) => method)).toEqual(communicationMethods)
    expect(document.sensing).toHaveLength(sensingMethods.length * sensingClusterKinds.length)
    const theorem3 = document.sensing.find(({ method }: { method: string }) => method === 'theorem-3')
    const exact = sensingRate(network).value
    expect(theorem3.deviation).toBeCloseTo(sensingRate(network, { method: 'theorem-3' }).value / exact - 1, 12)
    const targetCentric = document.sensing.filter(
      ({ sensingClusters }: { sensingClusters: string }) => sensingClusters === 'target-centric',
    )
    expect(targetCentric[0]).toMatchObject({ method: 'exact', deviation: 0 })
    expect(targetCentric[1].method).toBe('actual-requests')
    expect(targetCentric[2].notApplicable).toContain('bs-centric clusters when Q ≥ 2')
  })

  it('can be limited to one kind of clusters', async () => {
    const document = await json('--compare', '--sensing-clusters', 'bs-centric')
    expect(document.sensing).toHaveLength(sensingMethods.length)
  })
})

describe('help', () => {
  it.each([['--help'], ['evaluate --help'], ['reproduce --help'], ['parameters --help'], ['complete --help']])(
    'isacnet %s has examples',
    async (argv) => {
      const { exitCode, stdout, stderr } = await capture(argv.split(' '))
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      expect(stdout).toMatch(/Examples:\n {2}\$ (?:source <\()?isacnet /)
    },
  )

  it('names every method, kind of clusters and parameter', async () => {
    const { stdout } = await capture(['evaluate', '--help'])
    const names = parameterDefinitions.map(({ name }) => name)
    for (const name of [...communicationMethods, ...sensingMethods, ...sensingClusterKinds, ...names])
      expect(stdout).toContain(name)
  })

  it('is what isacnet alone prints, as an error', async () => {
    const { exitCode, stdout, stderr } = await capture([])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain('Usage: isacnet')
  })
})

describe('isacnet parameters', () => {
  it('lists them all', async () => {
    const { stdout } = await capture(['parameters'])
    for (const { name, meaning } of parameterDefinitions) {
      expect(stdout).toContain(name)
      expect(stdout).toContain(meaning)
    }
    const document = JSON.parse((await capture(['parameters', '--json'])).stdout)
    expect(document[0]).toEqual({
      name: 'baseStationDensity',
      symbol: 'λ_b',
      aliases: ['lambda', 'lambda_b', 'λ', 'λ_b'],
      meaning: 'density of base stations',
      unit: 'per km²',
      permitted: 'a finite number > 0',
      default: 1,
    })
  })
})
