import type { FigureDefinition } from '../definition/figure-definition.js'

/** The network and the abscissa of figures that show what Q makes of a target's detection and estimation. */
export const overSensingClusterSize = {
  paperSays: 'The paper has no such figure: it shows radar information rates.',
  network: { transmitAntennas: 40, usersPerCell: 5, targetsPerCell: 1 },
  abscissa: {
    parameter: 'sensingClusterSize',
    label: 'sensing cluster size $Q$',
    unit: '',
    values: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16],
  },
  marksAt: [1, 2, 4, 8, 12, 16],
} as const satisfies Partial<FigureDefinition>
