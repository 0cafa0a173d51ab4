import { defineNetwork } from '@isacnet/model'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { ExpressionError } from '../values/expression.js'
import { compileObjective } from './objective.js'
import { objectiveQuantities } from './objective-quantities.js'

beforeAll(() => import('../values/mathjs-subset.js'), 60_000)

const network = defineNetwork({ K: 3, J: 2 })
/** Rc = 2, Rs = 3.25, Tc = 6, Ts = 6.5. */
const rates = objectiveQuantities(network, { communication: 2, sensing: 3.25 })
const compiled = (expression: string) => compileObjective({ kind: 'expression', expression })

describe('an objective', () => {
  it('is T_c, T_s or their weighted sum', async () => {
    expect((await compileObjective({ kind: 'communication' })).value(rates, network)).toBe(6)
    expect((await compileObjective({ kind: 'sensing' })).value(rates, network)).toBe(6.5)
    const sum = await compileObjective({ kind: 'sum', rho: 0.25 })
    expect(sum.value(rates, network)).toBe(0.25 * 6 + 0.75 * 6.5)
    expect(sum.monotone).toBe(true)
  })

  it('is an expression over rates, efficiencies and parameters', async () => {
    expect((await compiled('0.3*Tc + 0.7*Ts')).value(rates, network)).toBe(0.3 * 6 + 0.7 * 6.5)
    expect((await compiled('min(Rc * K, Rs * targetsPerCell)')).value(rates, network)).toBe(6)
  })

  it('may have quantities of the law of the SIR as its terms', async () => {
    const { value, monotone, quantities } = await compiled(
      'Tc*communication-coverage:-3 - 2 * sensing-angle-error:95% + 1/communication-coverage:-3dB',
    )
    expect(quantities).toEqual(['communication-coverage:-3dB', 'sensing-angle-error:95%'])
    expect(value(rates, network, { 'communication-coverage:-3dB': 0.5, 'sensing-angle-error:95%': 1.5 })).toBe(2)
    expect(monotone).toBe(false)
    expect((await compiled('communication-percentile-rate:5% * 10 + Ts')).monotone).toBe(true)
    expect((await compiled('sensing-range-error:50% + Ts')).monotone).toBe(false)
  })

  it('names what is no such quantity, where it stands and as it was written', async () => {
    const failure = async (text: string) => {
      const error = await compiled(text).catch((reason: unknown) => reason)
      return error instanceof ExpressionError ? [error.message, error.offset] : error
    }
    expect(await failure('Tc + sensing-detection:2')).toEqual([expect.stringContaining('got 2'), 5])
    expect(await failure('Tc + communication-detektion')).toEqual([
      expect.stringMatching(/^unknown quantity ‘communication-detektion’/),
      5,
    ])
    expect(await failure('communication-median-rate Tc')).toEqual([
      expect.stringContaining('got ‘communication-median-rate Tc’'),
      0,
    ])
    expect(await failure('2*percentileRate')).toEqual([
      expect.stringMatching(
        /^unknown name ‘percentileRate’.*; quantities of the law of the SIR are written as communication-coverage:0dB$/,
      ),
      2,
    ])
    const { value } = await compiled('1/communication-coverage:0dB')
    expect(() => value(rates, network, { 'communication-coverage:0dB': 0 })).toThrow(
      '‘1/communication-coverage:0dB’ must be a finite number, got Infinity',
    )
  })

  it('is refused otherwise', async () => {
    await expect(compiled('0.3*Tx')).rejects.toThrow(/^unknown name ‘Tx’: did you mean ‘Tc’\?/)
    await expect(compiled('constructor')).rejects.toThrow(ExpressionError)
    const division = await compiled('1 / (Tc - 6)')
    expect(() => division.value(rates, network)).toThrow('‘1 / (Tc - 6)’ must be a finite number, got Infinity')
  })
})

const growing = [
  '0.3*Tc + 0.7*Ts',
  'min(Tc, Ts)',
  'log(1 + Rc) * K',
  'Tc^2',
  'Tc*Ts',
  'Tc/M_t - 5',
  'sqrt(Rc) + floor(Rs)',
  '-3 + Tc',
  'exp(Rs)',
  '2',
]
const uncertain = [
  'Tc - Ts',
  '-Tc',
  'Tc / Ts',
  'L * Tc',
  'Tc + Q',
  'abs(Tc - 3)',
  'Tc * (Rc - 3)',
  '2^(-Tc)',
  'Tc^(-1)',
  'log(Tc, 0.5)',
  '(Rc - 3)^2',
  'min(Tc, -Ts)',
  '(-2) * Tc',
  '0.5^Tc',
]

describe('monotonicity', () => {
  it.each(growing)('%s grows', async (text) => {
    const { value, monotone } = await compiled(text)
    expect(monotone).toBe(true)
    const rate = fc.double({ min: 0, max: 20, noNaN: true })
    fc.assert(
      fc.property(rate, rate, rate, rate, (Rc, Rs, moreRc, moreRs) => {
        const at = (c: number, s: number) =>
          value(objectiveQuantities(network, { communication: c, sensing: s }), network)
        const less = at(Rc, Rs)
        const more = at(Rc + moreRc, Rs + moreRs)
        expect(more).toBeGreaterThanOrEqual(less - 1e-12 * Math.abs(less))
      }),
      { numRuns: 50 },
    )
  })

  it.each(uncertain)('%s isn’t certain to grow', async (text) => {
    expect((await compiled(text)).monotone).toBe(false)
  })
})
