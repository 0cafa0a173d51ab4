import { defineNetwork } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  communicationAreaSpectralEfficiency,
  communicationMethods,
  communicationRate,
  MethodNotApplicableError,
  sensingAreaSpectralEfficiency,
  sensingMethods,
  sensingRate,
  weightedSumAreaSpectralEfficiency,
} from '../src/index.js'

const exponent = fc.double({ min: 2.05, max: 6, noNaN: true })
const some = { numRuns: 25 }

describe('communication', () => {
  it('has the limit L = 1 in Theorem 1, where it is exact', () => {
    fc.assert(
      fc.property(exponent, fc.integer({ min: 1, max: 20 }), (alpha, K) => {
        const network = defineNetwork({ K, alpha })
        expect(communicationRate(network, { method: 'theorem-1' })).toEqual(communicationRate(network))
      }),
      some,
    )
  })

  it('rejects Theorem 1 for L ≥ 2 by the percentages of erratum E1', () => {
    const deviation = (L: number): number => {
      const network = defineNetwork({ K: 5, L })
      return communicationRate(network, { method: 'theorem-1' }).value / communicationRate(network).value - 1
    }
    expect(deviation(2)).toBeCloseTo(0.024, 3)
    expect(deviation(4)).toBeCloseTo(-0.041, 3)
  })

  it('does not depend on the density of BSs', () => {
    const rate = (lambda: number) => communicationRate(defineNetwork({ K: 4, L: 3, lambda }))
    expect(rate(0.01)).toEqual(rate(100))
  })

  it('grows with the antennas and falls with the nulls that sensing asks for', () => {
    fc.assert(
      fc.property(exponent, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), (alpha, K, L) => {
        const rate = (Mt: number, J: number) => communicationRate(defineNetwork({ K, L, alpha, Mt, J, Q: 2 })).value
        expect(rate(33, 4)).toBeGreaterThan(rate(32, 4))
        expect(rate(33, 3)).toBeGreaterThan(rate(33, 4))
      }),
      some,
    )
  })

  it('vanishes as α → 2, where interference diverges', () => {
    const rates = [2.5, 2.1, 2.01, 2.001].map((alpha) => communicationRate(defineNetwork({ K: 3, L: 2, alpha })).value)
    expect(rates).toEqual(rates.toSorted((a, b) => b - a))
    expect(rates[3]).toBeLessThan(0.02)
    expect(rates[2]! / rates[3]!).toBeGreaterThan(5)
  })

  it('has the same value at two tolerances', () => {
    const network = defineNetwork({ K: 3, L: 4, alpha: 3.3 })
    const [loose, tight] = [1e-5, 1e-11].map((relativeTolerance) => communicationRate(network, { relativeTolerance }))
    expect(Math.abs(loose!.value - tight!.value)).toBeLessThanOrEqual(loose!.errorEstimate + tight!.errorEstimate)
    expect(tight!.errorEstimate).toBeLessThanOrEqual(1e-11 * tight!.value)
  })

  it('falls with noise, more where BSs are sparse, continuously from none', () => {
    const rate = (noisePower: number, lambda: number) =>
      communicationRate(defineNetwork({ K: 3, L: 2, noisePower, lambda })).value
    expect(rate(1e-12, 1)).toBeCloseTo(rate(0, 1), 8)
    expect(rate(0.1, 1)).toBeLessThan(rate(0.01, 1))
    expect(rate(0.1, 0.1)).toBeLessThan(rate(0.1, 1))
  })
})

describe('sensing', () => {
  it('has one value for Q = 1, whichever the clusters, and Proposition 3 is it', () => {
    fc.assert(
      fc.property(exponent, fc.integer({ min: 1, max: 20 }), (alpha, K) => {
        const network = defineNetwork({ K, alpha, beta: alpha / 2 })
        const rate = sensingRate(network)
        expect(sensingRate(network, { clusters: 'target-centric' })).toEqual(rate)
        expect(sensingRate(network, { method: 'proposition-3' })).toEqual(rate)
        expect(sensingRate(network, { method: 'no-hole' }).value).toBeLessThan(rate.value)
      }),
      some,
    )
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
    for (const clusters of ['bs-centric', 'target-centric'] as const) {
      const rate = (beta: number) => sensingRate(defineNetwork({ K: 3, Q: 3, beta }), { clusters }).value
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

  it('falls with clutter and noise, continuously from none', () => {
    for (const clusters of ['bs-centric', 'target-centric'] as const)
      for (const beta of [2, 1.8]) {
        const rate = (clutterDensity: number, noisePower: number, clutterResidual = 0.1) =>
          sensingRate(defineNetwork({ Q: 2, beta, clutterDensity, clutterResidual, noisePower }), { clusters }).value
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
})

describe('methods', () => {
  it('say what they require where they say nothing', () => {
    const refused = (run: () => unknown): string => {
      try {
        run()
      } catch (error) {
        expect(error).toBeInstanceOf(MethodNotApplicableError)
        return (error as Error).message
      }
      return ''
    }
    const q2 = defineNetwork({ Q: 2 })
    expect(refused(() => sensingRate(q2, { method: 'proposition-3' }))).toBe(
      'method ‘proposition-3’ requires sensingClusterSize (Q) = 1, got 2',
    )
    expect(refused(() => sensingRate(defineNetwork(), { method: 'theorem-3' }))).toContain('Q) ≥ 2, got 1')
    expect(refused(() => sensingRate(q2, { method: 'no-hole', clusters: 'target-centric' }))).toContain('bs-centric')
    const noisy = defineNetwork({ Q: 2, noisePower: 1 })
    expect(refused(() => sensingRate(noisy, { method: 'theorem-3' }))).toContain('neither clutter nor noise')
    expect(refused(() => communicationRate(noisy, { method: 'theorem-2' }))).toContain('noisePower (N₀) = 0')
  })

  it('refuse a tolerance outside their domain', () => {
    for (const relativeTolerance of [0, -1, 1, Number.NaN]) {
      expect(() => communicationRate(defineNetwork(), { relativeTolerance })).toThrow(RangeError)
      expect(() => sensingRate(defineNetwork(), { relativeTolerance })).toThrow(RangeError)
    }
  })

  it('are listed', () => {
    expect(communicationMethods).toEqual(['exact', 'theorem-1', 'theorem-2'])
    expect(sensingMethods).toEqual(['exact', 'no-hole', 'proposition-3', 'theorem-3'])
  })
})

it('multiplies rates to area spectral efficiencies', () => {
  const network = defineNetwork({ lambda: 2, K: 3, J: 5 })
  expect(communicationAreaSpectralEfficiency(network, 1.5)).toBe(9)
  expect(sensingAreaSpectralEfficiency(network, 0.5)).toBe(5)
  expect(weightedSumAreaSpectralEfficiency(0.25, 8, 4)).toBe(5)
})
