import type { FigureDefinition } from '../definition/figure-definition.js'

const methods = [
  { methodName: 'exact', communicationMethod: 'exact' },
  { methodName: '$T_c$ by Theorem 2', communicationMethod: 'theorem-2' },
] as const

const quantities = [
  { quantity: 'communication-ase', symbol: '$T_c$' },
  { quantity: 'sum-ase', symbol: '$T_{\\mathrm{sum}}$' },
] as const

/** Figure 5: T_c and T_sum against K. */
export const figure5: FigureDefinition = {
  id: 'fig5',
  number: 5,
  fileName: 'fig5-ase-vs-users',
  title: 'Communication and total ASE against the users per cell',
  caption:
    'Communication ASE $T_c$ and total ASE $T_{\\mathrm{sum}}=T_c+T_s$ against the number $K$ of users per cell, with ' +
    '$L=1$, $Q=1$ and $J=J_{\\max}=10$ targets per cell. $T_s$ is exact in all curves. Rings: greatest $T_c$.',
  paperSays:
    'Theorem 2 is indistinguishable from the simulation; K*/M_t is about 60 % for both numbers of antennas; sensing ' +
    'adds about the same for every K.',
  network: { communicationClusterSize: 1, sensingClusterSize: 1, targetsPerCell: 10, maxTargetsPerCell: 10 },
  abscissa: {
    parameter: 'usersPerCell',
    label: 'users per cell $K$',
    unit: '',
    values: Array.from({ length: 20 }, (_, index) => index + 1),
  },
  ordinateLabel: 'area spectral efficiency',
  marksAt: [1, 4, 6, 9, 12, 16, 20],
  curves: [10, 20].flatMap((transmitAntennas) =>
    quantities.flatMap(({ quantity, symbol }) =>
      methods.map((method) => ({
        ...method,
        sensingMethod: 'exact' as const,
        member: `${symbol}, $M_t=${transmitAntennas}$`,
        quantity,
        at: (x: number) => ({ usersPerCell: x, transmitAntennas }),
        marksMaximum: quantity === 'communication-ase' && method.communicationMethod === 'exact',
      })),
    ),
  ),
}
