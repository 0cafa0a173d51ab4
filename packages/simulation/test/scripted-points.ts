import type { ShiftedLattice } from '../src/gain-law/lattice.js'

/** One point again and again, whose coordinates are written down; those beyond are refused. */
export const scriptedPoints = (coordinates: readonly number[]): ShiftedLattice => {
  let place = 0
  const points: Pick<ShiftedLattice, 'next' | 'take'> = {
    next: () => {
      place = 0
    },
    take: () => {
      const coordinate = coordinates[place++]
      if (coordinate === undefined) throw new RangeError(`there are ${coordinates.length} coordinates, no more`)
      return coordinate
    },
  }
  return points as ShiftedLattice
}
