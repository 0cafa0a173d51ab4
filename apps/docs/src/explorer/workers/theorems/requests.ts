import { type RequestCountLaw, requestCounts } from '@isacnet/analysis'
import { IsacnetError, type Network, type SensingClusters } from '@isacnet/model'

/** How many requests to null the base stations of a network get. */
export interface ShownRequests {
  /** How many a base station grants. */
  readonly capacity: number
  /** P(N = n) by n, without the tail that can't be seen. */
  readonly typical: readonly number[]
  readonly serving: readonly number[]
  readonly means: { readonly typical: number; readonly serving: number }
  /** The share of the requests of users and of targets that is given up; left out where there are none. */
  readonly givenUp: { readonly users?: number; readonly targets?: number }
}

/** Less than a pixel of a chart. */
const invisible = 1e-4

/** The requests of a network; `null` where there are none, or clusters are so large that their law isn't known. */
export const shownRequests = (network: Network, sensingClusters: SensingClusters): ShownRequests | null => {
  const { communicationClusterSize: L, sensingClusterSize: Q } = network
  if (L === 1 && Q === 1) return null
  try {
    const { capacity, typical, serving, askedByUser, askedByTarget } = requestCounts(network, { sensingClusters })
    const end = 1 + Math.max(lastVisible(typical), lastVisible(serving), capacity)
    const shareOf = (asked: readonly RequestCountLaw[]): number =>
      asked.reduce((sum, { abandonmentProbability }) => sum + abandonmentProbability, 0) / asked.length
    return {
      capacity,
      typical: padded(typical, end),
      serving: padded(serving, end),
      means: { typical: typical.mean, serving: serving.mean },
      givenUp: {
        ...(L > 1 ? { users: shareOf(askedByUser) } : {}),
        ...(Q > 1 ? { targets: shareOf(askedByTarget) } : {}),
      },
    }
  } catch (error) {
    if (error instanceof IsacnetError) return null
    throw error
  }
}

const lastVisible = ({ probabilities }: RequestCountLaw): number =>
  probabilities.findLastIndex((probability) => probability > invisible)

const padded = ({ probabilities }: RequestCountLaw, end: number): number[] =>
  Array.from({ length: end + 1 }, (_, n) => probabilities[n] ?? 0)
