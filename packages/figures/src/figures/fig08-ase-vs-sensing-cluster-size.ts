import type { FigureDefinition, NetworkChanges } from '../definition/figure-definition.js'

const methods = [
  { methodName: 'exact', sensingMethod: 'exact', smallestClusterSize: 1 },
  { methodName: '$T_s$ by Theorem 3', sensingMethod: 'theorem-3', smallestClusterSize: 2 },
] as const

const quantities = [
  { quantity: 'sensing-ase', symbol: '$T_s$' },
  { quantity: 'sum-ase', symbol: '$T_{\\mathrm{sum}}$' },
] as const

const maxTargetsPerCell = 10

/** As many targets as the degrees of freedom and J_max allow with K = L = 1; no point where there is none. */
const asManyTargetsAsPossible = (transmitAntennas: number, sensingClusterSize: number): NetworkChanges | undefined => {
  const degreesOfFreedom = transmitAntennas - 1
  const targetsPerCell =
    sensingClusterSize === 1
      ? maxTargetsPerCell
      : Math.min(maxTargetsPerCell, Math.floor(degreesOfFreedom / (sensingClusterSize - 1)))
  return targetsPerCell >= 1 ? { transmitAntennas, sensingClusterSize, targetsPerCell } : undefined
}

/** Figure 8: T_s and T_sum against Q. */
export const figure8: FigureDefinition = {
  id: 'fig8',
  number: 8,
  fileName: 'fig8-ase-vs-sensing-cluster-size',
  title: 'Sensing and total ASE against the sensing cluster size',
  caption:
    'Sensing ASE $T_s$ and total ASE $T_{\\mathrm{sum}}=T_c+T_s$ against the cluster size $Q$ of a target, with ' +
    '$K=L=1$ and as many targets $J$ as the degrees of freedom allow: $J=\\min(10,\\lfloor(M_t-1)/(Q-1)\\rfloor)$. The ' +
    'clusters are those around the serving base station (Theorem 3 is for $Q\\ge2$); $T_c$ is exact in all curves. Rings: greatest $T_s$.',
  paperSays:
    'T_s rises, then falls with Q; nulling gains up to a factor of 2 over Q = 1; T_sum need not grow with Q when there ' +
    'are few antennas.',
  network: { usersPerCell: 1, communicationClusterSize: 1, receiveAntennas: 10, maxTargetsPerCell },
  abscissa: {
    parameter: 'sensingClusterSize',
    label: 'sensing cluster size $Q$',
    unit: '',
    values: Array.from({ length: 20 }, (_, index) => index + 1),
  },
  ordinateLabel: 'area spectral efficiency',
  marksAt: [1, 2, 3, 4, 6, 10, 15, 20],
  curves: [10, 20, 40].flatMap((transmitAntennas) =>
    quantities.flatMap(({ quantity, symbol }) =>
      methods.map(({ smallestClusterSize, ...method }) => ({
        ...method,
        communicationMethod: 'exact' as const,
        sensingClusters: 'bs-centric' as const,
        member: `${symbol}, $M_t=${transmitAntennas}$`,
        quantity,
        at: (x: number) => (x < smallestClusterSize ? undefined : asManyTargetsAsPossible(transmitAntennas, x)),
        marksMaximum: quantity === 'sensing-ase' && method.sensingMethod === 'exact',
      })),
    ),
  ),
}
