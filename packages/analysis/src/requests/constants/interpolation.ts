/** Cluster sizes 2 to 32. */
export const tabulatedSizes = 31

/** Sizes of which every pair is tabulated. */
const grid = [2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32]

/** A mean that grows as the cluster size less one, which beyond the table is $(L-1)(1-0.55/L)$. */
export const growth = (size: number, table: readonly number[]): number =>
  size <= tabulatedSizes + 1 ? table[size - 2]! : (size - 1) * (1 - 0.55 / size)

/** An entry of a table over sizes; beyond, it grows as a power of the size. */
export const inSize = (table: readonly number[], size: number, power: number): number =>
  size <= tabulatedSizes + 1 ? table[size - 2]! : table[tabulatedSizes - 1]! * (size / (tabulatedSizes + 1)) ** power

/** An entry of a table over ranks and sizes, of index i; beyond, at the same share of the ranks, as a power of the size. */
export const inRank = (table: readonly number[], i: number, size: number, power: number): number => {
  if (size <= tabulatedSizes + 1 && i < tabulatedSizes) return table[i * tabulatedSizes + size - 2]!
  const last = tabulatedSizes - 1
  const rank = Math.min(last, Math.round((i * last) / Math.max(1, size - 2)))
  return table[rank * tabulatedSizes + Math.min(size - 2, last)]! * Math.max(1, size / (tabulatedSizes + 1)) ** power
}

/**
 * A table over pairs of sizes of the grid, linear between them, constant beyond: `triangle` has pairs with first ≤ second only, row by row of the
 * second; `square` all, row by row of the first, several tables one after the other.
 */
export const interpolatedPair = (
  table: readonly number[],
  shape: 'triangle' | 'square',
  first: number,
  second: number,
  which = 0,
): number => {
  const n = grid.length
  const entry = (i: number, j: number): number =>
    shape === 'square'
      ? table[(which * n + i) * n + j]!
      : table[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]!
  const [i, x] = placeOf(first)
  const [j, y] = placeOf(second)
  return (
    (1 - x) * ((1 - y) * entry(i, j) + y * entry(i, j + 1)) + x * ((1 - y) * entry(i + 1, j) + y * entry(i + 1, j + 1))
  )
}

/** The place of a size in the grid, and how far it is to the next. */
const placeOf = (size: number): readonly [number, number] => {
  let i = 0
  while (i < grid.length - 2 && grid[i + 1]! <= size) i++
  return [i, Math.max(0, Math.min(1, (size - grid[i]!) / (grid[i + 1]! - grid[i]!)))]
}
