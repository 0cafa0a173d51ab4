import { defineNetwork, type Service } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { communicationRate, type SirLaw, sensingRate, sirLaw } from '../src/index.js'
import { uniformNumbers } from './legal-networks.js'

/**
 * $\int P(\mathrm{SIR}>e^y)/(1+e^{-y})\,dy$ over the whole line by a double-exponential rule, y = m + 3 sinh t, whose steps halve until little changes.
 * It shares nothing with the rules of the package.
 */
const rateOfCoverage = ({ coverage }: SirLaw, middle: number): number => {
  const integrand = (t: number): number => {
    const y = middle + 3 * Math.sinh(t)
    return (coverage(Math.exp(y)).value / (1 + Math.exp(-y))) * 3 * Math.cosh(t)
  }
  const sum = (step: number, shift: number): number => {
    let total = 0
    for (const direction of [1, -1])
      for (let j = direction > 0 || shift > 0 ? 0 : 1; ; j++) {
        const t = direction > 0 ? (j + shift) * step : -(j + shift) * step
        const term = integrand(t)
        total += term
        if (term < 1e-10 * total && Math.abs(t) > 1) break
      }
    return total
  }
  let step = 0.28
  let total = sum(step, 0)
  for (;;) {
    const before = total * step
    total += sum(step, 0.5)
    step /= 2
    // The error is about the square of the change.
    if (Math.abs((total * step) / before - 1) < 1e-6) return total * step
    if (step < 0.02) throw new Error(`the test's own quadrature does not converge: ${before}, then ${total * step}`)
  }
}

const kinds = [
  { service: 'communication', box: 'D ≤ 256, K ≤ 128, L ≤ 12', networks: 50, K: 128, Q: 8, equal: true },
  { service: 'sensing', box: 'K ≤ 16, Q ≤ 8, both clusterings, α = 2β', networks: 80, K: 16, Q: 8, equal: true },
  {
    service: 'sensing',
    box: 'K ≤ 16, α ≠ 2β, Q = 1 (Q > 1 takes seconds a network)',
    networks: 70,
    K: 16,
    Q: 1,
    equal: false,
  },
] as const satisfies readonly { readonly service: Service; readonly [key: string]: unknown }[]

/** A network of the box that the README documents. */
const networkOf = (u: () => number, { service, K: mostUsers, Q: mostStations, equal }: (typeof kinds)[number]) => {
  const integer = (most: number): number => Math.min(most, Math.floor((most + 1) ** u()))
  const alpha = 2.05 + 3.95 * u()
  const [K, L, J, Q] = [
    integer(mostUsers),
    integer(service === 'communication' ? 12 : 1),
    integer(8),
    integer(mostStations),
  ]
  return defineNetwork({
    ...{ K, L, J, Q, alpha },
    Mt: integer(256) + K * L + J * (Q - 1) - 1,
    beta: equal ? alpha / 2 : 1.025 + 1.975 * u(),
    deltaT: 0.1 * 1000 ** u(),
    lambda: 0.01 * 10_000 ** u(),
  })
}

describe('∫P(SIR > θ)/(1+θ) dθ', () => {
  for (const kind of kinds) {
    const { service, box, networks } = kind
    it(`is the exact rate of ${service} to 1e-8, ${networks} seeded networks: 2.05 ≤ α ≤ 6, ${box}`, {
      timeout: 60_000,
    }, () => {
      const u = uniformNumbers(20_261_127)
      const failures = Array.from({ length: networks }).flatMap(() => {
        const sensingClusters = u() < 0.5 ? 'bs-centric' : 'target-centric'
        const network = networkOf(u, kind)
        const rate = service === 'sensing' ? sensingRate(network, { sensingClusters }) : communicationRate(network)
        const law = sirLaw(network, service, { sensingClusters })
        const integral = rateOfCoverage(law, Math.log(Math.expm1(rate.value)))
        return Math.abs(integral / rate.value - 1) <= 1e-8 ? [] : [{ network, sensingClusters, integral, rate }]
      })
      expect(failures).toEqual([])
    })
  }
})
