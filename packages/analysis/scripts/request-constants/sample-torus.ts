import {
  nearestIndex,
  poissonProcess,
  type RandomStream,
  uniformInVoronoiCell,
  voronoiCell,
} from '@isacnet/stochastic-geometry'
import { sizes } from './blocks.js'

/** One torus of unit density: who is near whom. */
export interface TorusSample {
  readonly stations: number
  readonly usersPerCell: number
  /** Areas of cells. */
  readonly area: Float64Array
  /** The 31 BSs nearest to each BS, row by row. */
  readonly neighbours: Int32Array
  /** The 32 BSs nearest to each user, row by row, users in the order of their BSs; the first is the serving one. */
  readonly nearest: Int32Array
  /** π times their squared distances. */
  readonly distances: Float64Array
}

export const sampleTorus = (side: number, usersPerCell: number, stream: RandomStream): TorusSample => {
  const torus = { kind: 'torus', width: side, height: side } as const
  const pattern = poissonProcess(1).sample(torus, stream)
  const index = nearestIndex(pattern, torus)
  const stations = pattern.x.length
  const ranks = sizes + 1
  const area = new Float64Array(stations)
  const neighbours = new Int32Array(stations * sizes)
  const nearest = new Int32Array(stations * usersPerCell * ranks)
  const distances = new Float64Array(nearest.length)
  const own = new Int32Array(ranks)
  for (let s = 0; s < stations; s++) {
    index.nearestSeveral(pattern.x[s]!, pattern.y[s]!, ranks, own)
    for (let i = 0; i < sizes; i++) neighbours[s * sizes + i] = own[i + 1]!
    const cell = voronoiCell(index, s)
    area[s] = polygonArea(cell.corners.x, cell.corners.y)
    const users = uniformInVoronoiCell(cell, usersPerCell, stream)
    for (let u = 0; u < usersPerCell; u++) {
      const row = (s * usersPerCell + u) * ranks
      const x = users.x[u]!
      const y = users.y[u]!
      index.nearestSeveral(x, y, ranks, nearest.subarray(row, row + ranks))
      for (let i = 0; i < ranks; i++) distances[row + i] = Math.PI * index.squaredDistance(x, y, nearest[row + i]!)
    }
  }
  return { stations, usersPerCell, area, neighbours, nearest, distances }
}

const polygonArea = (x: Float64Array, y: Float64Array): number => {
  let twice = 0
  for (let i = 0; i < x.length; i++) {
    const j = i + 1 === x.length ? 0 : i + 1
    twice += x[i]! * y[j]! - x[j]! * y[i]!
  }
  return twice / 2
}
