import type { FigureDefinition } from '../definition/figure-definition.js'

const methods = [
  { methodName: 'exact', communicationMethod: 'exact' },
  { methodName: 'Theorem 2', communicationMethod: 'theorem-2' },
] as const

/** Figure 6: T_c over (K, L). */
export const figure6: FigureDefinition = {
  id: 'fig6',
  number: 6,
  fileName: 'fig6-communication-ase-vs-users-and-cluster-size',
  title: 'Communication ASE over users per cell and cluster size',
  caption:
    'Communication ASE $T_c$ over the number $K$ of users per cell and the cluster size $L$, with $M_t=20$ antennas, ' +
    'no degrees of freedom spent on sensing ($Q=1$) and $\\alpha=4$, as far as $KL\\le M_t$ permits. Rings: greatest ' +
    '$T_c$ for each $L$.',
  paperSays: 'T_c is greatest at K = 12 and L = 1: maximising it needs no interference nulling.',
  network: { transmitAntennas: 20, sensingClusterSize: 1 },
  abscissa: {
    parameter: 'usersPerCell',
    label: 'users per cell $K$',
    unit: '',
    values: Array.from({ length: 20 }, (_, index) => index + 1),
  },
  ordinateLabel: 'communication ASE $T_c$',
  marksAt: [1, 2, 4, 6, 8, 10, 12, 16, 20],
  curves: [1, 2, 3, 4, 5].flatMap((clusterSize) =>
    methods.map((method) => ({
      ...method,
      member: `$L=${clusterSize}$`,
      quantity: 'communication-ase' as const,
      at: (x: number) => ({ usersPerCell: x, communicationClusterSize: clusterSize }),
      marksMaximum: method.communicationMethod === 'exact',
    })),
  ),
}
