import type { FigureDefinition } from '../definition/figure-definition.js'

/** The probability of detection against the cluster size of targets. */
export const detection: FigureDefinition = {
  id: 'detection',
  number: null,
  fileName: 'detection-vs-sensing-cluster-size',
  title: 'Detection of targets against the sensing cluster size',
  caption:
    'Mean probability of detecting a Swerling 1 target at a probability $P_{\\mathrm{fa}}$ of a false alarm, against the cluster size $Q$, with ' +
    '$K=5$ users per cell, one target, $M_t=40$ antennas, $M_r=10$, $\\alpha=4$ and $\\beta=2$.',
  paperSays: 'The paper has no such figure: it shows radar information rates.',
  network: { transmitAntennas: 40, usersPerCell: 5, targetsPerCell: 1 },
  abscissa: {
    parameter: 'sensingClusterSize',
    label: 'sensing cluster size $Q$',
    unit: '',
    values: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16],
  },
  ordinateLabel: 'probability of detection',
  marksAt: [1, 2, 4, 8, 12, 16],
  curves: ['1e-3', '1e-6', '1e-9'].map((falseAlarm) => ({
    member: `$P_{\\mathrm{fa}}$ = ${falseAlarm}`,
    methodName: 'exact',
    quantity: `sensing-detection:${falseAlarm}`,
    at: (sensingClusterSize: number) => ({ sensingClusterSize }),
  })),
}
