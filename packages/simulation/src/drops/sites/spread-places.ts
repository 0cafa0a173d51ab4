import type { PointPattern, RandomStream } from '@isacnet/stochastic-geometry'
import type { CellChart } from './cell-chart.js'

const goldenRatio = (Math.sqrt(5) - 1) / 2

/** Places of receivers in the drops of a batch. */
export interface SpreadPlaces {
  /** Begins a batch. */
  readonly begin: (stream: RandomStream) => void
  /** The places in cell b, overwritten by the next call. */
  readonly at: (drop: number, b: number) => PointPattern
  /** Several places of receiver k of cell b, the first of which is that of `at`; overwritten by the next call. */
  readonly several: (drop: number, b: number, k: number) => PointPattern
}

/**
 * Places of receivers that are spread over the drops of a batch. With n places in each of D drops, place i of a receiver is where its cell's chart has the point
 * $(i/(nD)+a, i\varphi+b)$ modulo 1, with the golden ratio φ: a lattice of nD points that is shifted by (a, b), uniform and independent for each receiver and
 * batch. So in every single drop the receivers' places are independent and uniform in their cells, while those of one receiver in all drops of a batch are evenly
 * spread: the mean over a batch has no other expectation than that over independent drops, and a smaller variance.
 *
 * @param charts - of the cells; `undefined` of an empty one.
 * @param perCell - receivers in each cell.
 * @param drops - D, drops in a batch.
 * @param each - n.
 */
export const spreadPlaces = (
  charts: readonly (CellChart | undefined)[],
  perCell: number,
  drops: number,
  each = 1,
): SpreadPlaces => {
  const shifts = new Float64Array(2 * perCell * charts.length)
  const points = drops * each
  const own = { x: new Float64Array(perCell), y: new Float64Array(perCell) }
  const many = { x: new Float64Array(each), y: new Float64Array(each) }
  const place = (point: number, b: number, k: number, into: PointPattern, at: number): void => {
    const s = 2 * (perCell * b + k)
    charts[b]!((point / points + shifts[s]!) % 1, (point * goldenRatio + shifts[s + 1]!) % 1, into.x, into.y, at)
  }
  return {
    begin: (stream) => {
      for (let i = 0; i < shifts.length; i++) shifts[i] = stream.uniform()
    },
    at: (drop, b) => {
      for (let k = 0; k < perCell; k++) place(drop * each, b, k, own, k)
      return own
    },
    several: (drop, b, k) => {
      for (let i = 0; i < each; i++) place(drop * each + i, b, k, many, i)
      return many
    },
  }
}
