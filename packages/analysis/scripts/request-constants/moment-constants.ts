import { degrees, grid, offsets, pairIndex, sizes, small } from './blocks.js'

/** The constants of the numbers of requests, as functions of sums: each with the number of decimals that it is written with. */
export interface ConstantTable {
  readonly name: string
  readonly decimals: number
  readonly length: number
  readonly of: (sums: Float64Array, k: number) => number
}

type Weight = 'P' | 'S'
const weightOf = (sums: Float64Array, weight: Weight): number => sums[offsets[`weight${weight}`]]!

const ratio = (weight: Weight, start: number) => (sums: Float64Array, k: number) =>
  sums[start + k]! / weightOf(sums, weight)

const tables: ConstantTable[] = []
const table = (name: string, decimals: number, length: number, of: ConstantTable['of']): void => {
  tables.push({ name, decimals, length, of })
}

for (const [weight, name] of [
  ['P', 'typical'],
  ['S', 'serving'],
] as const) {
  const mean = ratio(weight, offsets[`mean${weight}`])
  const binomial = ratio(weight, offsets[`binomial${weight}`])
  const square = ratio(weight, offsets[`square${weight}`])
  // Each typical BS is asked by as many as ask.
  const exactMean = (sums: Float64Array, l: number): number => (weight === 'P' ? l + 1 : mean(sums, l))
  const degreeLaw = ratio(weight, offsets[`degree${weight}`])
  const meanDegree = (sums: Float64Array, q: number): number => {
    let sum = 0
    for (let d = 0; d < degrees; d++) sum += d * degreeLaw(sums, q * degrees + d)
    return sum
  }
  if (weight === 'S') table('servingMean', 4, sizes, mean)
  table(`${name}Binomial`, 4, sizes, (sums, l) => mean(sums, l) - binomial(sums, l))
  table(`${name}Spread`, 4, sizes, (sums, l) => square(sums, l) - mean(sums, l) ** 2)
  table(`${name}Covariance`, 4, (grid.length * (grid.length + 1)) / 2, (sums, k) => {
    const j = Math.floor((Math.sqrt(8 * k + 1) - 1) / 2)
    const i = k - pairIndex(0, j)
    return (
      sums[offsets[`product${weight}`] + k]! / weightOf(sums, weight) -
      mean(sums, grid[i]! - 2) * mean(sums, grid[j]! - 2)
    )
  })
  table(`${name}DegreeLaw`, 6, small * 32, (sums, k) => degreeLaw(sums, Math.floor(k / 32) * degrees + (k % 32)))
  table(`${name}DegreeMean`, 4, sizes, (sums, q) => (weight === 'P' ? exactMean(sums, q) : meanDegree(sums, q)))
  table(`${name}DegreeVariance`, 4, sizes, (sums, q) => {
    let sum = 0
    for (let d = 0; d < degrees; d++) sum += d * d * degreeLaw(sums, q * degrees + d)
    return sum - meanDegree(sums, q) ** 2
  })
  table(`${name}WithDegree`, 3, grid.length * grid.length, (sums, k) => {
    const l = grid[Math.floor(k / grid.length)]! - 2
    const q = grid[k % grid.length]! - 2
    return (
      sums[offsets[`withDegree${weight}`] + l * sizes + q]! / weightOf(sums, weight) -
      mean(sums, l) * meanDegree(sums, q)
    )
  })
}

const perSize = (start: number) => ratio('S', start)
/** Tables over rank or neighbour i and size, i first. */
table('neighbourMean', 3, sizes * sizes, perSize(offsets.meanN))
table('neighbourDegreeMean', 3, sizes * sizes, perSize(offsets.degreeN))
table(
  'neighbourDegreeVariance',
  3,
  sizes * sizes,
  (sums, k) => perSize(offsets.degreeSquareN)(sums, k) - perSize(offsets.degreeN)(sums, k) ** 2,
)
table('neighbourWithDegree', 3, small * small * small, (sums, k) => {
  const i = Math.floor(k / (small * small))
  const l = Math.floor(k / small) % small
  const q = k % small
  return (
    perSize(offsets.withDegreeN)(sums, (i * sizes + l) * sizes + q) -
    perSize(offsets.meanN)(sums, i * sizes + l) * perSize(offsets.degreeN)(sums, i * sizes + q)
  )
})
table('rankMean', 3, sizes * sizes, perSize(offsets.meanU))
table(
  'rankBinomial',
  3,
  sizes * sizes,
  (sums, k) => perSize(offsets.meanU)(sums, k) - perSize(offsets.binomialU)(sums, k),
)
table(
  'rankSpread',
  3,
  sizes * sizes,
  (sums, k) => perSize(offsets.squareU)(sums, k) - perSize(offsets.meanU)(sums, k) ** 2,
)
table('rankShare', 4, sizes * sizes, perSize(offsets.shareU))
table('rankShareSquare', 4, sizes * sizes, perSize(offsets.shareSquareU))
table(
  'rankShareCovariance',
  4,
  sizes * sizes,
  (sums, k) =>
    perSize(offsets.meanShareU)(sums, k) - perSize(offsets.meanU)(sums, k) * perSize(offsets.shareU)(sums, k),
)
table('rankDegreeMean', 3, sizes * sizes, perSize(offsets.degreeU))
table(
  'rankDegreeVariance',
  3,
  sizes * sizes,
  (sums, k) => perSize(offsets.degreeSquareU)(sums, k) - perSize(offsets.degreeU)(sums, k) ** 2,
)
table('rankCovariance', 3, small * small * small, (sums, k) => {
  const i = Math.floor(k / (small * small))
  const l = Math.floor(k / small) % small
  const q = k % small
  return (
    perSize(offsets.productU)(sums, k) -
    perSize(offsets.meanU)(sums, i * sizes + l) * perSize(offsets.meanU)(sums, i * sizes + q)
  )
})
table('rankWithDegree', 3, small * small * small, (sums, k) => {
  const i = Math.floor(k / (small * small))
  const l = Math.floor(k / small) % small
  const q = k % small
  return (
    perSize(offsets.withDegreeU)(sums, (i * sizes + l) * sizes + q) -
    perSize(offsets.meanU)(sums, i * sizes + l) * perSize(offsets.degreeU)(sums, i * sizes + q)
  )
})
for (const [name, block, mean] of [
  ['requestFactors', 'meanFactors', 'meanS'],
  ['degreeFactors', 'degreeFactors', 'degree'],
] as const)
  table(name, 4, 3 * grid.length * grid.length, (sums, k) => {
    const f = Math.floor(k / (grid.length * grid.length))
    const l = grid[Math.floor(k / grid.length) % grid.length]! - 2
    const m = grid[k % grid.length]! - 2
    const W = weightOf(sums, 'S')
    const own =
      mean === 'meanS'
        ? sums[offsets.meanS + l]! / W
        : tables.find((other) => other.name === 'servingDegreeMean')!.of(sums, l)
    return sums[offsets[block] + (f * sizes + l) * sizes + m]! / W - (own * sums[offsets.factors + f * sizes + m]!) / W
  })

export const momentConstants: readonly ConstantTable[] = tables
