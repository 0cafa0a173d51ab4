import { describe, expect, it } from 'vitest'
import { InvalidParameterError } from '../../errors/invalid-parameter-error.js'
import { angleErrorBound, rangeErrorBound } from './estimation-bounds.js'

type Complex = readonly [re: number, im: number]

/**
 * The root of the Cramér–Rao bound of the first parameter of a signal a·s(x) in white complex Gaussian noise of power 1, a complex
 * and unknown: the Fisher information matrix of (x, Re a, Im a) by central differences of the samples, 2 Re(JᴴJ), inverted.
 */
const rootBound = (signal: (x: number) => readonly Complex[], x: number, amplitude: Complex, step: number): number => {
  const samples = (parameters: readonly number[]): Complex[] =>
    signal(parameters[0]!).map(([re, im]) => [
      parameters[1]! * re - parameters[2]! * im,
      parameters[1]! * im + parameters[2]! * re,
    ])
  const at = [x, ...amplitude]
  const jacobian = at.map((_, i) => {
    const width = i === 0 ? step : 1e-4
    const moved = (by: number) => samples(at.map((value, j) => (i === j ? value + by : value)))
    const [above, below] = [moved(width), moved(-width)]
    return above.flatMap(([re, im], n) => [(re - below[n]![0]) / (2 * width), (im - below[n]![1]) / (2 * width)])
  })
  const information = jacobian.map((row) =>
    jacobian.map((column) => 2 * row.reduce((sum, value, n) => sum + value * column[n]!, 0)),
  )
  // The first element of the inverse, by cofactors.
  const [[a, b, c], [d, e, f], [g, h, i]] = information as [
    [number, number, number],
    [number, number, number],
    [number, number, number],
  ]
  const minor = e * i - f * h
  return Math.sqrt(minor / (a * minor - b * (d * i - f * g) + c * (d * h - e * g)))
}

const turn = (phase: number): Complex => [Math.cos(phase), Math.sin(phase)]

describe('angleErrorBound', () => {
  const array = (elements: number) => (theta: number) =>
    Array.from({ length: elements }, (_, m) => turn(Math.PI * m * Math.cos(theta)))

  it.each([
    [2, 1],
    [3, 0.2],
    [10, 4],
    [64, 100],
  ])('is the inverse of the Fisher information of %d elements', (elements, sir) => {
    // SIR = M_r |a|².
    const amplitude = Math.sqrt(sir / elements)
    const found = rootBound(array(elements), Math.PI / 2, [0.6 * amplitude, 0.8 * amplitude], 1e-6)
    expect(angleErrorBound(sir, elements) / found).toBeCloseTo(1, 6)
  })

  it('is for broadside: elsewhere it is 1/sin θ times that', () => {
    const found = rootBound(array(8), 0.7, [1, 0], 1e-5)
    expect(angleErrorBound(8, 8) / Math.sin(0.7) / found).toBeCloseTo(1, 6)
  })

  it.each([
    [0, 10, 'sir must be a number > 0, got 0'],
    [1, 1, 'receiveAntennas (M_r) must be an integer ≥ 2, got 1'],
    [1, 2.5, 'receiveAntennas (M_r) must be an integer ≥ 2, got 2.5'],
  ])('refuses SIR = %d with %d antennas', (sir, elements, message) => {
    expect(() => angleErrorBound(sir, elements)).toThrow(message)
    expect(() => angleErrorBound(sir, elements)).toThrow(InvalidParameterError)
  })
})

describe('rangeErrorBound', () => {
  it('is the inverse of the Fisher information of a delay, about the centre of the spectrum', () => {
    // e^(−t²/2) has |S|² of variance 1/(8π²), around its carrier.
    const rate = 40
    const carrier = 1.5
    const pulse = (tau: number) =>
      Array.from({ length: 20 * rate }, (_, n): Complex => {
        const t = n / rate - 10 - tau
        const [re, im] = turn(2 * Math.PI * carrier * t)
        const envelope = Math.exp((-t * t) / 2)
        return [envelope * re, envelope * im]
      })
    const energy = pulse(0).reduce((sum, [re, im]) => sum + re * re + im * im, 0)
    const sir = 7
    const delay = rootBound(pulse, 0.3, [Math.sqrt(sir / energy), 0], 1e-4)
    const bandwidth = 1 / (2 * Math.PI * Math.SQRT2)
    expect(rangeErrorBound(sir, bandwidth) / ((299_792_458 / 2) * delay)).toBeCloseTo(1, 6)
  })

  it('refuses what is no SIR and no bandwidth', () => {
    expect(() => rangeErrorBound(Number.NaN, 1)).toThrow('sir must be a number > 0, got NaN')
    expect(() => rangeErrorBound(1, 0)).toThrow('rmsBandwidth (B) must be a number > 0, got 0')
  })
})
