import { defineNetwork, InfeasibleAllocationError, InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { communicationRate } from '../communication/communication-rate.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { sensingRate } from '../sensing/sensing-rate.js'
import { sirLaw } from './sir-law.js'

const rate = (sir: number): number => Math.log1p(sir)
const decibels = (db: number): number => 10 ** (db / 10)

describe('sirLaw', () => {
  it('is 1/(1 + √θ arctan √θ) for one draw of an exponential gain (D = K = L = 1, α = 4)', () => {
    const law = sirLaw(defineNetwork({ Mt: 1 }), 'communication')
    for (let db = -20; db <= 40; db += 2.5) {
      const root = Math.sqrt(decibels(db))
      const { value, errorEstimate } = law.coverage(root * root)
      const expected = 1 / (1 + root * Math.atan(root))
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-13)
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(errorEstimate)
      const outage = (root * Math.atan(root)) / (1 + root * Math.atan(root))
      expect(Math.abs(law.outage(root * root).value / outage - 1)).toBeLessThan(1e-12)
    }
  })

  it('has percentiles that invert its coverage', () => {
    for (const law of [
      sirLaw(defineNetwork({ K: 5, L: 2 }), 'communication'),
      sirLaw(defineNetwork({ K: 3, Q: 2 }), 'sensing'),
    ])
      for (const p of [1e-6, 0.01, 0.05, 0.5, 0.9, 0.999]) {
        const { sir, rate } = law.percentile(p)
        expect(Math.abs(law.outage(sir.value).value / p - 1)).toBeLessThan(3e-9)
        expect(rate.value).toBeCloseTo(Math.log1p(sir.value), 14)
      }
  })

  it('has the mean rate of the theorems', () => {
    const users = defineNetwork({ K: 5, L: 2 })
    for (const communicationMethod of ['exact', 'theorem-1'] as const) {
      const { value, errorEstimate } = sirLaw(users, 'communication', { communicationMethod }).mean(rate)
      const expected = communicationRate(users, { method: communicationMethod }).value
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-9)
      expect(Math.abs(value - expected)).toBeLessThan(errorEstimate + 1e-10)
    }
    const targets = defineNetwork({ K: 3, Q: 2 })
    expect(sirLaw(targets, 'sensing').mean(rate).value / sensingRate(targets).value - 1).toBeCloseTo(0, 9)
  })

  it('refuses what has no law', () => {
    const law = sirLaw(defineNetwork({ K: 2 }), 'communication')
    for (const threshold of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      for (const of of [law.coverage, law.outage, law.density, law.betaApproximation])
        expect(() => of(threshold)).toThrow(InvalidParameterError)
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => law.percentile(p)).toThrow(InvalidParameterError)
    expect(() => law.conditionalMoment(0.5, 1)).toThrow(InvalidParameterError)
    expect(() => law.mean(() => Number.NaN)).toThrow(InvalidParameterError)
    expect(() => law.mean(undefined as never)).toThrow(InvalidParameterError)
    expect(() => sirLaw(defineNetwork({ K: 30 }), 'communication')).toThrow(InfeasibleAllocationError)
    expect(() => sirLaw(defineNetwork(), 'radar' as never)).toThrow(UnknownNameError)
    expect(() => sirLaw({} as never, 'sensing')).toThrow(InvalidParameterError)
    expect(() => sirLaw(defineNetwork(), 'sensing', { sensingMethod: 'no-hole' })).toThrow(MethodNotApplicableError)
    expect(() => sirLaw(defineNetwork({ Q: 2 }), 'sensing', { sensingMethod: 'proposition-3' })).toThrow(
      MethodNotApplicableError,
    )
    expect(() => sirLaw(defineNetwork({ N0: 1 }), 'communication', { communicationMethod: 'theorem-1' })).toThrow(
      MethodNotApplicableError,
    )
  })
})
