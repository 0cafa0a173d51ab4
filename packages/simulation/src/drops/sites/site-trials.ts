import type { RandomStream } from '@isacnet/stochastic-geometry'
import { meanSums, type SiteServiceSums, siteBinDb } from '../../estimate/site-sums.js'
import { type DistributionSums, distributionOf } from '../../quantities/distribution-sums.js'
import type { quantityMeans } from '../../quantities/quantity-trials.js'
import { type ReceiverTrials, receiverTrials } from '../../trials/receiver-trials.js'

/** Writes a trial over another one. */
export const copyTrial = (from: ReceiverTrials, at: number, to: ReceiverTrials, i: number): void => {
  to.rates[i] = from.rates[at]!
  to.biases[i] = from.biases[at]!
  to.sirs[i] = from.sirs[at]!
  to.laws.shape[i] = from.laws.shape[at]!
  to.laws.lower[i] = from.laws.lower[at]!
  to.laws.upper[i] = from.laws.upper[at]!
  to.laws.lowerWeight[i] = from.laws.lowerWeight[at]!
}

/**
 * Collects the trials of a batch site by site.
 *
 * @param sites - serving sites, of which each drop has the same number of trials, in their order.
 * @param each - trials of a site in a batch.
 * @param drops - in a batch.
 * @param meansOf - the chosen quantities, if there are any.
 */
export const siteTrials = (sites: number, each: number, drops: number, meansOf: ReturnType<typeof quantityMeans>) => {
  const all = receiverTrials(sites * each)
  const perDrop = each / drops
  const parts = Array.from({ length: sites }, (_, site) => {
    const part = (values: Float64Array): Float64Array => values.subarray(site * each, (site + 1) * each)
    const { shape, lower, upper, lowerWeight } = all.laws
    const laws = { shape: part(shape), lower: part(lower), upper: part(upper), lowerWeight: part(lowerWeight) }
    return { rates: part(all.rates), biases: part(all.biases), sirs: part(all.sirs), laws }
  })
  return {
    /** Takes the trials of a drop. */
    add: (trials: ReceiverTrials, drop: number): void => {
      for (let i = 0; i < trials.rates.length; i++)
        copyTrial(trials, i, all, Math.floor(i / perDrop) * each + drop * perDrop + (i % perDrop))
    },
    /** The sums of the batch. */
    sums: (random: RandomStream): SiteServiceSums => {
      const means: Record<string, number[]> = {}
      const distributions: DistributionSums[] = []
      if (meansOf !== undefined)
        for (const part of parts) {
          const own = meansOf(part, random)
          for (const { name, mean } of own.means) {
            means[name] ??= []
            means[name].push(mean)
          }
          if (own.percentiles.length > 0) distributions.push(distributionOf(own.percentiles, own.sirs, siteBinDb))
        }
      return {
        rate: meanSums(parts.map(({ rates }) => meanOf(rates))),
        bias: parts.map(({ biases }) => meanOf(biases)),
        quantities: Object.fromEntries(Object.entries(means).map(([name, list]) => [name, meanSums(list)])),
        distributions,
      }
    },
  }
}

const meanOf = (values: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}
