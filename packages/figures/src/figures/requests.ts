import { type RequestCounts, requestCounts } from '@isacnet/analysis'
import type { Network } from '@isacnet/model'
import type { FigureDefinition } from '../definition/figure-definition.js'

const known = new WeakMap<Network, RequestCounts>()

const countsOf = (network: Network): RequestCounts => {
  const counts = known.get(network) ?? requestCounts(network)
  known.set(network, counts)
  return counts
}

const stations = [
  { member: 'typical base station', law: ({ typical }: RequestCounts) => typical },
  { member: 'serving base station', law: ({ serving }: RequestCounts) => serving },
  { member: 'second nearest', law: ({ askedByUser }: RequestCounts) => askedByUser[0]! },
  { member: 'fourth nearest', law: ({ askedByUser }: RequestCounts) => askedByUser[2]! },
]

/** How many requests to null a base station gets, by who asks. */
export const requests: FigureDefinition = {
  id: 'requests',
  number: null,
  fileName: 'requests-to-null-of-base-stations',
  title: 'Requests to null that a base station gets',
  caption:
    'Probability that a base station gets $n$ requests to null, with $K=5$, $L=4$, $M_t=20$ and no sensing ($Q=1$): 15 on average, and as many are ' +
    'granted. A typical base station is any; the serving one is that of a typical user, whose cell is larger than most; the second and the fourth nearest to ' +
    'the user have its own request for certain.',
  paperSays: 'The paper says that at most $K(L-1)$ requests come.',
  network: { transmitAntennas: 20, usersPerCell: 5, communicationClusterSize: 4, sensingClusterSize: 1 },
  abscissa: {
    parameter: null,
    label: 'requests $n$',
    unit: '',
    values: Array.from({ length: 36 }, (_, n) => n),
  },
  ordinateLabel: 'probability',
  curves: stations.map(({ member, law }) => ({
    member,
    methodName: 'law of the requests',
    quantity: 'request-probability',
    value: (network: Network, n: number) => ({ value: law(countsOf(network)).probabilities[n] ?? 0, errorEstimate: 0 }),
    at: () => ({}),
  })),
}
