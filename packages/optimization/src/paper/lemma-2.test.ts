import { communicationRate } from '@isacnet/analysis'
import { defineNetwork } from '@isacnet/model'
import { describe, expect, it } from 'vitest'
import { lemma2Rows } from '../../golden/rows.js'
import { lemma2 } from './lemma-2.js'

/** The best integer by evaluating all of them. */
const everyK = (Mt: number, J: number, Q: number, L: number, alpha: number): number => {
  const ase = (K: number): number =>
    K * communicationRate(defineNetwork({ Mt, K, L, J, Q, alpha }), { method: 'theorem-2' }).value
  const users = Array.from({ length: Math.floor((Mt - J * (Q - 1)) / L) }, (_, i) => i + 1)
  return users.reduce((best, K) => (ase(K) > ase(best) ? K : best))
}

describe('lemma2', () => {
  it('finds K = 12 at M_t = 20', () => {
    const { continuousUsers, usersPerCell } = lemma2({ transmitAntennas: 20, pathLossExponent: 4 })
    expect(continuousUsers).toBeCloseTo(0.5919 * 21, 2)
    expect(usersPerCell).toBe(12)
  })

  it.each(lemma2Rows)('has what mpmath finds: %j', (row) => {
    const { transmitAntennas, sensingNulls, communicationClusterSize, pathLossExponent } = row
    const problem = { transmitAntennas, sensingNulls, communicationClusterSize, pathLossExponent }
    const { continuousUsers, usersPerCell, asePerBaseStation, load, value } = lemma2(problem)
    expect(usersPerCell).toBe(row.usersPerCell)
    expect(Math.abs(asePerBaseStation / row.asePerBaseStation - 1)).toBeLessThan(1e-10)
    expect(Math.abs(continuousUsers / row.continuousUsers - 1)).toBeLessThan(1e-9)
    // K = v(M_t − J(Q−1) + 1), and the ASE is G(v) times the same.
    const room = row.transmitAntennas - row.sensingNulls + 1
    expect(load).toBeCloseTo(row.continuousUsers / room, 9)
    expect(Math.abs((value * room) / row.largestAse - 1)).toBeLessThan(1e-10)
  })

  it('rounds to the integer that is best of all', { timeout: 60_000 }, () => {
    for (const Mt of [1, 2, 3, 7, 16, 33])
      for (const L of [1, 2, 3])
        for (const [J, Q] of [
          [1, 1],
          [2, 3],
        ] as const)
          for (const alpha of [2.5, 4, 5.5]) {
            const sensingNulls = J * (Q - 1)
            if (L + sensingNulls > Mt) continue
            const { usersPerCell } = lemma2({
              transmitAntennas: Mt,
              sensingNulls,
              communicationClusterSize: L,
              pathLossExponent: alpha,
            })
            expect(usersPerCell, `Mt=${Mt} L=${L} J=${J} Q=${Q} alpha=${alpha}`).toBe(everyK(Mt, J, Q, L, alpha))
          }
  })

  it('says so when one user is too many', () => {
    expect(() =>
      lemma2({ transmitAntennas: 4, sensingNulls: 3, communicationClusterSize: 2, pathLossExponent: 4 }),
    ).toThrow('communicationClusterSize (L) must be at most M_t − J(Q−1) = 4 − 3 for one user, got 2')
  })
})
