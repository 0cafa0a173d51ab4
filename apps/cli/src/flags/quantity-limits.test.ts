import { sirQuantities } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { limitFlags, limitLabel, limitMember, quantityLimits } from './quantity-limits.js'

it('has a flag for each quantity of the table: a least, or of an error a most', () => {
  expect(limitFlags.map(({ quantity }) => quantity)).toEqual(sirQuantities())
  const flags = limitFlags.map(({ flag }) => flag)
  expect(flags).toContain('--min-percentile-rate')
  expect(flags).toContain('--max-angle-error')
  expect(limitMember(limitFlags.find(({ flag }) => flag === '--min-percentile-rate')!)).toBe('minPercentileRate')
})

describe('quantityLimits', () => {
  it.each([
    [{ minCoverage: ['0dB:0.9'] }, { 'communication-coverage:0dB': 0.9 }],
    [{ minCoverage: ['0.9', 'sensing:-3:0.5'] }, { 'communication-coverage:0dB': 0.9, 'sensing-coverage:-3dB': 0.5 }],
    [{ minPercentileRate: ['5:0.5'] }, { 'communication-percentile-rate:5%': 0.5 }],
    [{ minDetection: ['1e-6:0.8'] }, { 'sensing-detection:1e-6': 0.8 }],
    [{ maxAngleError: ['95%: 2'] }, { 'sensing-angle-error:95%': 2 }],
    [{ minMedianRate: ['1'] }, { 'communication-median-rate': 1 }],
    [{}, {}],
  ])('reads %j', (flags, limits) => {
    expect(quantityLimits(flags, 'nats')).toEqual(limits)
  })

  it('takes rates in bits, and probabilities as they are', () => {
    const limits = quantityLimits({ minPercentileRate: ['5:1'], minCoverage: ['0:0.9'] }, 'bits')
    expect(limits['communication-percentile-rate:5%']).toBeCloseTo(Math.LN2, 15)
    expect(limits['communication-coverage:0dB']).toBe(0.9)
  })

  it.each([
    [{ minCoverage: ['x'] }, '--min-coverage must be dB:limit with a limit ≥ 0, got ‘x’'],
    [{ minCoverage: ['0:-1'] }, '--min-coverage must be dB:limit with a limit ≥ 0, got 0:-1'],
    [{ minCoverage: ['0:'] }, 'got an empty value'],
    [{ minCoverage: ['0:0.9', '0dB:0.8'] }, '--min-coverage must be given once for communication-coverage:0dB'],
    [{ minDetection: ['communication:0.5'] }, 'unknown quantity ‘communication-detection’'],
    [{ minPercentileRate: ['200:0.5'] }, 'percentile-rate:… (p) must be a number of % from 0.0001 to 99.9999, got 200'],
  ])('refuses %j', (flags, message) => {
    expect(() => quantityLimits(flags, 'nats')).toThrow(message)
  })
})

it('names a limit as it is typed', () => {
  expect(limitLabel('communication-coverage:0dB')).toBe('--min-coverage communication:0dB')
  expect(limitLabel('sensing-detection:1e-6')).toBe('--min-detection 1e-6')
  expect(limitLabel('sensing-median-rate')).toBe('--min-median-rate sensing')
  expect(limitLabel('sensing-angle-error:95%')).toBe('--max-angle-error 95%')
})
