import { communicationRate, sirLaw } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { estimate, rate, summary, toolsThatSay } from '../test/made-up-simulation.js'
import { findClaim } from './claims/claims.js'
import { type AuditTools, auditTools } from './evidence/audit-tools.js'
import type { Check } from './evidence/check.js'

/** Simulations that say nothing in particular: these checks rest on theorems. */
const silent = toolsThatSay((network) => summary(rate(communicationRate(network).value, 0.1), rate(1, 0.1)))

const checksOf = (id: string, reading: string, tools: AuditTools = silent): Promise<readonly Check[]> =>
  findClaim(id)
    .readings.find(({ name }) => name === reading)!
    .examine(tools)

/** The first percentage, with its sign, behind some words of a finding. */
const percentAfter = (words: string, { finding }: Check): number => {
  const found = new RegExp(`${words} ([+−]?)(\\d+(?:\\.\\d+)?) %`).exec(finding)
  if (found === null) throw new Error(`no percentage after ‘${words}’ in ‘${finding}’`)
  return (found[1] === '−' ? -1 : 1) * (Number(found[2]) / 100)
}

describe('a deviation is the distance of what is found from what the paper says', { timeout: 120_000 }, () => {
  it('C1: 15 %', async () => {
    const [here, everywhere] = await checksOf('C1', 'as printed')
    // By SciPy and mpmath R_s = 1.341637 with the hole and 1.162726 without, at K = Q = 1, α = 4, β = 2, c = 1.
    expect(here!.deviation).toBeCloseTo(0.15 - (1 - 1.162726 / 1.341637), 4)
    expect(percentAfter('costs', here!)).toBeCloseTo(1 - 1.162726 / 1.341637, 3)
    const [, least, most] = /it costs (\S+) % to (\S+) %/.exec(everywhere!.finding)!
    const furthest = Math.max(Math.abs(Number(least) / 100 - 0.15), Math.abs(Number(most) / 100 - 0.15))
    expect(Math.abs(everywhere!.deviation! - furthest)).toBeLessThan(6e-4)
  })

  it('C2: 60 %', async () => {
    const [ratio] = await checksOf('C2', 'as printed')
    // K* = 6 of 10 and 12 of 20.
    expect(ratio!.finding).toContain('6 for M_t = 10 (60 %) and 12 for M_t = 20 (60 %)')
    expect(ratio!.deviation).toBeCloseTo(0, 12)
  })

  it('C15: the mean gains, and the worst pay', async () => {
    const tools = auditTools({ trials: 2000 })
    const [mean] = await checksOf('C15', 'on average, as the paper says', tools)
    expect(mean!.deviation).toBe(0)
    // By two independent programs R_c = 2.443540 and 2.731742.
    expect(percentAfter('changes by', mean!)).toBeCloseTo(2.731742 / 2.44354 - 1, 3)
    const [shares] = await checksOf('C15', 'for every share of the users', tools)
    // By Newton steps on a series in C++, 0.6232235541 and 0.5621141691 nat/s/Hz.
    expect(shares!.deviation).toBeCloseTo(1 - 0.5621141691 / 0.6232235541, 8)
    expect(shares!.verdict).toBe('fails')
    const flips = Number(/The (\S+) % of users/.exec(shares!.finding)![1])
    const rate = (L: number) => sirLaw(defineNetwork({ K: 5, L }), 'communication').percentile(flips / 100).rate.value
    expect(rate(2) / rate(1)).toBeCloseTo(1, 2)
  })

  it('C6: a factor of 2', async () => {
    const [, factor] = await checksOf('C6', 'M_t = 40, M_r = 10, Theorem 3')
    const times = Number(/is (\S+) times/.exec(factor!.finding)![1])
    // Three digits of the factor.
    expect(Math.abs(factor!.deviation! - Math.abs(times / 2 - 1))).toBeLessThan(3e-3)
  })

  it('C7: 38 % and 67 %', async () => {
    const checks = await checksOf('C7', 'Theorems 2 and 3')
    for (const [i, claimed] of [0.38, 0.67].entries())
      expect(Math.abs(checks[i]!.deviation! - Math.abs(percentAfter('R_c is', checks[i]!) - claimed))).toBeLessThan(
        6e-4,
      )
  })

  it('C8: 48 % and 33 %', async () => {
    const checks = await checksOf('C8', 'T_c at equal T_s, Theorems 2 and 3')
    for (const [i, claimed] of [0.48, 0.33].entries())
      expect(Math.abs(checks[i]!.deviation! - Math.abs(percentAfter('T_s is', checks[i]!) - claimed))).toBeLessThan(
        6e-4,
      )
  })

  it('C11: the change by abandonment, less twice its standard error', async () => {
    // Without abandonment rates are 1 and 2; with it 4 % and 1 % smaller.
    const tools = toolsThatSay((_network, options) =>
      options?.assumptions === undefined
        ? summary(rate(0.96, 3e-3), rate(1.98, 4e-3), 0.1)
        : summary(rate(1, 4e-3), rate(2, 6e-3), 0.1),
    )
    const [communication, sensing] = await checksOf('C11', 'as printed', tools)
    const relativeError = (ratio: number, a: number, b: number): number => ratio * Math.sqrt(a * a + b * b)
    expect(communication!.deviation).toBeCloseTo(0.04 - 2 * relativeError(0.96, 3e-3 / 0.96, 4e-3), 12)
    expect(sensing!.deviation).toBeCloseTo(0.01 - 2 * relativeError(0.99, 4e-3 / 1.98, 3e-3), 12)
    const { simulation } = communication!.evidence[0]!
    expect(simulation!.mean).toBeCloseTo(-0.04, 12)
    expect(simulation!.interval[1] - simulation!.mean).toBeCloseTo(4 * simulation!.standardError, 12)
  })

  it('C12: the difference of two simulated means beyond its interval', async () => {
    const tools = toolsThatSay(({ baseStationDensity }) =>
      summary(baseStationDensity < 1 ? rate(1.5, 3e-3) : rate(1.6, 4e-3), rate(1, 1)),
    )
    const [, simulated] = await checksOf('C12', 'as printed', tools)
    expect(simulated!.deviation).toBeCloseTo((0.1 - 4 * 5e-3) / 1.5, 12)
  })

  it('C13: the spread of T_s over K', async () => {
    const [spread] = await checksOf('C13', 'as printed')
    // By SciPy and mpmath R_s = 1.341637 at K = 1 and 1.421300 at K = 20.
    expect(spread!.deviation).toBeCloseTo(1.4213 / 1.341637 - 1, 4)
  })

  it('C14: intervals of 0.9999, by the variance of what was drawn', async () => {
    const drawn = async (trials: number) =>
      (await checksOf('C14', 'as printed', { ...silent, trials }))[1]!.evidence[0]!.simulation!
    const [two, three] = [await drawn(2), await drawn(3)]
    // Φ⁻¹(0.99995), by SciPy, to the digits that the claim has.
    expect((two.interval[1] - two.mean) / two.standardError).toBeCloseTo(3.890591886, 4)
    // Two gains x and y have the mean m and the standard error |x − y|/2; a third one follows from the mean of three.
    const gains = [two.mean - two.standardError, two.mean + two.standardError, 3 * three.mean - 2 * two.mean]
    const squares = gains.reduce((sum, gain) => sum + (gain - three.mean) ** 2, 0)
    expect(three.standardError / Math.sqrt(squares / 2 / 3)).toBeCloseTo(1, 9)
    expect(estimate(1, 2).interval).toEqual([-7, 9])
  })
})
