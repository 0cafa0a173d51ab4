import { type BetaApproximation, sirLaw } from '@isacnet/analysis'
import type { Network } from '@isacnet/model'
import type { FigureDefinition } from '../definition/figure-definition.js'

const laws = new WeakMap<Network, BetaApproximation>()

/** The share of users with a reliability beyond x at 0 dB, by the Beta law with the first two moments. */
const share = (network: Network, reliability: number): number => {
  let law = laws.get(network)
  if (law === undefined) {
    law = sirLaw(network, 'communication').betaApproximation(1)
    laws.set(network, law)
  }
  return law.share(reliability)
}

/** The meta distribution: what share of users has which reliability. */
export const reliability: FigureDefinition = {
  id: 'reliability',
  number: null,
  fileName: 'reliability-meta-distribution',
  title: 'Share of users with a reliability',
  caption:
    'Share of the users who reach 0 dB with more than a probability $x$ over fading, given where the base stations are (meta distribution, by the ' +
    'Beta law with its exact first two moments), for cluster sizes $L$ = 1, 2 and 4, with $K=5$ users per cell, $M_t=20$ antennas, no degrees of ' +
    'freedom spent on sensing ($Q=1$) and $\\alpha=4$. The coverage is the mean of $x$.',
  paperSays: 'The paper has no such figure: its averages are over users and fading at once.',
  network: { transmitAntennas: 20, usersPerCell: 5, sensingClusterSize: 1 },
  abscissa: {
    parameter: null,
    label: 'reliability $x$',
    unit: '',
    values: [...Array.from({ length: 38 }, (_, index) => index / 40), 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 1],
  },
  ordinateLabel: 'share of users with more than $x$',
  curves: [1, 2, 4].map((communicationClusterSize) => ({
    member: `$L=${communicationClusterSize}$`,
    methodName: 'Beta law',
    quantity: 'reliability-share',
    value: (network: Network, x: number) => ({ value: share(network, x), errorEstimate: 0 }),
    at: () => ({ communicationClusterSize }),
  })),
}
