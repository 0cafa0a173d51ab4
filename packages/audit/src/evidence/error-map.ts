import { communicationRate, sensingRate } from '@isacnet/analysis'
import type { HeatMap } from '@isacnet/drawing'
import { defineNetwork, isFeasible, type Network, type NetworkParameters, paperNetwork } from '@isacnet/model'

/** A printed theorem's relative error against the exact rate, in per cent. */
type RelativeError = (network: Network) => number

const communicationError =
  (method: 'theorem-1' | 'theorem-2'): RelativeError =>
  (network) =>
    100 * (communicationRate(network, { method }).value / communicationRate(network).value - 1)

const sensingError: RelativeError = (network) =>
  100 * (sensingRate(network, { method: 'theorem-3' }).value / sensingRate(network).value - 1)

interface MapDefinition {
  readonly id: string
  readonly title: string
  readonly quantity: string
  readonly error: RelativeError
  readonly x: HeatMap['x']
  readonly y: HeatMap['y']
  readonly network: (x: number, y: number) => Partial<Record<keyof NetworkParameters, number>>
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const exponents = [2.1, 2.5, 3, 3.5, 4, 4.5, 5, 6]
const users = { label: 'users per cell $K$', values: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20] }
const clusterSizes = { label: 'cluster size $L$', values: range(1, 10) }
const exponent = { label: 'path-loss exponent $\\alpha$', values: exponents }

const communicationMaps = (['theorem-1', 'theorem-2'] as const).flatMap((method): MapDefinition[] => {
  const name = method === 'theorem-1' ? 'Theorem 1 as printed' : 'Theorem 2'
  const common = { quantity: '$R_c$ off by (%)', error: communicationError(method) }
  return [
    {
      ...common,
      id: `${method}-over-users-and-clusters`,
      title: `${name}: $M_t=20$, $\\alpha=4$ (grey: too few antennas)`,
      x: users,
      y: clusterSizes,
      network: (K, L) => ({ usersPerCell: K, communicationClusterSize: L }),
    },
    {
      ...common,
      id: `${method}-over-path-loss-and-clusters`,
      title: `${name}: $M_t=20$, $K=2$`,
      x: exponent,
      y: clusterSizes,
      network: (pathLossExponent, L) => ({ pathLossExponent, usersPerCell: 2, communicationClusterSize: L }),
    },
  ]
})

const sensingClusters = { label: 'sensing cluster size $Q$', values: range(2, 12) }
const theorem3 = { quantity: '$R_s$ off by (%)', error: sensingError }

const definitions: readonly MapDefinition[] = [
  ...communicationMaps,
  {
    ...theorem3,
    id: 'theorem-3-over-users-and-clusters',
    title: 'Theorem 3: $\\alpha=2\\beta=4$, $c=1$',
    x: { ...users, values: [1, 2, 3, 4, 6, 8, 12, 16, 20] },
    y: sensingClusters,
    // Sensing takes nulls that don't enter its rate: antennas for all of them.
    network: (K, Q) => ({ usersPerCell: K, sensingClusterSize: Q, transmitAntennas: 64 }),
  },
  {
    ...theorem3,
    id: 'theorem-3-over-path-loss-and-clusters',
    title: 'Theorem 3: $\\beta=\\alpha/2$, $K=1$, $c=1$',
    x: exponent,
    y: sensingClusters,
    network: (pathLossExponent, Q) => ({
      pathLossExponent,
      echoPathLossExponent: pathLossExponent / 2,
      sensingClusterSize: Q,
      transmitAntennas: 64,
    }),
  },
]

/**
 * Where is each printed theorem trustworthy? Maps of the errors of Theorems 1, 2 and 3 against the exact rate, in per cent; allocations
 * that need more antennas than there are have no value.
 *
 * @example
 * const maps = await errorMaps(async () => {})
 * maps[0].id // 'theorem-1-over-users-and-clusters'
 *
 * @param checkpoint - called between points, and awaited; what it throws ends the computation.
 */
export const errorMaps = async (checkpoint: () => void | Promise<void> = () => {}): Promise<readonly HeatMap[]> => {
  const maps: HeatMap[] = []
  for (const { id, title, quantity, error, x, y, network } of definitions) {
    const rows: (number | null)[][] = []
    for (const vertical of y.values) {
      await checkpoint()
      rows.push(
        x.values.map((horizontal) => {
          const changes = network(horizontal, vertical)
          return isFeasible({ ...paperNetwork, ...changes }) ? error(defineNetwork(changes)) : null
        }),
      )
    }
    maps.push({ id, title, quantity, x, y, rows })
  }
  return maps
}
