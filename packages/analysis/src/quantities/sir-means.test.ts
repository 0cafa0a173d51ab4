import { defineNetwork, services, sirQuantities, UnknownNameError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { performance } from './performance.js'
import { serviceRate } from './service-rate.js'
import { sirMean, sirMeanByMethod, sirMeans } from './sir-means.js'

const network = defineNetwork({ K: 3, L: 2, J: 2, Q: 2, lambda: 0.7 })
const rateOfSir = { ofSir: (sir: number) => Math.log1p(sir) }

describe('sirMean', () => {
  it.each(services.map(({ service }) => service))('has the rate of %s as the mean of ln(1 + SIR)', (service) => {
    const options = { sensingClusters: 'target-centric' } as const
    const { value, errorEstimate } = sirMean(rateOfSir, service, network, options)
    expect(Math.abs(value - serviceRate(service, network, options).value)).toBeLessThanOrEqual(errorEstimate)
  })

  it('has a probability of detection, by the law of distribution functions of its threshold', () => {
    // E P_fa^(1/(1+SIR)) with Gamma draws: 1 for P_fa = 1, and less for less.
    const at = (falseAlarm: number) => sirMean({ ofSir: (sir) => falseAlarm ** (1 / (1 + sir)) }, 'sensing', network)
    expect(at(1).value).toBeCloseTo(1, 9)
    expect(at(1e-3).value).toBeLessThan(at(1e-2).value)
    expect(at(1e-3).value).toBeGreaterThan(1e-3)
  })

  it('refuses what is not an option', () => {
    expect(() => sirMean(rateOfSir, 'sensing', network, { abandonmentProbability: 0 } as object)).toThrow(
      UnknownNameError,
    )
  })
})

it('has a mean by each method with a law, and says why the others have none', () => {
  const [exact, noHole] = sirMeanByMethod(rateOfSir, 'sensing', network)
  expect(exact).toEqual({ method: 'exact', rate: sirMean(rateOfSir, 'sensing', network) })
  expect(noHole).toMatchObject({ method: 'no-hole', notApplicable: expect.any(MethodNotApplicableError) })
})

it('has the quantities of a service that are such means, and none where the method has no law', () => {
  for (const { service } of services) {
    const means = sirMeans(service, network)
    expect(Object.keys(means)).toEqual(sirQuantities(service).map(({ quantity }) => quantity))
    expect(performance(network)[service]).toMatchObject(
      Object.fromEntries(Object.entries<{ value: number }>(means).map(([quantity, { value }]) => [quantity, value])),
    )
  }
  expect(sirMeans('sensing', network, { sensingMethod: 'no-hole' })).toEqual({})
})
