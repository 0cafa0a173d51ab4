import { describe, expect, it } from 'vitest'
import { nullingGain } from '../communication/theorem-2.js'
import { optimalCommunicationClusterSize, proposition1, proposition2 } from './optimal-cluster-size.js'

describe('Propositions 1 and 2', () => {
  it('find L* = 1 as α → 2 for every K', () => {
    for (let K = 1; K <= 20; K++) expect(proposition1({ transmitAntennas: 20, usersPerCell: K })).toBe(1)
    expect(nullingGain(7, 2)).toBeCloseTo(1, 14)
  })

  it('find L* = 1 at α = 4 when K is optimal', () => {
    for (const transmitAntennas of [4, 10, 20, 33])
      expect(proposition2({ transmitAntennas }).communicationClusterSize).toBe(1)
    expect(nullingGain(7, 4)).toBeCloseTo(4, 13)
    expect(nullingGain(1e12, 4) / 500_000_000_000.5).toBeCloseTo(1, 14)
    expect(() => nullingGain(1e12, 1000)).toThrow('so small that G_1000000000000 is a double')
    expect(() => nullingGain(2.5, 4)).toThrow('clusterSize (L) must be an integer')
    expect(() => nullingGain(2, Number.NaN)).toThrow('pathLossExponent (α) must be a finite number')
    // 12 times the integral of Theorem 2 at Y = 9/12, by mpmath.
    expect(proposition2({ transmitAntennas: 20 }).asePerBaseStation).toBeCloseTo(17.129478071900742, 7)
  })

  it('but not at α = 4 for every K', () => {
    const optimum = optimalCommunicationClusterSize({ transmitAntennas: 20, usersPerCell: 1 }, 4, 'theorem-2')
    // y(L) of Appendix D is largest at L = (M_t + 1 − K)/(2K) = 10.
    expect(optimum.communicationClusterSize).toBe(10)
  })
})

it('finds K = 12, L = 1 with the exact rate at M_t = 20, α = 4', () => {
  expect(optimalCommunicationClusterSize({ transmitAntennas: 20 }, 4)).toEqual({
    usersPerCell: 12,
    communicationClusterSize: 1,
    // By an independent code, of Γ(K, 1) gains.
    asePerBaseStation: expect.closeTo(16.973, 2),
  })
})

it('leaves sensing its degrees of freedom', () => {
  const optimum = optimalCommunicationClusterSize({ transmitAntennas: 20, sensingNulls: 17 }, 4)
  expect(optimum.usersPerCell * optimum.communicationClusterSize).toBeLessThanOrEqual(3)
})

it('says so when nothing is feasible', () => {
  expect(() => optimalCommunicationClusterSize({ transmitAntennas: 4, usersPerCell: 5 }, 4)).toThrow(
    'usersPerCell (K) = 5 and sensingNulls (J(Q−1)) = 0 exceed transmitAntennas (M_t) = 4',
  )
})
