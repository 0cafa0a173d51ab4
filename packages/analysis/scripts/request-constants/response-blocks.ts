/** Cluster sizes 1 to 8: index n − 1. */
export const clusterSizes = 8

/** What is asked of a BS: requests of users by L = 2 … 8, its in-degree by Q = 2 … 8, and the share of the receiver's own cell that asks it. */
export const responses = 15

/** $1, u_f, A, B, A^2, AB, B^2$ and $u_f$ times the last five. */
export const features = 12

/** In-degrees whose probabilities are told apart. */
export const smallDegrees = 12

const square = features * features
const lengths = {
  weight: 1,
  mean: 3 * clusterSizes * clusterSizes * responses,
  normal: 3 * clusterSizes * clusterSizes * square,
  moments: 3 * clusterSizes * clusterSizes * features * responses,
  joint: 2 * clusterSizes * clusterSizes,
  degreeNormal: square,
  degreeMoments: features * 7 * smallDegrees,
  interfererNormal: square,
  interfererMoments: features * 7 * smallDegrees,
} as const

type Block = keyof typeof lengths
const names = Object.keys(lengths) as Block[]

export const at = Object.fromEntries(
  names.map((name, i) => [name, names.slice(0, i).reduce((sum, before) => sum + lengths[before], 0)]),
) as Record<Block, number>

export const total = names.reduce((sum, name) => sum + lengths[name], 0)

/** The place of a kind, cluster size and rank (0 is the serving BS). */
export const place = (kind: number, size: number, rank: number): number =>
  (kind * clusterSizes + size - 1) * clusterSizes + rank

/** The responses that are wanted of a kind's cluster of a size, at a rank. */
export const wantedResponses = (kind: number, size: number, rank: number): readonly number[] => {
  const requests = [0, 1, 2, 3, 4, 5, 6]
  const own = rank > 0 && kind !== 1 ? [14] : []
  if (kind === 0) return [...requests, ...requests.map((k) => k + 7), ...own]
  if (kind === 1) return size > 1 ? [...requests, size + 5] : requests
  return [...requests, ...own]
}
