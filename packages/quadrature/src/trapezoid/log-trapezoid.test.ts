import { describe, expect, it } from 'vitest'
import { integrateAdaptive } from '../adaptive/adaptive.js'
import { NonConvergenceError } from '../integral/non-convergence-error.js'
import { integrateAllLogTrapezoid, integrateLogTrapezoid } from './log-trapezoid.js'

/** Integrands g(e^x) and ∫ g(z) dz/z in closed form. */
const closedForms: readonly (readonly [string, (z: number) => number, number])[] = [
  // Frullani: E ln(1 + X/Y) for X = Y = 1, and for independent Exp(1): the tails decay as exponentials and as 1/z.
  ['(1 − e^−z) e^−z', (z) => -Math.expm1(-z) * Math.exp(-z), Math.LN2],
  ['z/(1+z)²', (z) => z / (1 + z) ** 2, 1],
  // Heavy tails on either side: B(a, 1 − a) = π/sin πa.
  ...[0.02, 0.3, 0.5, 0.9].map(
    (a) => [`z^${a}/(1+z)`, (z: number) => z ** a / (1 + z), Math.PI / Math.sin(Math.PI * a)] as const,
  ),
  // Γ(1/2), and a sharp peak away from the start.
  ['√z e^−z', (z) => Math.sqrt(z) * Math.exp(-z), Math.sqrt(Math.PI)],
  ['z²⁰ e^−z / 19!', (z) => Math.exp(20 * Math.log(z) - z - 39.339884187199495), 1],
]

describe('integrateLogTrapezoid', () => {
  it.each(closedForms)('integrates %s', (_name, g, expected) => {
    for (const relativeTolerance of [1e-6, 1e-10, 1e-12]) {
      const { value, errorEstimate } = integrateLogTrapezoid((x) => g(Math.exp(x)), { relativeTolerance })
      expect(errorEstimate).toBeLessThanOrEqual(relativeTolerance * expected * 1.001)
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(errorEstimate + 1e-14 * expected)
    }
  })

  it('agrees with a rule of another kind, from any start and step', () => {
    const g = (x: number) => -Math.expm1(-5 * Math.log1p(Math.exp(x))) / (1 + Math.exp(x / 2) * 3)
    const other = integrateAdaptive(g, -60, 90, { relativeTolerance: 1e-12 }).value
    for (const start of [-20, 0, 15])
      for (const step of [0.2, 0.4, 0.7, 1.5]) {
        const { value, errorEstimate } = integrateLogTrapezoid(g, { start, step })
        expect(Math.abs(value - other)).toBeLessThanOrEqual(errorEstimate + 1e-11)
      }
  })

  it('needs few points, because it sums the tails in closed form', () => {
    const { evaluations } = integrateLogTrapezoid((x) => Math.exp(0.3 * x) / (1 + Math.exp(x)))
    expect(evaluations).toBeLessThan(200)
  })

  it('does several integrals at once, each to its tolerance', () => {
    const integrals = integrateAllLogTrapezoid((x, values) => {
      const z = Math.exp(x)
      values[0] = z / (1 + z) ** 2
      values[1] = z ** 0.3 / (1 + z)
    }, 2)
    expect(integrals[0]!.value).toBeCloseTo(1, 9)
    expect(integrals[1]!.value).toBeCloseTo(Math.PI / Math.sin(0.3 * Math.PI), 8)
  })

  it('looks for the mass, and refuses an integrand that is 0 wherever it looked', () => {
    // Underflows at its start, where z = 1.
    for (const scale of [1e-250, 1e5, 1e250]) {
      const { value, errorEstimate } = integrateLogTrapezoid(
        (x) => scale * Math.exp(x) * Math.exp(-scale * Math.exp(x)),
      )
      expect(Math.abs(value - 1)).toBeLessThanOrEqual(errorEstimate)
      expect(errorEstimate).toBeLessThanOrEqual(1e-10)
    }
    expect(() => integrateLogTrapezoid(() => 0)).toThrow('the integrand is 0 wherever it was evaluated')
    expect(() => integrateLogTrapezoid(() => 0)).toThrow(NonConvergenceError)
  })

  it('does not hide a kink where two lattices err alike', () => {
    expect(() => integrateLogTrapezoid((x) => Math.exp(-Math.abs(x + 4.6)))).toThrow(NonConvergenceError)
  })

  it('closes no tail inside what it is told to cover', () => {
    const g = (x: number) => (Math.exp(x) / (1 + Math.exp(x))) * Math.exp(-0.1 * x) * Math.exp(-Math.exp(x - 90))
    const other = integrateAdaptive(g, -60, 120, { relativeTolerance: 1e-12 }).value
    const { value, errorEstimate } = integrateLogTrapezoid(g, { cover: [0, 95] })
    expect(Math.abs(value - other)).toBeLessThanOrEqual(errorEstimate + 1e-12)
  })

  it('ends after the evaluations permitted, and says what it reached', () => {
    const slow = (x: number) => Math.exp(-1e-3 * Math.abs(x))
    expect(() => integrateLogTrapezoid(slow, { maxEvaluations: 100 })).toThrow('more than 100 points are needed')
    for (const maxEvaluations of [1, 2, 7])
      expect(() => integrateLogTrapezoid(slow, { maxEvaluations })).toThrow(NonConvergenceError)
  })

  it.each([
    [{ relativeTolerance: 0 }, 'relativeTolerance must be a number > 0, got 0'],
    [{ relativeTolerance: Number.NaN }, 'relativeTolerance must be a number > 0, got NaN'],
    [{ step: -1 }, 'step must be a number > 0 and ≤ 690, got -1'],
    [{ start: 1e3 }, 'start must be a number in [−690, 690], got 1000'],
    [{ cover: [2, 1] }, 'cover must be [from, to] with from ≤ to, got [2, 1]'],
    [{ maxHalvings: 0.5 }, 'maxHalvings must be an integer ≥ 0, got 0.5'],
    [{ maxEvaluations: 0 }, 'maxEvaluations must be an integer ≥ 1, got 0'],
  ] as const)('refuses %j', (options, message) => {
    expect(() => integrateLogTrapezoid((x) => 1 / Math.cosh(x), options)).toThrow(message)
  })

  it('throws with what it reached when a tail does not decay', () => {
    expect(() => integrateLogTrapezoid((x) => 1 / (1 + Math.exp(x)))).toThrow(NonConvergenceError)
  })

  it('throws with what it reached when the step cannot be small enough', () => {
    let error: unknown
    try {
      integrateLogTrapezoid((x) => (Math.cos(7 * x) + 1.5) * Math.exp(-x * x), { step: 0.9, maxHalvings: 0 })
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(NonConvergenceError)
    expect(error).toMatchObject({ rule: 'log trapezoid' })
    expect((error as NonConvergenceError).reached.value).toBeGreaterThan(0)
  })

  it('throws rather than return NaN', () => {
    expect(() => integrateLogTrapezoid((x) => (x > 3 ? Number.NaN : Math.exp(-x * x)))).toThrow(NonConvergenceError)
  })
})
