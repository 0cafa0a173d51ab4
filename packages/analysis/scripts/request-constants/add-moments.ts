import { bins, binWidth, degrees, grid, offsets, pairIndex, sizes, small, smallDegrees } from './blocks.js'
import type { TorusSample } from './sample-torus.js'

/** $\psi(M)$. */
const digamma = Float64Array.from({ length: sizes + 2 }, (_, M) => {
  let sum = -0.5772156649015329
  for (let k = 1; k < M; k++) sum += 1 / k
  return sum
})

/** Adds what a torus shows to the sums. Shares of cells are estimated by their users, products of shares by different users: without bias. */
export const addMoments = (sample: TorusSample, sums: Float64Array): void => {
  const { stations, usersPerCell: M, area, neighbours, nearest, distances } = sample
  const ranks = sizes + 1
  const at = offsets
  // Users of other cells with b among their L nearest, and the sum of the squares of each cell's.
  const asked = new Float64Array(stations * sizes)
  const squares = new Float64Array(stations * sizes)
  const degree = new Int32Array(stations * sizes)
  const tally = new Map<number, Int32Array>()
  const free: Int32Array[] = []
  const tallyOf = (s: number): void => {
    for (const counts of tally.values()) free.push(counts)
    tally.clear()
    for (let u = 0; u < M; u++) {
      const row = (s * M + u) * ranks
      for (let i = 1; i < ranks; i++) {
        const b = nearest[row + i]!
        let counts = tally.get(b)
        if (counts === undefined) {
          counts = free.pop() ?? new Int32Array(sizes)
          counts.fill(0)
          tally.set(b, counts)
        }
        counts[i - 1]! += 1
      }
    }
    for (const counts of tally.values()) for (let l = 1; l < sizes; l++) counts[l]! += counts[l - 1]!
  }
  const pairScale = 1 / (M * (M - 1))
  for (let s = 0; s < stations; s++) {
    for (let i = 0; i < sizes; i++) degree[neighbours[s * sizes + i]! * sizes + i]! += 1
    tallyOf(s)
    for (const [b, counts] of tally) {
      const row = b * sizes
      for (let l = 0; l < sizes; l++) {
        asked[row + l]! += counts[l]!
        squares[row + l]! += counts[l]! * counts[l]!
      }
      // The part of a product of shares of one cell that is no product of counts: they are told apart by their users.
      const weight = area[b]!
      for (let j = 0; j < grid.length; j++) {
        const larger = counts[grid[j]! - 2]!
        for (let i = 0; i <= j; i++) {
          const smaller = counts[grid[i]! - 2]!
          if (smaller === 0) continue
          // Of one user in both sets (the smaller is part of the larger), counted as a product of different ones.
          const excess = smaller * larger * (pairScale - 1 / (M * M)) - smaller * pairScale
          sums[at.productP + pairIndex(i, j)]! += excess
          sums[at.productS + pairIndex(i, j)]! += weight * excess
        }
      }
    }
  }
  for (let b = 0; b < stations; b++)
    for (let q = 1; q < sizes; q++) degree[b * sizes + q]! += degree[b * sizes + q - 1]!

  const mean = (b: number, l: number): number => asked[b * sizes + l]! / M
  const binomial = (b: number, l: number): number => (squares[b * sizes + l]! - asked[b * sizes + l]!) * pairScale
  const square = (b: number, l: number): number => mean(b, l) ** 2 - squares[b * sizes + l]! / (M * M) + binomial(b, l)

  const addStation = (b: number, weight: number, means: number, binomials: number, squared: number): void => {
    for (let l = 0; l < sizes; l++) {
      sums[means + l]! += weight * mean(b, l)
      sums[binomials + l]! += weight * binomial(b, l)
      sums[squared + l]! += weight * square(b, l)
    }
  }
  const addWithDegree = (b: number, weight: number, start: number): void => {
    for (let l = 0; l < sizes; l++) {
      const requests = weight * mean(b, l)
      for (let q = 0; q < sizes; q++) sums[start + l * sizes + q]! += requests * degree[b * sizes + q]!
    }
  }
  for (let b = 0; b < stations; b++) {
    const weight = area[b]!
    sums[at.weightP]! += 1
    sums[at.weightS]! += weight
    addStation(b, 1, at.meanP, at.binomialP, at.squareP)
    addStation(b, weight, at.meanS, at.binomialS, at.squareS)
    addWithDegree(b, 1, at.withDegreeP)
    addWithDegree(b, weight, at.withDegreeS)
    for (let j = 0; j < grid.length; j++)
      for (let i = 0; i <= j; i++) {
        const product = mean(b, grid[i]! - 2) * mean(b, grid[j]! - 2)
        sums[at.productP + pairIndex(i, j)]! += product
        sums[at.productS + pairIndex(i, j)]! += weight * product
      }
    for (let q = 0; q < sizes; q++) {
      const d = Math.min(degrees - 1, degree[b * sizes + q]!)
      sums[at.degreeP + q * degrees + d]! += 1
      sums[at.degreeS + q * degrees + d]! += weight
    }
    for (let i = 0; i < sizes; i++) {
      const neighbour = neighbours[b * sizes + i]!
      const row = i * sizes
      addStation(neighbour, weight, at.meanN + row, at.binomialN + row, at.squareN + row)
      for (let q = 0; q < sizes; q++) {
        const d = degree[neighbour * sizes + q]!
        sums[at.degreeN + row + q]! += weight * d
        sums[at.degreeSquareN + row + q]! += weight * d * d
        if (i < small && q < small)
          sums[at.degreeLawN + (i * small + q) * smallDegrees + Math.min(d, smallDegrees - 1)]! += weight
      }
      if (i < small) addWithDegree(neighbour, weight, at.withDegreeN + i * sizes * sizes)
    }
  }
  for (let s = 0; s < stations; s++) {
    tallyOf(s)
    addUser(s, s * M * ranks)
  }

  /** The first user of a cell as the typical one; its cell-mates and other cells' users ask. */
  function addUser(s: number, row: number): void {
    const weight = area[s]!
    const v1 = distances[row]!
    const factors = new Float64Array(3 * sizes)
    for (let m = 0; m < sizes; m++) {
      const v = distances[row + m + 1]!
      const ratio = v1 / v - 1 / (m + 2)
      const lnArea = Math.log(v) - digamma[m + 2]!
      factors[m] = ratio
      factors[sizes + m] = lnArea
      factors[2 * sizes + m] = ratio * lnArea
    }
    for (let k = 0; k < factors.length; k++) sums[at.factors + k]! += weight * factors[k]!
    for (let f = 0; f < 3; f++)
      for (let l = 0; l < sizes; l++) {
        const requests = weight * mean(s, l)
        const d = weight * degree[s * sizes + l]!
        for (let m = 0; m < sizes; m++) {
          const k = (f * sizes + l) * sizes + m
          sums[at.meanFactors + k]! += requests * factors[f * sizes + m]!
          sums[at.degreeFactors + k]! += d * factors[f * sizes + m]!
        }
      }
    for (let q = 0; q < small; q++) {
      const d = Math.min(degree[s * sizes + q]!, smallDegrees - 1)
      const k = q * smallDegrees + d
      sums[at.degreeGivenArea + k * 3]! += weight
      sums[at.degreeGivenArea + k * 3 + 1]! += weight * v1
      sums[at.degreeGivenArea + k * 3 + 2]! += weight * Math.log(v1)
      for (let i = 1; i < ranks; i++) {
        const bin = Math.floor(Math.log(distances[row + i]! / v1) / binWidth)
        if (bin < bins) sums[at.degreeGivenCount + k * bins + bin]! += weight
      }
    }
    for (let l = 0; l < sizes; l++) {
      const requests = weight * mean(s, l)
      for (let i = l + 2; i < ranks; i++) {
        const bin = Math.floor(Math.log(distances[row + i]! / distances[row + l + 1]!) / binWidth)
        if (bin >= bins) continue
        sums[at.count + l * bins + bin]! += weight
        sums[at.meanWithCount + l * bins + bin]! += requests
      }
    }
    for (let i = 0; i < sizes; i++) {
      const c = nearest[row + i + 1]!
      const mates = tally.get(c)!
      for (let l = 0; l < sizes; l++) {
        const all = asked[c * sizes + l]!
        const withMe = mates[l]!
        const ofMates = withMe - (i <= l ? 1 : 0)
        const others = (all - withMe) / M
        const share = ofMates / (M - 1)
        const sharePair = (ofMates * (ofMates - 1)) / ((M - 1) * (M - 2))
        const otherSquares = squares[c * sizes + l]! - withMe * withMe
        const otherPairs = (otherSquares - (all - withMe)) * pairScale
        const a = others + share
        const k = i * sizes + l
        sums[at.meanU + k]! += weight * a
        sums[at.binomialU + k]! += weight * (otherPairs + sharePair)
        sums[at.squareU + k]! +=
          weight * (others * others - otherSquares / (M * M) + otherPairs + 2 * others * share + sharePair)
        sums[at.shareU + k]! += weight * share
        sums[at.shareSquareU + k]! += weight * sharePair
        sums[at.meanShareU + k]! += weight * (others * share + sharePair)
        const d = degree[c * sizes + l]!
        sums[at.degreeU + k]! += weight * d
        sums[at.degreeSquareU + k]! += weight * d * d
        if (i < small && l < small)
          sums[at.degreeLawU + (i * small + l) * smallDegrees + Math.min(d, smallDegrees - 1)]! += weight
        if (i < small) {
          const start = at.withDegreeU + (i * sizes + l) * sizes
          for (let q = 0; q < sizes; q++) sums[start + q]! += weight * a * degree[c * sizes + q]!
        }
        if (i < small && l < small)
          for (let q = 0; q < small; q++)
            sums[at.productU + (i * small + l) * small + q]! += weight * productWith(c, l, q, mates, i)
      }
      for (let g = 0; g < grid.length; g++) {
        const l = grid[g]! - 2
        const withMe = mates[l]!
        const a = weight * ((asked[c * sizes + l]! - withMe) / M + (withMe - (i <= l ? 1 : 0)) / (M - 1))
        const d = weight * degree[c * sizes + l]!
        for (let f = 0; f < 3; f++)
          for (let h = 0; h < grid.length; h++) {
            const m = grid[h]! - 2
            if (i > m) continue
            const k = ((f * grid.length + g) * grid.length + h) * sizes + i
            sums[at.meanFactorsU + k]! += a * factors[f * sizes + m]!
            sums[at.degreeFactorsU + k]! += d * factors[f * sizes + m]!
          }
      }
    }
  }

  /** An estimate of $A_LA_Q$ of a BS, of users of one kind and of the other. */
  function productWith(c: number, l: number, q: number, mates: Int32Array, i: number): number {
    const otherL = (asked[c * sizes + l]! - mates[l]!) / M
    const otherQ = (asked[c * sizes + q]! - mates[q]!) / M
    const mineL = mates[l]! - (i <= l ? 1 : 0)
    const mineQ = mates[q]! - (i <= q ? 1 : 0)
    const both = Math.min(mineL, mineQ)
    // Other cells: a cell's share squared is small beside the product, and of the larger size's variance.
    const smaller = Math.min(l, q)
    const sameCell =
      (squares[c * sizes + smaller]! - mates[smaller]! ** 2 - (asked[c * sizes + smaller]! - mates[smaller]!)) *
      pairScale
    const sameCellNaive = (squares[c * sizes + smaller]! - mates[smaller]! ** 2) / (M * M)
    return (
      otherL * otherQ +
      sameCell -
      sameCellNaive +
      (otherL * mineQ + otherQ * mineL) / (M - 1) +
      (mineL * mineQ - both) / ((M - 1) * (M - 2))
    )
  }
}
