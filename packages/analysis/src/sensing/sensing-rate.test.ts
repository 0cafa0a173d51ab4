import {
  defineNetwork,
  InfeasibleAllocationError,
  InvalidParameterError,
  UnknownNameError,
  UnsaturatedNetworkError,
} from '@isacnet/model'
import { NonConvergenceError } from '@isacnet/quadrature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overloaded } from '../../test/overloaded-network.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { sensingMethods } from './sensing-methods.js'
import { sensingRate } from './sensing-rate.js'

const exponent = fc.double({ min: 2.05, max: 6, noNaN: true })
const some = { numRuns: 25 }

describe('sensingRate', () => {
  it('has one value for Q = 1, whichever the clusters, and Proposition 3 is it', () => {
    fc.assert(
      fc.property(exponent, fc.integer({ min: 1, max: 20 }), (alpha, K) => {
        const network = defineNetwork({ K, alpha, beta: alpha / 2 })
        const rate = sensingRate(network)
        expect(sensingRate(network, { sensingClusters: 'target-centric' })).toEqual(rate)
        expect(sensingRate(network, { method: 'proposition-3' })).toEqual(rate)
        expect(sensingRate(network, { method: 'no-hole' }).value).toBeLessThan(rate.value)
      }),
      some,
    )
  })

  it.each(sensingMethods)('%s refuses finite densities of users and targets', (method) => {
    for (const changes of [{ lambda_u: 1e6 }, { lambda_t: 2 }])
      expect(() => sensingRate(defineNetwork(changes), { method })).toThrow(UnsaturatedNetworkError)
  })

  it('does not depend on what was refused before it', () => {
    const network = defineNetwork({ Mt: 794, K: 2, Q: 39, alpha: 2.001106545523109, beta: 0.9329327265515666 })
    const rate = sensingRate(network, { method: 'theorem-3' })
    const costly = defineNetwork({ Mt: 208, K: 48, Q: 3, alpha: 2.095951265681218, beta: 60 })
    expect(() => sensingRate(costly, { method: 'no-hole' })).toThrow(NonConvergenceError)
    expect(sensingRate(network, { method: 'theorem-3' })).toEqual(rate)
  })

  it('does not depend on the density of BSs when α = 2β', () => {
    const rate = (lambda: number) => sensingRate(defineNetwork({ K: 2, Q: 3, lambda }))
    expect(rate(0.01)).toEqual(rate(100))
  })

  it('grows with the density when 2β > α and falls when 2β < α (erratum E8)', () => {
    const rate = (lambda: number, alpha: number, beta: number, Q: number) =>
      sensingRate(defineNetwork({ lambda, alpha, beta, Q })).value
    for (const Q of [1, 2]) {
      expect(rate(2, 3, 2, Q)).toBeGreaterThan(rate(1, 3, 2, Q))
      expect(rate(2, 4, 1.5, Q)).toBeLessThan(rate(1, 4, 1.5, Q))
    }
  })

  it('is continuous where α = 2β closes the integral over R', () => {
    for (const sensingClusters of ['bs-centric', 'target-centric'] as const) {
      const rate = (beta: number) => sensingRate(defineNetwork({ K: 3, Q: 3, beta }), { sensingClusters }).value
      expect((rate(2 + 1e-6) + rate(2 - 1e-6)) / 2).toBeCloseTo(rate(2), 7)
    }
  })

  it('grows with Q and with the echo gain', () => {
    const rates = [1, 2, 3, 5, 9].map((Q) => sensingRate(defineNetwork({ Q })).value)
    expect(rates).toEqual(rates.toSorted((a, b) => a - b))
    const gains = [0.01, 0.1, 1, 10].map((deltaT) => sensingRate(defineNetwork({ Q: 2, deltaT })).value)
    expect(gains).toEqual(gains.toSorted((a, b) => a - b))
  })

  it('depends weakly on K (erratum E10)', () => {
    expect(sensingRate(defineNetwork({ K: 1 })).value).toBeCloseTo(1.342, 3)
    expect(sensingRate(defineNetwork({ K: 5 })).value).toBeCloseTo(1.409, 3)
  })

  it('is overestimated by Theorem 3 by the percentages of erratum E9', () => {
    const deviation = (Q: number): number => {
      const network = defineNetwork({ Q })
      return sensingRate(network, { method: 'theorem-3' }).value / sensingRate(network).value - 1
    }
    expect(deviation(2)).toBeCloseTo(0.092, 3)
    expect(deviation(3)).toBeCloseTo(0.046, 3)
    expect(deviation(5)).toBeCloseTo(0.019, 3)
  })

  it('has Theorem 3 at Q equal to the rate without the hole at Q + 1, whatever α and β (erratum E9)', () => {
    fc.assert(
      fc.property(
        exponent,
        fc.double({ min: 1.1, max: 4, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (alpha, beta, Q) => {
          const printed = sensingRate(defineNetwork({ K: 3, alpha, beta, Q }), { method: 'theorem-3' })
          const shifted = sensingRate(defineNetwork({ K: 3, alpha, beta, Q: Q + 1 }), { method: 'no-hole' })
          const error = Math.abs(printed.value - shifted.value)
          expect(error).toBeLessThanOrEqual(2 * (printed.errorEstimate + shifted.errorEstimate))
        },
      ),
      some,
    )
  })

  it('falls with clutter and noise, continuously from none', () => {
    for (const sensingClusters of ['bs-centric', 'target-centric'] as const)
      for (const beta of [2, 1.8]) {
        const rate = (clutterDensity: number, noisePower: number, clutterResidual = 0.1) =>
          sensingRate(defineNetwork({ Q: 2, beta, clutterDensity, clutterResidual, noisePower }), { sensingClusters })
            .value
        expect(rate(0, 0)).toBeGreaterThan(rate(1, 0))
        expect(rate(1, 0)).toBeGreaterThan(rate(2, 0))
        expect(rate(1, 0, 0)).toBe(rate(0, 0))
        expect(rate(0, 0)).toBeGreaterThan(rate(0, 0.1))
        expect(rate(0, 1e-12)).toBeCloseTo(rate(0, 0), 6)
        expect(rate(1e-9, 0)).toBeCloseTo(rate(0, 0), 6)
      }
  })

  it('needs J(Q−1) degrees of freedom only through feasibility', () => {
    expect(sensingRate(defineNetwork({ Q: 3, J: 5 }))).toEqual(sensingRate(defineNetwork({ Q: 3, J: 1, L: 2 })))
  })

  it.each([
    [{ Q: 2 }, { method: 'proposition-3' }, 'method ‘proposition-3’ requires sensingClusterSize (Q) = 1, got 2'],
    [{}, { method: 'theorem-3' }, 'method ‘theorem-3’ requires sensingClusterSize (Q) ≥ 2, got 1'],
    [
      { Q: 2 },
      { method: 'no-hole', sensingClusters: 'target-centric' },
      'method ‘no-hole’ requires bs-centric clusters when Q ≥ 2, got target-centric',
    ],
    [
      { Q: 2, noisePower: 1 },
      { method: 'theorem-3' },
      'requires neither clutter nor noise, got clutterDensity (λ_x) = 0 and noisePower (N₀) = 1',
    ],
  ] as const)('says what a method requires where it says nothing: %j, %j', (changes, options, message) => {
    const run = () => sensingRate(defineNetwork(changes), options)
    expect(run).toThrow(MethodNotApplicableError)
    expect(run).toThrow(message)
  })

  it('refuses a tolerance outside its domain', () => {
    for (const relativeTolerance of [0, -1, 1, Number.NaN])
      expect(() => sensingRate(defineNetwork(), { relativeTolerance })).toThrow(InvalidParameterError)
  })

  it('takes a network only', () => {
    const network = defineNetwork({ Q: 2 })
    // @ts-expect-error a copy with changes is no network
    expect(() => sensingRate({ ...network, usersPerCell: 50 })).toThrow(InvalidParameterError)
    for (const other of [{ usersPerCell: 5 }, undefined, null, 5, structuredClone(network)])
      expect(() => sensingRate(other as never)).toThrow(/^network must be made by defineNetwork/)
  })

  it.each(sensingMethods.filter((method) => method !== 'actual-requests'))(
    'has no rate by %s of a network with D < 1, however it came to be',
    (method) => {
      expect(() => sensingRate(overloaded, { method })).toThrow(InfeasibleAllocationError)
      if (method === 'exact')
        expect(() => sensingRate(overloaded, { sensingClusters: 'target-centric' })).toThrow(InfeasibleAllocationError)
    },
  )

  it.each([
    [{ method: 'theorem3' }, 'unknown method ‘theorem3’: did you mean ‘theorem-3’?'],
    [{ sensingClusters: 'target-centered' }, 'did you mean ‘target-centric’?'],
    [{ clusters: 'bs-centric' }, 'unknown option of sensingRate ‘clusters’'],
  ])('knows no such name: %j', (options, message) => {
    expect(() => sensingRate(defineNetwork(), options as never)).toThrow(UnknownNameError)
    expect(() => sensingRate(defineNetwork(), options as never)).toThrow(message)
  })

  it('has its methods listed', () => {
    expect(sensingMethods).toEqual(['exact', 'actual-requests', 'no-hole', 'proposition-3', 'theorem-3'])
  })
})
