import { expect, it } from 'vitest'
import { latticePoints, latticeTable } from '../../rules/work/lattice-table.js'
import { interferenceFunction } from '../../transforms/interference-function.js'
import { betaTransformComplement } from './beta-transform.js'
import { echoSignal } from './echo-signal.js'
import { gammaGain, interferenceTables, zeroForcedGain } from './gain-transform.js'
import { signalPolynomial } from './signal-polynomial.js'

it('makes F of W by quadrature', () => {
  for (const [K, alpha] of [
    [1, 4],
    [5, 2.1],
    [12, 6],
  ] as const) {
    const { lnInterference } = interferenceTables(gammaGain(K), alpha)
    const F = interferenceFunction(K, alpha)
    for (const x of [-20, -3, 0.3, 4, 25]) {
      const expected = Math.log(F(Math.exp(x)))
      expect(Math.abs(lnInterference.at(x) - expected)).toBeLessThan(1e-10 * Math.max(1, expected))
    }
  }
})

it('has the mean K and the variance K + K(K−1)/(D+1)', () => {
  for (const [K, D] of [
    [2, 1],
    [5, 3],
    [12, 30],
  ] as const) {
    const orders = new Float64Array(D + 1)
    orders[D] = 1
    const W = latticeTable(zeroForcedGain(K, orders))
    // W = Kζ − E G² ζ²/2 + …, by two small ζ.
    const [one, two] = [1e-4, 2e-4].map((zeta) => W.at(Math.log(zeta)) / zeta) as [number, number]
    const mean = 2 * one - two
    const second = (2 * (one - two)) / 1e-4
    expect(mean).toBeCloseTo(K, 4)
    expect(second - K * K).toBeCloseTo(K + (K * (K - 1)) / (D + 1), 0)
  }
})

it('has an echo with the mean K', () => {
  const orders = Float64Array.of(0, 0.5, 0, 0.5)
  for (const [K, Mt] of [
    [1, 20],
    [5, 20],
    [8, 8],
  ] as const)
    expect(echoSignal(K, Mt, orders)(Math.log(1e-7)) / 1e-7).toBeCloseTo(K, 4)
  // 1F1(1; 20; −20z) by another program.
  for (const [z, expected] of [
    [0.1, 0.09127251],
    [1, 0.50632698],
    [10, 0.91287732],
  ] as const)
    expect(echoSignal(1, 20, Float64Array.of(0, 1))(Math.log(z * 1))).toBeCloseTo(expected, 7)
})

it('agrees with itself where the series of a beta transform meet', () => {
  for (const [a, b] of [
    [1, 19],
    [5, 15],
    [12, 52],
  ] as const)
    for (const y of [1, 60 + 4 * a * (a + b)]) {
      const below = betaTransformComplement(y * (1 - 1e-9), a, b)
      expect(betaTransformComplement(y * (1 + 1e-9), a, b) / below).toBeCloseTo(1, 8)
    }
})

it('sums a signal over diversity orders', () => {
  const signal = signalPolynomial(Float64Array.of(0, 0.25, 0, 0.75))
  for (const z of [1e-9, 0.3, 40]) {
    const expected = -0.25 * Math.expm1(-Math.log1p(z)) - 0.75 * Math.expm1(-3 * Math.log1p(z))
    expect(signal(Math.log(z)) / expected).toBeCloseTo(1, 12)
  }
  expect(latticePoints.length % 8).toBe(0)
})
