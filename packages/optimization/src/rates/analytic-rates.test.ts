import { communicationRate, sensingRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnalyticRatesOptions, analyticRates } from './analytic-rates.js'

const network = fc
  .record({
    alpha: fc.double({ min: 2.2, max: 6, noNaN: true }),
    closed: fc.boolean(),
    beta: fc.double({ min: 1.1, max: 3, noNaN: true }),
    Mr: fc.integer({ min: 1, max: 40 }),
    lambda: fc.constantFrom(0.1, 1, 10),
    N0: fc.constantFrom(0, 0, 0.5),
    lambda_x: fc.constantFrom(0, 0, 2),
  })
  .map(({ closed, beta, ...rest }) => defineNetwork({ ...rest, beta: closed ? Math.max(rest.alpha / 2, 1.1) : beta }))

const withoutNoise = network.map((one) => defineNetwork({ ...one, noisePower: 0, clutterDensity: 0 }))

const cheaper = { relativeTolerance: 1e-7 }

describe('what bounds rest on', () => {
  it.each(['exact', 'theorem-1', 'theorem-2'] as const)(
    'R_c grows with D by %s',
    { timeout: 60_000 },
    (communicationMethod) => {
      fc.assert(
        fc.property(
          communicationMethod === 'exact' ? network : withoutNoise,
          fc.integer({ min: 1, max: 24 }),
          fc.integer({ min: 1, max: 8 }),
          fc.integer({ min: 1, max: 60 }),
          (parameters, K, L, D) => {
            const rates = analyticRates(parameters, { communicationMethod, ...cheaper })
            expect(rates.communicationGrowsWithDiversity).toBe(true)
            const [fewer, more] = [rates.communication(K, L, D), rates.communication(K, L, D + 1)]
            expect(more.value).toBeGreaterThan(fewer.value - more.errorEstimate - fewer.errorEstimate)
          },
        ),
        { numRuns: 25 },
      )
    },
  )

  const sensing: [string, AnalyticRatesOptions][] = [
    ['exact, bs-centric', {}],
    ['exact, target-centric', { sensingClusters: 'target-centric' }],
    ['no-hole', { sensingMethod: 'no-hole' }],
    ['theorem-3', { sensingMethod: 'theorem-3' }],
  ]
  it.each(sensing)('R_s grows with Q by %s', { timeout: 60_000 }, (name, options) => {
    fc.assert(
      fc.property(
        name === 'theorem-3' ? withoutNoise : network,
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 20 }),
        (parameters, K, above) => {
          const rates = analyticRates(parameters, { ...options, ...cheaper })
          const Q = rates.sensingGrowsFrom + above
          const [fewer, more] = [rates.sensing(K, Q), rates.sensing(K, Q + 1)]
          expect(more.value).toBeGreaterThan(fewer.value - more.errorEstimate - fewer.errorEstimate)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('analyticRates', () => {
  it('are the rates of analysis, D made of any M_t, J and Q', () => {
    const parameters = { K: 3, L: 2, J: 2, Q: 4, Mt: 20, alpha: 3.2 }
    const rates = analyticRates(defineNetwork({ alpha: 3.2 }))
    expect(rates.communication(3, 2, 9)).toEqual(communicationRate(defineNetwork(parameters)))
    expect(rates.sensing(3, 4)).toEqual(sensingRate(defineNetwork(parameters)))
  })

  it('take Proposition 3 where Theorem 3 says nothing', () => {
    const rates = analyticRates(defineNetwork(), { sensingMethod: 'theorem-3' })
    expect(rates.sensing(2, 1)).toEqual(sensingRate(defineNetwork({ K: 2 }), { method: 'proposition-3' }))
    expect(rates.sensing(2, 2)).toEqual(sensingRate(defineNetwork({ K: 2, Q: 2 }), { method: 'theorem-3' }))
  })

  it('refuse clusters that a method doesn’t know', () => {
    expect(() =>
      analyticRates(defineNetwork(), { sensingMethod: 'no-hole', sensingClusters: 'target-centric' }),
    ).toThrow('method ‘no-hole’ requires bs-centric clusters, got target-centric')
  })
})
