import type { FigureDefinition } from '../definition/figure-definition.js'

const members = [
  { member: 'mean', quantity: 'communication-rate' },
  { member: 'median', quantity: 'communication-median-rate' },
  { member: 'worst 5 %', quantity: 'communication-percentile-rate:5%' },
] as const

/** Who gains by nulling, and who pays: the mean rate, the median and the 5 % rate against L. */
export const fairness: FigureDefinition = {
  id: 'fairness',
  number: null,
  fileName: 'fairness-mean-median-and-worst-rate',
  title: 'Mean, median and 5 % rate of a user against the cluster size',
  caption:
    'Rate of a user on average, the rate that half of the users reach, and the rate that 5 % of them don’t reach, against the cluster ' +
    'size $L$, with $K=5$ users per cell, $M_t=20$ antennas, no degrees of freedom spent on sensing ($Q=1$) and $\\alpha=4$. From $L=1$ to ' +
    '$L=2$ the mean grows by 11.8 %, the 5 % rate falls by 9.8 %.',
  paperSays: 'The paper shows the mean: interference nulling can effectively improve the average data rate.',
  network: { transmitAntennas: 20, usersPerCell: 5, sensingClusterSize: 1 },
  abscissa: { parameter: 'communicationClusterSize', label: 'cluster size $L$', unit: '', values: [1, 2, 3, 4] },
  ordinateLabel: 'rate of a user',
  marksAt: [1, 2, 3, 4],
  curves: members.map(({ member, quantity }) => ({
    member,
    methodName: 'exact',
    quantity,
    at: (communicationClusterSize: number) => ({ communicationClusterSize }),
  })),
}
