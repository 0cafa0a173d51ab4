import type { FigureDefinition } from '../definition/figure-definition.js'
import { overSensingClusterSize } from './over-sensing-cluster-size.js'

/** The error of a target's angle against the cluster size of targets. */
export const angleErrorFigure: FigureDefinition = {
  id: 'angle-error',
  number: null,
  fileName: 'angle-error-vs-sensing-cluster-size',
  title: 'Angle error of targets against the sensing cluster size',
  caption:
    'Root of the Cramér–Rao bound of a target’s angle at broadside that half, 75 % and 90 % of the targets do not exceed, against the cluster size ' +
    '$Q$, with $K=5$ users per cell, one target, $M_t=40$ antennas, $M_r=10$, $\\alpha=4$ and $\\beta=2$.',
  ...overSensingClusterSize,
  ordinateLabel: 'angle error',
  curves: [
    { member: 'half', percentile: 50 },
    { member: '75 %', percentile: 75 },
    { member: '90 %', percentile: 90 },
  ].map(({ member, percentile }) => ({
    member: `${member} of the targets`,
    methodName: 'exact',
    quantity: `sensing-angle-error:${percentile}%`,
    at: (sensingClusterSize: number) => ({ sensingClusterSize }),
  })),
}
