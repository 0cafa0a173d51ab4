import {
  chosenQuantity,
  defineNetwork,
  QuantityNotApplicableError,
  type Service,
  services,
  UnknownNameError,
} from '@isacnet/model'
import { integrateAdaptive } from '@isacnet/quadrature'
import { describe, expect, it } from 'vitest'
import { sirLaw } from '../law/sir-law.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { performance } from './performance.js'
import { serviceRate } from './service-rate.js'
import { sirFunctionalValue, sirQuantityByMethod, sirQuantityValue, sirQuantityValues } from './sir-values.js'

const network = defineNetwork({ K: 3, L: 2, J: 2, Q: 2, lambda: 0.7 })

describe('sirFunctionalValue', () => {
  it.each(services.map(({ service }) => service))('has the rate of %s as the mean of ln(1 + SIR)', (service) => {
    const options = { sensingClusters: 'target-centric' } as const
    const { value, errorEstimate } = sirFunctionalValue(
      { kind: 'mean', of: Math.log1p },
      sirLaw(network, service, options),
    )
    expect(Math.abs(value - serviceRate(service, network, options).value)).toBeLessThanOrEqual(errorEstimate)
  })

  it('has the percentile of a monotone function where it rises and where it falls', () => {
    const law = sirLaw(network, 'communication')
    const sir = law.percentile(0.1).sir
    for (const of of [(x: number) => x * x, (x: number) => 1 / x]) {
      const { value, errorEstimate } = sirFunctionalValue({ kind: 'percentile', share: 0.1, of }, law)
      expect(value).toBe(of(sir.value))
      // The derivatives of both are 2x and x⁻².
      const slope = of(2) === 4 ? 2 * sir.value : sir.value ** -2
      expect(errorEstimate / (slope * sir.errorEstimate)).toBeCloseTo(1, 3)
    }
  })
})

describe('sirQuantityValue', () => {
  // mpmath, 50 digits, and Newton steps on it; sensing by cumulative quadrature in NumPy.
  it.each<[string, Service, Readonly<Record<string, number>>, number, number]>([
    ['coverage:0dB', 'communication', { K: 5 }, 0.929082912741765, 12],
    ['coverage:20dB', 'communication', { K: 5 }, 0.11585164754375, 12],
    ['percentile-rate:5%', 'communication', { K: 5 }, 0.6232235541, 9],
    ['percentile-rate:5%', 'communication', { K: 5, L: 2 }, 0.5621141691, 9],
    ['covered-density:0dB', 'communication', { K: 5, lambda: 2 }, 9.29082912741765, 11],
    ['percentile-ase:5%', 'communication', { K: 5, lambda: 3 }, 15 * 0.6232235541, 8],
    ['median-rate', 'communication', { K: 5 }, Math.log1p(10 ** 0.72697526691), 9],
    ['coverage:0dB', 'sensing', { K: 5 }, 0.50904375, 7],
    ['coverage:10dB', 'sensing', { K: 3, Q: 3 }, 0.37522853, 7],
  ])('%s of %s with %j', (quantity, service, changes, expected, digits) => {
    expect(sirQuantityValue(quantity, service, defineNetwork(changes)).value).toBeCloseTo(expected, digits)
  })

  it('has the detection probability as the integral of a derivative over the coverage', () => {
    // E φ(SIR) = φ(0) + ∫ φ′(θ) P(SIR > θ) dθ, over x = θ/(1 + θ), where φ = P_fa^(1−x).
    const log = Math.log(1e-6)
    const integral = integrateAdaptive(
      (x) => -log * Math.exp((1 - x) * log) * sirQuantityValue(coverageAt(x / (1 - x)), 'sensing', network).value,
      0,
      1,
      { relativeTolerance: 1e-7 },
    )
    expect(sirQuantityValue('detection:1e-6', 'sensing', network).value).toBeCloseTo(1e-6 + integral.value, 7)
  })

  it('has the detection probability where the density is too small far out to be known relative to itself', () => {
    // At 36 dB below the median, which doesn't matter. 0.4600632662 by a coarser rule that takes such densities for 0.
    const far = defineNetwork({ K: 5, Q: 4, Mt: 60 })
    expect(sirQuantityValue('detection:1e-3', 'sensing', far).value).toBeCloseTo(0.46006326617, 9)
  })

  it('has errors that the stated share of the targets does not exceed', () => {
    const degrees = (sir: number) => (Math.sqrt(6 / (sir * 99)) / Math.PI) * (180 / Math.PI)
    const error = sirQuantityValue('angle-error:95%', 'sensing', network).value
    // The SIR with that error is exceeded by 95 %.
    const sir = (degrees(1) / error) ** 2
    expect(sirQuantityValue(coverageAt(sir), 'sensing', network).value).toBeCloseTo(0.95, 7)
  })

  it('refuses what has no such quantity', () => {
    expect(() => sirQuantityValue('detection', 'communication', network)).toThrow(UnknownNameError)
    expect(() => sirQuantityValue('range-error', 'sensing', network)).toThrow(QuantityNotApplicableError)
    expect(() => sirQuantityValue('coverage', 'sensing', network, { method: 'exact' } as object)).toThrow(
      UnknownNameError,
    )
    expect(() => sirQuantityValue('coverage', 'sensing', network, { quantities: 'coverage' as never })).toThrow(
      'quantities must be a list, got coverage',
    )
  })
})

const coverageAt = (threshold: number) => {
  const { quantity } = chosenQuantity('coverage')
  return { name: '', heading: '', parameter: 10 * Math.log10(threshold), quantity }
}

it('has a value by each method with a law, and says why the others have none', () => {
  const [exact, actualRequests, noHole] = sirQuantityByMethod('coverage', 'sensing', network)
  expect(exact).toEqual({ method: 'exact', rate: sirQuantityValue('coverage', 'sensing', network) })
  expect(actualRequests).toEqual({
    method: 'actual-requests',
    rate: sirQuantityValue('coverage', 'sensing', network, { sensingMethod: 'actual-requests' }),
  })
  expect(noHole).toMatchObject({ method: 'no-hole', notApplicable: expect.any(MethodNotApplicableError) })
})

it('has all that are chosen of a service, or why there is none', () => {
  const quantities = ['coverage:3', 'detection', 'range-error', 'median-rate']
  const found = performance(network, { quantities })
  expect(found.communication.quantities).toEqual({
    'coverage:3dB': sirQuantityValue('coverage:3dB', 'communication', network),
    'median-rate': sirQuantityValue('median-rate', 'communication', network),
  })
  expect(found.sensing.quantities).toEqual({
    'coverage:3dB': sirQuantityValue('coverage:3dB', 'sensing', network),
    'detection:1e-6': sirQuantityValue('detection:1e-6', 'sensing', network),
    'range-error:50%': { notApplicable: 'quantity ‘range-error’ requires rmsBandwidth (B) > 0, got 0' },
    'median-rate': sirQuantityValue('median-rate', 'sensing', network),
  })
  expect(performance(network).sensing).not.toHaveProperty('quantities')
  const options = { quantities: ['coverage'], sensingMethod: 'no-hole' } as const
  expect(sirQuantityValues('sensing', network, options)).toEqual({
    'coverage:0dB': { notApplicable: expect.stringContaining('no-hole') },
  })
})
