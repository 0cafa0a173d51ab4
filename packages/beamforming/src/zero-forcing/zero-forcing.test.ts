import { InvalidParameterError } from '@isacnet/model'
import { regularizedLowerIncompleteGamma } from '@isacnet/special-functions'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { againstLaw, draw } from '../../test/goodness-of-fit.js'
import { seededVariates } from '../../test/seeded-variates.js'
import type { ComplexMatrix } from '../channels/complex-matrix.js'
import { rayleighChannel } from '../channels/rayleigh-channel.js'
import { RankDeficientChannelError } from './rank-deficient-channel-error.js'
import { zeroForcing } from './zero-forcing.js'
import { zeroForcingFast } from './zero-forcing-kernel.js'

vi.setConfig({ testTimeout: 60_000 })

/** h_jᴴ w_k. */
const product = (channels: ComplexMatrix, j: number, beams: ComplexMatrix, k: number): { re: number; im: number } => {
  const { rows } = channels
  let re = 0
  let im = 0
  for (let i = 0; i < rows; i++) {
    const [a, b] = [channels.re[rows * j + i]!, channels.im[rows * j + i]!]
    const [c, d] = [beams.re[rows * k + i]!, beams.im[rows * k + i]!]
    re += a * c + b * d
    im += a * d - b * c
  }
  return { re, im }
}

const precoders = { zeroForcing, zeroForcingFast }

describe.each(Object.entries(precoders))('%s', (_, precode) => {
  it('nulls every other column below 1e-10 of the signal, with beams of unit norm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), fc.nat(), fc.nat(), (rows, a, b, seed) => {
        const columns = 1 + (a % rows)
        const served = 1 + (b % columns)
        const channels = rayleighChannel(rows, columns, seededVariates(`nulls ${seed}`))
        const beams = precode(channels, served)
        for (let k = 0; k < served; k++) {
          const signal = product(channels, k, beams, k)
          expect(signal.re).toBeGreaterThan(0)
          expect(Math.abs(signal.im)).toBeLessThan(1e-10 * signal.re)
          expect(Math.abs(product(beams, k, beams, k).re - 1)).toBeLessThan(1e-13)
          for (let j = 0; j < columns; j++) {
            const { re, im } = product(channels, j, beams, k)
            if (j !== k) expect(Math.hypot(re, im)).toBeLessThan(1e-10 * signal.re)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is W̃ = H(HᴴH)⁻¹ with its columns normalised, on an example done by hand', () => {
    // H = [1 j; 0 1]: the inverse of Hᴴ is [1 0; j 1], with columns [1, j] and [0, 1].
    const channels = { rows: 2, columns: 2, re: Float64Array.of(1, 0, 0, 1), im: Float64Array.of(0, 0, 1, 0) }
    const half = Math.SQRT1_2
    const expected = { re: [half, 0, 0, 1], im: [0, half, 0, 0] }
    const beams = precode(channels, 2)
    for (let i = 0; i < 4; i++) {
      expect(beams.re[i]).toBeCloseTo(expected.re[i]!, 14)
      expect(beams.im[i]).toBeCloseTo(expected.im[i]!, 14)
    }
  })

  it('is the matched filter for one column', () => {
    const channels = { rows: 2, columns: 1, re: Float64Array.of(3, 0), im: Float64Array.of(0, 4) }
    const beams = precode(channels, 1)
    expect(beams.re[0]).toBeCloseTo(0.6, 14)
    expect(beams.im[1]).toBeCloseTo(0.8, 14)
  })

  it('has desired gains of the law Γ(M_t − N + 1, 1)', () => {
    for (const [rows, served, nulled] of [
      [6, 1, 0],
      [6, 2, 3],
      [5, 2, 3],
    ] as const) {
      const columns = served + nulled
      const random = seededVariates(`desired ${rows} ${served} ${nulled}`)
      const gains = draw(4000, () => {
        const channels = rayleighChannel(rows, columns, random)
        return product(channels, served - 1, precode(channels, served), served - 1).re ** 2
      })
      const shape = rows - columns + 1
      expect(againstLaw(gains, (x) => regularizedLowerIncompleteGamma(shape, x))).toBeLessThan(1)
      expect(againstLaw(gains, (x) => regularizedLowerIncompleteGamma(shape + 1, x))).toBeGreaterThan(1)
    }
  })

  it('refuses columns whose squares are no normal numbers, and names zeros as dependent', () => {
    for (const scale of [1e-320, 1e-200, 1e-145, 1e160]) {
      const channels = rayleighChannel(6, 3, seededVariates('scale'))
      for (let i = 6; i < 12; i++) {
        channels.re[i]! *= scale
        channels.im[i]! *= scale
      }
      for (const served of [1, 2, 3])
        expect(() => precode(channels, served), `${scale}, ${served} served`).toThrow(InvalidParameterError)
    }
    const channels = rayleighChannel(6, 3, seededVariates('scale'))
    const expected = precode(channels, 3)
    for (let i = 6; i < 12; i++) {
      channels.re[i]! *= 1e-138
      channels.im[i]! *= 1e-138
    }
    const beams = precode(channels, 3)
    for (const [i, entry] of expected.re.entries()) expect(beams.re[i]).toBeCloseTo(entry, 12)
    channels.re.fill(0, 6, 12)
    channels.im.fill(0, 6, 12)
    expect(() => precode(channels, 3)).toThrow(RankDeficientChannelError)
  })

  it('names the dependent column, whatever it depends on', () => {
    const random = seededVariates('combination')
    const channels = rayleighChannel(8, 5, random)
    // Column 1 = (1 + j)·column 3 − 2·column 4, of which all but column 1 are nulled or served as asked.
    for (let i = 0; i < 8; i++) {
      const [a, b] = [channels.re[24 + i]!, channels.im[24 + i]!]
      channels.re[8 + i] = a - b - 2 * channels.re[32 + i]!
      channels.im[8 + i] = a + b - 2 * channels.im[32 + i]!
    }
    for (const [served, column] of [
      [1, 4],
      [2, 1],
      [4, 3],
      [5, 4],
    ] as const) {
      const error = new RankDeficientChannelError({ rows: 8, columns: 5, served, column })
      expect(() => precode(channels, served)).toThrow(error)
    }
    const wide = rayleighChannel(3, 4, random)
    expect(() => precode(wide, 2)).toThrow(
      'zero forcing of a 3 × 4 channel matrix with 2 served columns: 4 columns have rank 3 at most',
    )
  })
})
