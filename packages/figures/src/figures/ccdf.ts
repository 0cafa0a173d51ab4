import type { FigureDefinition } from '../definition/figure-definition.js'

/** The law of a user's SIR for several cluster sizes: nulling moves the curve, and bends it. */
export const ccdf: FigureDefinition = {
  id: 'ccdf',
  number: null,
  fileName: 'ccdf-of-cluster-sizes',
  title: 'Coverage of users with and without nulling',
  caption:
    'Probability that the signal-to-interference ratio of a user exceeds a threshold $\\theta$, for cluster sizes $L$ = 1, 2 and 4, with ' +
    '$K=5$ users per cell, $M_t=20$ antennas, no degrees of freedom spent on sensing ($Q=1$) and $\\alpha=4$. The curves cross: nulling ' +
    'takes diversity from the worst users, and interference from the best.',
  paperSays: 'The paper has no such figure: it shows means.',
  network: { transmitAntennas: 20, usersPerCell: 5, sensingClusterSize: 1 },
  abscissa: {
    parameter: null,
    label: 'threshold $\\theta$',
    unit: 'dB',
    values: Array.from({ length: 49 }, (_, index) => -20 + 1.25 * index),
  },
  ordinateLabel: 'coverage $P(\\mathrm{SIR}>\\theta)$',
  marksAt: [-15, -10, -5, 0, 5, 10, 15, 20, 25, 30, 35, 40],
  curves: [1, 2, 4].map((communicationClusterSize) => ({
    member: `$L=${communicationClusterSize}$`,
    methodName: 'exact',
    quantity: (decibels: number) => `communication-coverage:${decibels}dB`,
    at: () => ({ communicationClusterSize }),
  })),
}
