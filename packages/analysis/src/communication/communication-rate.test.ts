import {
  defineNetwork,
  InfeasibleAllocationError,
  InvalidParameterError,
  UnknownNameError,
  UnsaturatedNetworkError,
} from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overloaded } from '../../test/overloaded-network.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { communicationMethods, meanRequestCommunicationMethods } from './communication-methods.js'
import { communicationRate } from './communication-rate.js'

const exponent = fc.double({ min: 2.05, max: 6, noNaN: true })
const some = { numRuns: 25 }

describe('communicationRate', () => {
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

  it('says what a method requires where it says nothing', () => {
    const noisy = defineNetwork({ noisePower: 1 })
    for (const method of ['theorem-1', 'theorem-2'] as const) {
      const run = () => communicationRate(noisy, { method })
      expect(run).toThrow(MethodNotApplicableError)
      expect(run).toThrow(`method ‘${method}’ requires noisePower (N₀) = 0, got 1`)
    }
  })

  it.each(communicationMethods)('%s refuses finite densities of users and targets', (method) => {
    for (const changes of [{ lambda_u: 1e6 }, { lambda_t: 2 }])
      expect(() => communicationRate(defineNetwork(changes), { method })).toThrow(UnsaturatedNetworkError)
    expect(() => communicationRate(defineNetwork({ lambda_u: 2 }), { method })).toThrow(
      `communication method ‘${method}’ is not available for finite userDensity (λ_u), got 2: use evaluate, or simulate --fidelity channel`,
    )
  })

  it('refuses a tolerance outside its domain', () => {
    for (const relativeTolerance of [0, -1, 1, Number.NaN])
      expect(() => communicationRate(defineNetwork(), { relativeTolerance })).toThrow(
        new InvalidParameterError('relativeTolerance', relativeTolerance, 'a number in [1e-12, 1e-2]'),
      )
  })

  it('takes a network only', () => {
    const network = defineNetwork({ L: 2 })
    // @ts-expect-error a copy with changes is no network: this one would have D = −79
    expect(() => communicationRate({ ...network, usersPerCell: 50 })).toThrow(InvalidParameterError)
    for (const other of [{ usersPerCell: 5 }, undefined, null, 5, structuredClone(network)])
      expect(() => communicationRate(other as never)).toThrow(/^network must be made by defineNetwork/)
  })

  it.each(meanRequestCommunicationMethods)(
    'has no rate by %s of a network with D < 1, however it came to be',
    (method) => {
      expect(() => communicationRate(overloaded, { method })).toThrow(InfeasibleAllocationError)
    },
  )

  it.each([
    [{ method: 'theorem1' }, 'unknown method ‘theorem1’: did you mean ‘theorem-1’?'],
    [{ methd: 'exact' }, 'unknown option of communicationRate ‘methd’: did you mean ‘method’?'],
    [{ relativeTolerence: 1e-6 }, 'did you mean ‘relativeTolerance’?'],
    [{ method: 'toString' }, 'unknown method ‘toString’'],
  ])('knows no such name: %j', (options, message) => {
    expect(() => communicationRate(defineNetwork(), options as never)).toThrow(UnknownNameError)
    expect(() => communicationRate(defineNetwork(), options as never)).toThrow(message)
  })

  it.each([{ relativeTolerance: '1e-9' }, { relativeTolerance: null }, null, 'exact'])('refuses %j', (options) => {
    expect(() => communicationRate(defineNetwork(), options as never)).toThrow(InvalidParameterError)
  })

  it('has its methods listed, each once, exact first', () => {
    expect(communicationMethods[0]).toBe('exact')
    expect(new Set(communicationMethods).size).toBe(communicationMethods.length)
    expect(communicationMethods).toEqual(expect.arrayContaining(['exact', 'theorem-1', 'theorem-2']))
  })
})
