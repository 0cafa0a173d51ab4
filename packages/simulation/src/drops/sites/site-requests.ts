import { meanSums, type SiteRequestSums } from '../../estimate/site-sums.js'
import type { NetworkDrop } from '../geometry/network-drop.js'

/** Counts the requests that each site got in the drops of a batch, and those that it abandoned. */
export const siteRequests = (sites: number) => {
  const asked = new Float64Array(sites)
  const abandoned = new Float64Array(sites)
  let drops = 0
  return {
    add: (drop: NetworkDrop): void => {
      drops += 1
      for (let b = 0; b < sites; b++) asked[b]! += drop.requests[b]!
      for (const [requests, accepted] of [
        [drop.communicationRequests, drop.communicationAccepted],
        [drop.sensingRequests, drop.sensingAccepted],
      ] as const)
        for (let i = 0; i < requests.length; i++)
          if (requests[i]! >= 0 && accepted[i] === 0) abandoned[requests[i]!]! += 1
    },
    /** The means over the drops. */
    sums: (): SiteRequestSums => {
      const [got, left] = [asked.map((count) => count / drops), abandoned.map((count) => count / drops)]
      return {
        asked: meanSums(got),
        abandoned: meanSums(left),
        product: Array.from(got, (mean, b) => mean * left[b]!),
      }
    },
  }
}
