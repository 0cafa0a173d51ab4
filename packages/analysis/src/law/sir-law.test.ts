import { defineNetwork, InfeasibleAllocationError, InvalidParameterError, UnknownNameError } from '@isacnet/model'
import { integrateAdaptive, NonConvergenceError } from '@isacnet/quadrature'
import { describe, expect, it } from 'vitest'
import { communicationRate } from '../communication/communication-rate.js'
import { nullingGain } from '../communication/theorem-2.js'
import { MethodNotApplicableError } from '../method/method-not-applicable-error.js'
import { requestCounts } from '../requests/laws/request-counts.js'
import { sensingRate } from '../sensing/sensing-rate.js'
import { plainInterferenceFunction } from '../transforms/interference-function.js'
import { sirLaw } from './sir-law.js'

const rate = (sir: number): number => Math.log1p(sir)
/** Returns the value of a function, or its error. */
const attempt = (f: () => number): unknown => {
  try {
    return f()
  } catch (error) {
    return error
  }
}

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

  it('has the mean rate of targets whose echoes, noise and clutter depend on the density of BSs', () => {
    const network = defineNetwork({ K: 2, alpha: 3.6, beta: 2.4, lambda: 3, N0: 0.05, lambda_x: 0.4, deltaT: 3 })
    const { value } = sirLaw(network, 'sensing').mean(rate)
    expect(Math.abs(value / sensingRate(network).value - 1)).toBeLessThan(2e-9)
  })

  it('has the mean rate of targets with clusters around themselves', () => {
    const network = defineNetwork({ K: 1, Q: 3 })
    const { value } = sirLaw(network, 'sensing', { sensingClusters: 'target-centric' }).mean(rate)
    expect(Math.abs(value / sensingRate(network, { sensingClusters: 'target-centric' }).value - 1)).toBeLessThan(2e-9)
  })

  it('has the mean rate of targets where interference decays as slowly as it may, and echoes faster', () => {
    const network = defineNetwork({ alpha: 2.05, K: 20, Mt: 256 })
    const { value } = sirLaw(network, 'sensing').mean(rate)
    expect(Math.abs(value / sensingRate(network).value - 1)).toBeLessThan(2e-9)
  })

  it('has percentiles of a law whose nodes take most of the work that one coverage may cost', () => {
    const law = sirLaw(defineNetwork({ K: 12, Q: 4, alpha: 2.294, Mt: 256 }), 'sensing', {
      sensingClusters: 'target-centric',
    })
    const { sir } = law.percentile(0.05)
    expect(law.outage(sir.value).value).toBeCloseTo(0.05, 9)
  })

  it('has the coverage with abandoned requests of another program', () => {
    const law = sirLaw(defineNetwork({ K: 5, L: 4, Mt: 29 }), 'communication', { abandonmentProbability: 0.08 })
    expect(law.coverage(10).value).toBeCloseTo(0.536786899234, 11)
  })

  it('says the same whatever was asked before', () => {
    for (const fresh of [
      () => sirLaw(defineNetwork({ K: 5, L: 2 }), 'communication'),
      () => sirLaw(defineNetwork({ K: 3, Q: 2 }), 'sensing'),
      () => sirLaw(defineNetwork({ K: 2, beta: 2.2 }), 'sensing'),
    ]) {
      const used = fresh()
      for (const theta of [0.01, 100]) used.coverage(theta)
      expect(used.coverage(1)).toEqual(fresh().coverage(1))
      expect(used.percentile(0.05)).toEqual(fresh().percentile(0.05))
    }
  })

  it('has a density that is the derivative of its coverage', () => {
    for (const law of [
      sirLaw(defineNetwork({ K: 5, L: 3 }), 'communication'),
      sirLaw(defineNetwork({ K: 3, Q: 2, beta: 2.3 }), 'sensing', { relativeTolerance: 1e-11 }),
    ])
      for (const theta of [0.3, 4]) {
        const h = 1e-3
        const slope = (law.coverage(theta * Math.exp(-h)).value - law.coverage(theta * Math.exp(h)).value) / (2 * h)
        expect(law.density(theta).value / slope).toBeCloseTo(1, 5)
      }
  })

  it('takes the mean of a jump for the coverage, of a constant for the constant, of a sign that changes for the difference', () => {
    const law = sirLaw(defineNetwork({ K: 5, Mt: 20 }), 'communication')
    expect(Math.abs(law.mean((sir) => (sir > 3 ? 1 : 0)).value - law.coverage(3).value)).toBeLessThan(1e-8)
    expect(law.mean(() => 7).value).toBeCloseTo(7, 8)
    expect(law.mean(() => 0).value).toBe(0)
    const below = law.coverage(2).value
    expect(law.mean((sir) => Math.sign(sir - 2)).value).toBeCloseTo(2 * below - 1, 8)
    // One over the SIR has no mean if the gain is a single exponential.
    expect(() => sirLaw(defineNetwork({ Mt: 1 }), 'communication').mean((sir) => 1 / sir)).toThrow(NonConvergenceError)
  })

  it('falls with the threshold and with noise, and grows with Q', () => {
    const coverages = [0.01, 0.1, 1, 10, 100].map(
      (theta) => sirLaw(defineNetwork({ K: 2, L: 2 }), 'communication').coverage(theta).value,
    )
    expect(coverages).toEqual(coverages.toSorted((a, b) => b - a))
    const noisy = [0, 0.01, 0.1, 1].map(
      (N0) => sirLaw(defineNetwork({ K: 2, L: 2, N0 }), 'communication').coverage(2).value,
    )
    expect(noisy).toEqual(noisy.toSorted((a, b) => b - a))
    for (const sensingClusters of ['bs-centric', 'target-centric'] as const) {
      const larger = [1, 2, 3, 6].map(
        (Q) => sirLaw(defineNetwork({ Q }), 'sensing', { sensingClusters }).coverage(1).value,
      )
      expect(larger).toEqual(larger.toSorted((a, b) => a - b))
    }
  })

  it('is that of a cluster of one where every request is abandoned', () => {
    const abandoned = { abandonmentProbability: 1 }
    const alone = sirLaw(defineNetwork({ K: 3, Mt: 10 }), 'communication').coverage(2).value
    for (const L of [2, 5]) {
      const law = sirLaw(defineNetwork({ K: 3, L, Mt: 3 * L + 7 }), 'communication', abandoned)
      expect(law.coverage(2).value / alone).toBeCloseTo(1, 11)
    }
    const target = sirLaw(defineNetwork({ K: 3 }), 'sensing').coverage(0.5).value
    for (const sensingClusters of ['bs-centric', 'target-centric'] as const)
      for (const Q of [2, 4]) {
        const law = sirLaw(defineNetwork({ K: 3, Q }), 'sensing', { sensingClusters, ...abandoned })
        expect(law.coverage(0.5).value / target).toBeCloseTo(1, 8)
      }
  })

  it('is shifted by the nulling gain of Theorem 2', () => {
    const network = defineNetwork({ K: 2, L: 4 })
    const shifted = sirLaw(network, 'communication', { communicationMethod: 'theorem-2' })
    const alone = sirLaw(defineNetwork({ K: 2, Mt: 14 }), 'communication')
    expect(shifted.coverage(3).value).toBeCloseTo(alone.coverage(3 / nullingGain(4, 4)).value, 14)
  })

  it('has the moments 1/F(θ; bK) at D = L = 1', () => {
    const law = sirLaw(defineNetwork({ K: 3, Mt: 3 }), 'communication')
    for (const b of [1 / 3, 1, 2, 4])
      for (const theta of [0.1, 1, 30]) {
        const { value } = law.conditionalMoment(b, theta)
        expect(value * plainInterferenceFunction(3 * b, 4)(theta)).toBeCloseTo(1, 12)
      }
  })

  it('has second moments that are continuous in b', () => {
    for (const law of [
      sirLaw(defineNetwork({ Mt: 2, L: 2, N0: 0.1 }), 'communication'),
      sirLaw(defineNetwork({ Q: 2, lambda_x: 1 }), 'sensing'),
    ]) {
      const near = (law.conditionalMoment(2 - 1e-4, 1).value + law.conditionalMoment(2 + 1e-4, 1).value) / 2
      expect(law.conditionalMoment(2, 1).value).toBeCloseTo(near, 7)
    }
  })

  it('has a Beta law with its two moments', () => {
    const law = sirLaw(defineNetwork({ K: 5, L: 2 }), 'communication')
    const { alpha, beta, mean, variance, share } = law.betaApproximation(2)
    expect(mean).toBe(law.coverage(2).value)
    expect(variance).toBeCloseTo(law.conditionalMoment(2, 2).value - mean ** 2, 14)
    expect(alpha / (alpha + beta)).toBeCloseTo(mean, 12)
    expect((alpha * beta) / (alpha + beta) ** 2 / (alpha + beta + 1)).toBeCloseTo(variance, 12)
    expect([share(0), share(1)]).toEqual([1, 0])
    expect(integrateAdaptive(share, 0, 1, { relativeTolerance: 1e-8 }).value).toBeCloseTo(mean, 7)
    expect(() => share(1.1)).toThrow(InvalidParameterError)
    expect(() => law.betaApproximation(1e-12)).toThrow(NonConvergenceError)
  })

  it('ends, with a number or an error, at extreme parameters', () => {
    const networks = [
      { Mt: 1e6 },
      { Mt: 400, K: 1, L: 300, alpha: 2.01 },
      { Mt: 4000, K: 3000, alpha: 50 },
      { Mt: 30, L: 10, N0: 1e9, lambda: 1e-9 },
    ]
    for (const parameters of networks)
      for (const theta of [1e-300, 1e6]) {
        const law = sirLaw(defineNetwork(parameters), 'communication')
        for (const of of [law.coverage, law.outage, law.density]) {
          const found = attempt(() => of(theta).value)
          if (typeof found === 'number') {
            expect(found).toBeGreaterThan(0)
            expect(found).toBeLessThan(Number.POSITIVE_INFINITY)
          } else expect(found).toBeInstanceOf(NonConvergenceError)
        }
      }
  })

  it('has the mean over diversity orders with actual requests, and what is given up', () => {
    const network = defineNetwork({ K: 5, L: 4 })
    const { serving, askedByUser, capacity } = requestCounts(network)
    const law = sirLaw(network, 'communication', { communicationMethod: 'actual-requests' })
    const abandonmentProbability = askedByUser.reduce((sum, asked) => sum + asked.abandonmentProbability, 0) / 3
    const given = Array.from({ length: capacity + 1 }, (_, i) => {
      // D = i + 1 by as many antennas.
      const { coverage, outage, density } = sirLaw(defineNetwork({ K: 5, L: 4, Mt: 20 + i }), 'communication', {
        abandonmentProbability,
      })
      return { coverage, outage, density, probability: 0 }
    })
    for (const [n, probability] of serving.probabilities.entries())
      given[capacity - Math.min(n, capacity)]!.probability += probability
    for (const theta of [1e-3, 0.1, 1, 10])
      for (const of of ['coverage', 'outage', 'density'] as const) {
        const mean = given.reduce((sum, one) => sum + one.probability * one[of](theta).value, 0)
        expect(law[of](theta).value / mean, `${of} at ${theta}`).toBeCloseTo(1, 7)
      }
    expect(law.outage(law.percentile(0.05).sir.value).value).toBeCloseTo(0.05, 9)
  })

  it('is the exact law where there are no requests, and speaks of overloaded networks', () => {
    const options = { communicationMethod: 'actual-requests', sensingMethod: 'actual-requests' } as const
    const alone = defineNetwork({ K: 5, J: 3 })
    for (const service of ['communication', 'sensing'] as const)
      for (const theta of [0.1, 1, 10])
        expect(sirLaw(alone, service, options).coverage(theta).value).toBeCloseTo(
          sirLaw(alone, service).coverage(theta).value,
          12,
        )
    const overloaded = defineNetwork({ K: 12, L: 2, J: 2, Q: 2 })
    const { value } = sirLaw(overloaded, 'sensing', options).coverage(1)
    const none = sirLaw(defineNetwork({ K: 12, L: 2, J: 2, Q: 2, Mt: 64 }), 'sensing', { abandonmentProbability: 1 })
    const all = sirLaw(defineNetwork({ K: 12, L: 2, J: 2, Q: 2, Mt: 64 }), 'sensing')
    expect(value).toBeGreaterThan(none.coverage(1).value)
    expect(value).toBeLessThan(all.coverage(1).value)
    expect(() => sirLaw(overloaded, 'communication', { ...options, abandonmentProbability: 0.1 })).toThrow(
      MethodNotApplicableError,
    )
    expect(() => sirLaw(overloaded, 'communication', options).conditionalMoment(2, 1)).toThrow(MethodNotApplicableError)
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
    expect(() => sirLaw(defineNetwork({ K: 12, L: 2 }), 'communication')).toThrow(InfeasibleAllocationError)
    expect(() => sirLaw(defineNetwork({ lambda_u: 2 }), 'sensing')).toThrow(
      'the law of the SIR is not available for finite userDensity (λ_u), got 2',
    )
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
