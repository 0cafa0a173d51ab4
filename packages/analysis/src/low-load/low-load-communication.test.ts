import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { communicationRate } from '../communication/communication-rate.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { lowLoadCommunication } from './low-load-communication.js'

const users = (changes: Record<string, number>) => lowLoadCommunication(defineNetwork({ lambda_t: 0, ...changes }))

describe('lowLoadCommunication', () => {
  // Another program, in C++: tori of 10⁴ BSs with users as a Poisson process; standard errors beside the means.
  it.each<[number, number, number, number, readonly [number, number], readonly [number, number]]>([
    [0.5, 5, 20, 4, [5.1601, 0.008], [2.5753, 0.005]],
    [2, 5, 20, 4, [3.3578, 0.0062], [6.4894, 0.0142]],
    [5, 5, 20, 4, [2.6524, 0.0089], [9.9452, 0.0173]],
    [3, 10, 20, 3, [1.9602, 0.0036], [5.8757, 0.013]],
    [0.5, 5, 20, 4, [5.17284, 0.0037], [2.58384, 0.0023]],
    [2, 5, 20, 4, [3.35519, 0.0019], [6.48588, 0.0042]],
    [3, 10, 20, 3, [1.96585, 0.0014], [5.8768, 0.0043]],
    [10, 4, 32, 3, [2.29251, 0.0012], [8.92643, 0.0042]],
    [40, 4, 32, 3, [2.26718, 0.0013], [9.29953, 0.0042]],
    [3, 1, 8, 4, [3.45819, 0.0022], [3.0995, 0.0017]],
    [1, 8, 64, 2.5, [3.40233, 0.0015], [3.40245, 0.0023]],
  ])('ρ = %d, K = %d, M_t = %d, α = %d as simulated, within its error', (lambda_u, K, Mt, alpha, rate, ase) => {
    const found = users({ lambda_u, K, Mt, alpha })
    for (const [estimate, [mean, standardError]] of [
      [found.rate, rate],
      [found.ase, ase],
    ] as const) {
      expect(Math.abs(estimate.value - mean)).toBeLessThan(estimate.errorEstimate + 3 * standardError)
      expect(estimate.errorEstimate).toBeLessThan(0.008 * estimate.value)
    }
  })

  it.each([
    [0.5, 5, 20, 4, 1, [4.24491, 0.0036], [2.11981, 0.0026], 0.28685],
    [2, 5, 20, 4, 0.3, [3.30281, 0.0027], [6.3778, 0.0057], 0.1704],
    [1, 3, 16, 3, 2, [2.53195, 0.0019], [2.43198, 0.0024], 0.11431],
  ] as const)(
    'ρ = %d, K = %d, M_t = %d, α = %d with targets as simulated, %d for each BS',
    (lambda_u, K, Mt, alpha, lambda_t, rate, ase, silent) => {
      const found = users({ lambda_u, K, Mt, alpha, lambda_t })
      expect(Math.abs(found.rate.value - rate[0])).toBeLessThan(found.rate.errorEstimate + 3 * rate[1])
      expect(Math.abs(found.ase.value - ase[0])).toBeLessThan(found.ase.errorEstimate + 3 * ase[1])
      expect(found.activeShare).toBeCloseTo(1 - silent, 2)
    },
  )

  it('becomes saturated, and is that where the density of users is infinite', () => {
    const network = { K: 5, Mt: 20, alpha: 3.4, N0: 0.05 }
    const saturated = communicationRate(defineNetwork(network))
    expect(users({ ...network, lambda_u: 2e3 }).rate.value / saturated.value).toBeCloseTo(1, 6)
    const infinite = lowLoadCommunication(defineNetwork({ ...network, lambda_t: 3 }))
    expect(infinite.rate).toEqual(saturated)
    expect(infinite.ase.value).toBe(5 * saturated.value)
    expect(infinite).toMatchObject({ servedUsers: 5, servedShare: 0, activeShare: 1 })
  })

  it('has the rates of users of typical cells in the limit of T_c', () => {
    // The simulation `typical: 'cell'` of saturated cells with gamma gains: 2.3275 ± 0.0006.
    expect(Math.abs(users({ K: 4, Mt: 32, alpha: 3, lambda_u: 1e3 }).servedUserRate.value / 2.3275 - 1)).toBeLessThan(
      0.006,
    )
  })

  it('becomes that of one stream from everywhere for a lone user among targets', () => {
    const lone = lowLoadCommunication(defineNetwork({ K: 3, lambda_u: 0 }))
    expect(lone.rate.value).toBeCloseTo(communicationRate(defineNetwork({ K: 1 })).value, 8)
    expect(lone.ase.value).toBe(0)
    expect(lone.servedShare).toBeCloseTo(1, 8)
    // And without interference: E ln(1 + G r^−α P_t/N₀).
    const alone = users({ lambda_u: 0, N0: 1, Mt: 1 })
    expect(alone.rate.value).toBeGreaterThan(users({ lambda_u: 1e-3, N0: 1, Mt: 1 }).rate.value)
  })

  it('depends on the densities per BS only, without noise', () => {
    const one = users({ K: 3, lambda: 1, lambda_u: 2 })
    const four = users({ K: 3, lambda: 4, lambda_u: 8 })
    expect(four.rate.value).toBeCloseTo(one.rate.value, 9)
    expect(four.ase.value).toBeCloseTo(4 * one.ase.value, 8)
  })

  it('tells both rates and shares apart', () => {
    const { rate, servedUserRate, ase, servedShare, servedUsers, activeShare } = users({
      K: 4,
      Mt: 32,
      alpha: 3,
      lambda_u: 10,
    })
    expect(servedUserRate.value / rate.value).toBeGreaterThan(1.02)
    expect(ase.value).toBeCloseTo(servedUsers * servedUserRate.value, 9)
    expect(servedUsers).toBeCloseTo(10 * servedShare, 12)
    expect(activeShare).toBeLessThan(1 - Math.exp(-10))
  })

  it('has all stations active where targets are everywhere', () => {
    const among = lowLoadCommunication(defineNetwork({ K: 5, lambda_u: 0.5 }))
    expect(among.activeShare).toBe(1)
    expect(among.rate.value).toBeLessThan(users({ K: 5, lambda_u: 0.5 }).rate.value)
    const some = lowLoadCommunication(defineNetwork({ K: 5, lambda_u: 0.5, lambda_t: 1 }))
    expect(some.rate.value).toBeGreaterThan(among.rate.value)
  })

  it('refuses requests to null, and what has neither interference nor noise', () => {
    const refused = (changes: Record<string, number>): void => {
      lowLoadCommunication(defineNetwork({ lambda_u: 2, ...changes }))
    }
    expect(() => refused({ L: 2 })).toThrow(MethodNotApplicableError)
    expect(() => refused({ L: 2 })).toThrow('method ‘low-load’ requires L = 1 (use simulate --fidelity channel), got 2')
    expect(() => refused({ Q: 3 })).toThrow('method ‘low-load’ requires Q = 1, unless λ_t = 0 (use simulate')
    expect(() => refused({ Q: 3, lambda_t: 0 })).not.toThrow()
    expect(() => refused({ lambda_u: 0, lambda_t: 0 })).toThrow('requires interference or noise, got neither')
    expect(() => refused({ lambda_u: 0, lambda_t: 0, N0: 1 })).not.toThrow()
    expect(() => lowLoadCommunication(defineNetwork(), { relativeTolerance: 1 })).toThrow('relativeTolerance must be')
  })
})
