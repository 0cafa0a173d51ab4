import type { FigureDefinition } from '../definition/figure-definition.js'
import { overSensingClusterSize } from './over-sensing-cluster-size.js'

/** The probability of detection against the cluster size of targets. */
export const detection: FigureDefinition = {
  id: 'detection',
  number: null,
  fileName: 'detection-vs-sensing-cluster-size',
  title: 'Detection of targets against the sensing cluster size',
  caption:
    'Mean probability of detecting a Swerling 1 target at a probability $P_{\\mathrm{fa}}$ of a false alarm, against the cluster size $Q$, with ' +
    '$K=5$ users per cell, one target, $M_t=40$ antennas, $M_r=10$, $\\alpha=4$ and $\\beta=2$.',
  ...overSensingClusterSize,
  ordinateLabel: 'probability of detection',
  curves: ['1e-3', '1e-6', '1e-9'].map((falseAlarm) => ({
    member: `$P_{\\mathrm{fa}}$ = ${falseAlarm}`,
    methodName: 'exact',
    quantity: `sensing-detection:${falseAlarm}`,
    at: (sensingClusterSize: number) => ({ sensingClusterSize }),
  })),
}
