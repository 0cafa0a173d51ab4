/** Cluster sizes are 2 to 32: index L − 2, or Q − 2; ranks of BSs likewise. */
export const sizes = 31

/** Sizes for which pairs of kinds of requests are told apart; between them, moments are smooth. */
export const grid = [2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32] as const

/** Small sizes and ranks, 2 to 8, for which whole laws are counted. */
export const small = 7

/** In-degrees that are told apart. */
export const degrees = 72
export const smallDegrees = 32

/** Bins of $\ln\tau$, τ being a BS's squared distance to the user in units of that of the first one, or of the L-th. */
export const bins = 24
export const binWidth = 0.2

const pairs = (grid.length * (grid.length + 1)) / 2

/** What is summed up, and how many numbers each is. Names: P typical BS, S serving BS, N the i-th nearest to it, U the i-th nearest to the user. */
const lengths = {
  weightP: 1,
  weightS: 1,
  meanP: sizes,
  binomialP: sizes,
  squareP: sizes,
  meanS: sizes,
  binomialS: sizes,
  squareS: sizes,
  productP: pairs,
  productS: pairs,
  degreeP: sizes * degrees,
  degreeS: sizes * degrees,
  withDegreeP: sizes * sizes,
  withDegreeS: sizes * sizes,
  meanN: sizes * sizes,
  binomialN: sizes * sizes,
  squareN: sizes * sizes,
  degreeN: sizes * sizes,
  degreeSquareN: sizes * sizes,
  degreeLawN: small * small * smallDegrees,
  withDegreeN: small * sizes * sizes,
  meanU: sizes * sizes,
  binomialU: sizes * sizes,
  squareU: sizes * sizes,
  shareU: sizes * sizes,
  shareSquareU: sizes * sizes,
  meanShareU: sizes * sizes,
  degreeU: sizes * sizes,
  degreeSquareU: sizes * sizes,
  degreeLawU: small * small * smallDegrees,
  withDegreeU: small * sizes * sizes,
  productU: small * small * small,
  factors: 3 * sizes,
  meanFactors: 3 * sizes * sizes,
  degreeFactors: 3 * sizes * sizes,
  meanFactorsU: 3 * grid.length * grid.length * sizes,
  degreeFactorsU: 3 * grid.length * grid.length * sizes,
  degreeGivenCount: small * smallDegrees * bins,
  degreeGivenArea: small * smallDegrees * 3,
  meanWithCount: sizes * bins,
  count: sizes * bins,
} as const

type BlockName = keyof typeof lengths

const names = Object.keys(lengths) as BlockName[]

/** Where each block starts. */
export const offsets = Object.fromEntries(
  names.map((name, i) => [name, names.slice(0, i).reduce((sum, before) => sum + lengths[before], 0)]),
) as Record<BlockName, number>

/** Numbers that are summed up in all. */
export const total = names.reduce((sum, name) => sum + lengths[name], 0)

/** The index of a pair of places in the grid, first ≤ second. */
export const pairIndex = (first: number, second: number): number => (second * (second + 1)) / 2 + first
