import { InvalidParameterError } from '@isacnet/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beamGain } from '../gains/beam-gain.js'
import { receiveFilter, receiveFilterGain } from './receive-filter.js'
import { steeringVector } from './steering-vector.js'

const antennas = fc.integer({ min: 1, max: 64 })
const angles = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })

describe('receiveFilter', () => {
  it('is of unit norm, and has the gain M_r for its own angle', () => {
    fc.assert(
      fc.property(antennas, angles, (count, angle) => {
        const filter = receiveFilter(count, angle)
        expect(beamGain(filter, filter)).toBeCloseTo(1, 13)
        expect(beamGain(filter, steeringVector(count, angle)) / count).toBeCloseTo(1, 13)
      }),
    )
  })
})

describe('receiveFilterGain', () => {
  it('is |vᴴ(θ̂) b(θ)|²/M_r', () => {
    fc.assert(
      fc.property(antennas, angles, angles, (count, angle, assumedAngle) => {
        const product = beamGain(receiveFilter(count, assumedAngle), steeringVector(count, angle)) / count
        expect(Math.abs(receiveFilterGain(count, angle, assumedAngle) - product)).toBeLessThan(1e-13)
      }),
      { numRuns: 2000 },
    )
  })

  it('is 1 without mismatch, also for the mirror angle and between both ends of the axis, and never more', () => {
    fc.assert(
      fc.property(antennas, angles, angles, (count, angle, other) => {
        expect(receiveFilterGain(count, angle, angle)).toBe(1)
        expect(receiveFilterGain(count, angle, -angle)).toBe(1)
        expect(receiveFilterGain(count, 0, Math.PI)).toBe(1)
        const gain = receiveFilterGain(count, angle, other)
        expect(gain).toBeGreaterThanOrEqual(0)
        expect(gain).toBeLessThanOrEqual(1)
        expect(receiveFilterGain(count, other, angle)).toBe(gain)
      }),
    )
  })

  it('keeps its digits for a small mismatch: 1 − κ ≈ (M² − 1)π² sin²θ δ²/12', () => {
    const [count, angle, mismatch] = [10, 1.2, 1e-5]
    const loss = (count ** 2 - 1) * (Math.PI * Math.sin(angle) * mismatch) ** 2 * (1 / 12)
    expect((1 - receiveFilterGain(count, angle, angle + mismatch)) / loss).toBeCloseTo(1, 4)
  })

  it('vanishes where the kernel does', () => {
    // cos θ − cos θ̂ = 2/M_r.
    expect(receiveFilterGain(10, Math.acos(0.2), Math.acos(0))).toBeLessThan(1e-30)
  })

  it('refuses what is no array and no angle', () => {
    expect(() => receiveFilterGain(0, 1, 1)).toThrow(InvalidParameterError)
    expect(() => receiveFilterGain(10, Number.NaN, 1)).toThrow('angle must be a finite')
    expect(() => receiveFilterGain(10, 1, Number.NEGATIVE_INFINITY)).toThrow('assumedAngle must be a finite')
    expect(() => receiveFilter(1.5, 1)).toThrow(InvalidParameterError)
  })
})
