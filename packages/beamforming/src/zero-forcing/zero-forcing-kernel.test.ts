import { InvalidParameterError } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededVariates } from '../../test/seeded-variates.js'
import { type ComplexMatrix, complexMatrix } from '../channels/complex-matrix.js'
import { rayleighChannel } from '../channels/rayleigh-channel.js'
import { beamGain } from '../gains/beam-gain.js'
import { RankDeficientChannelError } from './rank-deficient-channel-error.js'
import { zeroForcing } from './zero-forcing.js'
import { zeroForcingFast, zeroForcingKernel } from './zero-forcing-kernel.js'

/** M × N channels with 1 ≤ served ≤ N ≤ M. */
const shapes = fc
  .integer({ min: 1, max: 24 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 1, max: rows })))
  .chain(([rows, columns]) =>
    fc.tuple(fc.constant(rows), fc.constant(columns), fc.integer({ min: 1, max: columns }), fc.nat()),
  )

const largestDifference = (a: ComplexMatrix, b: ComplexMatrix): number => {
  expect([a.rows, a.columns, a.re.length, a.im.length]).toEqual([b.rows, b.columns, b.re.length, b.im.length])
  let largest = 0
  for (let i = 0; i < a.re.length; i++)
    largest = Math.max(largest, Math.hypot(a.re[i]! - b.re[i]!, a.im[i]! - b.im[i]!))
  return largest
}

const column = ({ rows, re, im }: ComplexMatrix, k: number): ComplexMatrix => ({
  rows,
  columns: 1,
  re: re.subarray(rows * k, rows * (k + 1)),
  im: im.subarray(rows * k, rows * (k + 1)),
})

describe('zeroForcingFast', () => {
  it('agrees with the reference to 1e-10 over random shapes', () => {
    fc.assert(
      fc.property(shapes, ([rows, columns, served, seed]) => {
        const channels = rayleighChannel(rows, columns, seededVariates(`agree ${seed}`))
        expect(largestDifference(zeroForcingFast(channels, served), zeroForcing(channels, served))).toBeLessThan(1e-10)
      }),
      { numRuns: 400 },
    )
  })

  it('agrees with the reference for columns that nearly depend on each other, as far as their condition permits', () => {
    for (const nearness of [1e-2, 1e-4, 1e-6, 1e-8]) {
      const channels = rayleighChannel(12, 8, seededVariates(`near ${nearness}`))
      for (const [from, to] of [
        [0, 1],
        [6, 7],
        [2, 5],
      ] as const)
        for (let i = 0; i < 12; i++) {
          channels.re[12 * to + i] = channels.re[12 * from + i]! + nearness * channels.re[12 * to + i]!
          channels.im[12 * to + i] = channels.im[12 * from + i]! + nearness * channels.im[12 * to + i]!
        }
      const beams = zeroForcingFast(channels, 4)
      expect(largestDifference(beams, zeroForcing(channels, 4)), `nearness ${nearness}`).toBeLessThan(1e-14 / nearness)
      // Norms and nulls don't suffer: Q is orthogonal to rounding.
      for (let k = 0; k < 4; k++) {
        expect(Math.abs(beamGain(column(beams, k), column(beams, k)) - 1)).toBeLessThan(1e-14)
        for (let j = 0; j < 8; j++) {
          const leak = Math.sqrt(beamGain(column(beams, k), column(channels, j)))
          if (j !== k) expect(leak, `nearness ${nearness}, beam ${k}, column ${j}`).toBeLessThan(2e-14)
        }
      }
    }
  })

  it('throws as the reference does', () => {
    const random = seededVariates('deficient')
    const repeated = rayleighChannel(6, 4, random)
    repeated.re.copyWithin(18, 6, 12)
    repeated.im.copyWithin(18, 6, 12)
    const zero = rayleighChannel(6, 4, random)
    zero.re.fill(0, 12, 18)
    zero.im.fill(0, 12, 18)
    const notFinite = rayleighChannel(6, 4, random)
    notFinite.im[7] = Number.NaN
    const huge = rayleighChannel(6, 4, random)
    huge.re[7] = 1e200
    const cases: ReadonlyArray<[ComplexMatrix, number]> = [
      [repeated, 1],
      [repeated, 2],
      [repeated, 4],
      [zero, 2],
      [zero, 3],
      [rayleighChannel(3, 4, random), 2],
      [repeated, 0],
      [repeated, 5],
      [repeated, 1.5],
      [notFinite, 1],
      [notFinite, 4],
      [huge, 3],
    ]
    for (const [channels, served] of cases) {
      const errors = [zeroForcing, zeroForcingFast].map((precode) => {
        try {
          return precode(channels, served)
        } catch (error) {
          return error
        }
      })
      expect(errors[1]).toBeInstanceOf(Error)
      expect(errors[1]).toEqual(errors[0])
    }
    expect(() => zeroForcingFast(repeated, 2)).toThrow(RankDeficientChannelError)
    expect(() => zeroForcingFast(notFinite, 2)).toThrow(InvalidParameterError)
  })
})

describe('zeroForcingKernel', () => {
  it('gives the same bits whatever its workspace held before', () => {
    const kernel = zeroForcingKernel(24, 24)
    fc.assert(
      fc.property(shapes, ([rows, columns, served, seed]) => {
        const channels = rayleighChannel(rows, columns, seededVariates(`workspace ${seed}`))
        const beams = complexMatrix(rows, served)
        beams.re.fill(Number.NaN)
        kernel(channels, served, beams)
        expect(beams).toEqual(zeroForcingFast(channels, served))
      }),
    )
  })

  it('refuses what does not fit', () => {
    const random = seededVariates('fit')
    const kernel = zeroForcingKernel(4, 3)
    expect(() => kernel(rayleighChannel(5, 3, random), 1, complexMatrix(5, 1))).toThrow(InvalidParameterError)
    expect(() => kernel(rayleighChannel(4, 4, random), 1, complexMatrix(4, 1))).toThrow(
      'channels must be at most 4 × 3',
    )
    expect(() => kernel(rayleighChannel(4, 3, random), 2, complexMatrix(4, 3))).toThrow('beams must be 4 × 2')
    expect(() => zeroForcingKernel(0, 3)).toThrow(InvalidParameterError)
    expect(() => zeroForcingKernel(3, 0.5)).toThrow(InvalidParameterError)
  })
})
