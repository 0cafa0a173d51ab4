import { readFileSync } from 'node:fs'
import { assumptionNames, defineNetwork, InvalidParameterError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { communicationRate, sensingRate } from '../src/index.js'

interface Row {
  readonly Mt: number
  readonly K: number
  readonly L: number
  readonly J: number
  readonly Q: number
  readonly alpha: number
  readonly sensingClusters: 'bs-centric' | 'target-centric'
  readonly communication: readonly [number, number]
  readonly sensing: readonly [number, number]
}

const { networks } = JSON.parse(readFileSync(new URL('../golden/actual-requests.json', import.meta.url), 'utf8')) as {
  readonly networks: readonly Row[]
}

const rates = ({ sensingClusters, communication: _, sensing: __, Mt, K, L, J, Q, alpha }: Row) => {
  const network = defineNetwork({ Mt, K, L, J, Q, alpha, beta: alpha / 2 })
  const options = { method: 'actual-requests', sensingClusters } as const
  return {
    communication: communicationRate(network, options).value,
    sensing: sensingRate(network, options).value,
  }
}

describe('the rates with the actual requests', () => {
  // Over 100 networks, a third of them overloaded, simulated by another program.
  const errors = networks.map((row) => {
    const found = rates(row)
    return (['communication', 'sensing'] as const).map((service) => {
      const [mean, standardError] = row[service]
      return { error: found[service] / mean - 1, noise: standardError / mean }
    })
  })

  it.each([
    ['communication', 0, 0.003],
    ['sensing', 1, 0.0025],
  ] as const)('agree with the simulated ones: %s', (_, service, rootMeanSquare) => {
    const of = errors.map((both) => both[service]!)
    expect(of.length).toBeGreaterThan(60)
    for (const { error, noise } of of) expect(Math.abs(error)).toBeLessThan(0.006 + 2.5 * noise)
    expect(Math.sqrt(of.reduce((sum, { error }) => sum + error * error, 0) / of.length)).toBeLessThan(rootMeanSquare)
  })

  it.each([
    { K: 5, L: 4 },
    { K: 5 },
    { K: 3, L: 3, J: 3, Q: 3 },
    { K: 3, L: 3, J: 3, Q: 3, N0: 1e-3 },
    { K: 3, L: 2, J: 3, Q: 2, alpha: 3, beta: 2 },
  ])('are the exact ones if all three assumptions are taken over: %j', (changes) => {
    const network = defineNetwork(changes)
    for (const sensingClusters of ['bs-centric', 'target-centric'] as const) {
      const options = { method: 'actual-requests', assumptions: assumptionNames, sensingClusters } as const
      expect(communicationRate(network, options).value / communicationRate(network).value).toBeCloseTo(1, 7)
      expect(sensingRate(network, options).value / sensingRate(network, { sensingClusters }).value).toBeCloseTo(1, 6)
    }
  })

  it('without requests differ by the law of the gains alone', () => {
    const network = defineNetwork({ K: 5 })
    const options = { method: 'actual-requests', assumptions: ['gamma-gains'] } as const
    expect(communicationRate(network, options).value / communicationRate(network).value).toBeCloseTo(1, 9)
    expect(sensingRate(network, options).value / sensingRate(network).value).toBeCloseTo(1, 7)
  })

  it('are for overloaded networks too, down to M_t = K', () => {
    for (const changes of [
      { K: 20, L: 3, J: 4, Q: 3 },
      { K: 2, J: 10, Q: 3 },
      { K: 1, L: 12, J: 10, Q: 10 },
    ]) {
      const network = defineNetwork(changes)
      for (const rate of [communicationRate, sensingRate]) {
        const { value, errorEstimate } = rate(network, { method: 'actual-requests' })
        expect(value).toBeGreaterThan(0)
        expect(errorEstimate).toBeLessThan(1e-4 * value)
      }
    }
  })

  it('are not for arrays and clusters beyond reach', () => {
    expect(() => communicationRate(defineNetwork({ Mt: 2048 }), { method: 'actual-requests' })).toThrow(
      'transmitAntennas (M_t) ≤ 1024',
    )
    expect(() => sensingRate(defineNetwork({ Q: 100 }), { method: 'actual-requests' })).toThrow('≤ 64')
    const started = performance.now()
    for (const rate of [communicationRate, sensingRate])
      expect(
        rate(defineNetwork({ Mt: 1024, K: 100, L: 20, J: 10, Q: 64 }), { method: 'actual-requests' }).value,
      ).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('take assumptions, which other methods have of their own', () => {
    expect(() => communicationRate(defineNetwork({ K: 2 }), { assumptions: ['gamma-gains'] })).toThrow(
      InvalidParameterError,
    )
    expect(() => sensingRate(defineNetwork({ K: 2 }), { assumptions: ['gamma-gains'] })).toThrow('those of ‘exact’')
  })
})
