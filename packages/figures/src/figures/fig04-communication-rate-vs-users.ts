import type { FigureDefinition } from '../definition/figure-definition.js'

const methods = [
  { methodName: 'exact', communicationMethod: 'exact' },
  { methodName: 'Theorem 2', communicationMethod: 'theorem-2' },
  { methodName: 'Theorem 1, as printed', communicationMethod: 'theorem-1' },
] as const

/** Figure 4: R_c against K for several cluster sizes. */
export const figure4: FigureDefinition = {
  id: 'fig4',
  number: 4,
  fileName: 'fig4-communication-rate-vs-users',
  title: 'Average rate of a user against the users per cell',
  caption:
    'Average rate $R_c$ of a user against the number $K$ of users per cell for cluster sizes $L$ = 1, 2 and 4, with ' +
    '$M_t=20$ antennas, no degrees of freedom spent on sensing ($Q=1$) and $\\alpha=4$. For $L=1$, Theorem 1 is exact.',
  paperSays:
    'Theorem 1 agrees with the simulation and Theorem 2 nearly; R_c falls with K; at K = 1 it grows with L; at K = 5 ' +
    'it grows with L, then falls.',
  network: { transmitAntennas: 20, sensingClusterSize: 1 },
  abscissa: {
    parameter: 'usersPerCell',
    label: 'users per cell $K$',
    unit: '',
    values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  },
  ordinateLabel: 'average rate of a user $R_c$',
  marksAt: [1, 3, 5, 8, 10],
  curves: [1, 2, 4].flatMap((clusterSize) =>
    methods.map((method) => ({
      ...method,
      member: `$L=${clusterSize}$`,
      quantity: 'communication-rate' as const,
      at: (x: number) => ({ usersPerCell: x, communicationClusterSize: clusterSize }),
    })),
  ),
}
