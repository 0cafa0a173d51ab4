import { byService, type Service } from '@isacnet/model'
import { type DistributionSums, mergeDistributions } from '../quantities/distribution-sums.js'

/** The width of the bins in dB in which SIRs of a site are counted: a percentile that is interpolated within one is off by about 0.01 dB. */
export const siteBinDb = 0.5

/** Sums over batches of a mean of each serving site, and of its square. */
export interface SiteMeanSums {
  readonly mean: readonly number[]
  readonly squared: readonly number[]
}

/** Sums over batches for one kind of receivers of each serving site, in the order of the sites. */
export interface SiteServiceSums {
  /** Σ of the batches' mean rates, in nats. */
  readonly rate: SiteMeanSums
  /** Σ of the batches' mean bounds of the bias, in nats. */
  readonly bias: readonly number[]
  /** Those of the chosen quantities that are means, by their names. */
  readonly quantities: Readonly<Record<string, SiteMeanSums>>
  /** The distributions of the SIR in bins of {@link siteBinDb}; none where no percentile is chosen. */
  readonly distributions: readonly DistributionSums[]
}

/** Sums over batches of the requests to null that each site got, serving or not. */
export interface SiteRequestSums {
  readonly asked: SiteMeanSums
  readonly abandoned: SiteMeanSums
  /** Σ of what a site got times what it abandoned. */
  readonly product: readonly number[]
}

/**
 * Sums of each site. They are plain numbers, which are added in the order of the blocks: for the same blocks they are the same to the bit, whoever
 * computes them.
 */
export interface SiteSums {
  readonly batches: number
  readonly requests: SiteRequestSums
  readonly communication: SiteServiceSums
  readonly sensing: SiteServiceSums
}

/** The sums of one batch, from its means. */
export const meanSums = (means: ArrayLike<number>): SiteMeanSums => ({
  mean: Array.from(means),
  squared: Array.from(means, (mean) => mean * mean),
})

const added = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + b[i]!)

const mergedMeans = (a: SiteMeanSums, b: SiteMeanSums): SiteMeanSums => ({
  mean: added(a.mean, b.mean),
  squared: added(a.squared, b.squared),
})

const mergedService = (a: SiteServiceSums, b: SiteServiceSums): SiteServiceSums => ({
  rate: mergedMeans(a.rate, b.rate),
  bias: added(a.bias, b.bias),
  quantities: Object.fromEntries(
    Object.entries(a.quantities).flatMap(([name, sums]) => {
      const others = b.quantities[name]
      return others === undefined ? [] : [[name, mergedMeans(sums, others)] as const]
    }),
  ),
  distributions: a.distributions.flatMap((own, i) => {
    const other = b.distributions[i]
    return (other === undefined ? undefined : mergeDistributions(own, other)) ?? []
  }),
})

/** The sums of two sets of batches, the earlier one first. */
export const mergeSiteSums = (a: SiteSums, b: SiteSums): SiteSums => ({
  batches: a.batches + b.batches,
  requests: {
    asked: mergedMeans(a.requests.asked, b.requests.asked),
    abandoned: mergedMeans(a.requests.abandoned, b.requests.abandoned),
    product: added(a.requests.product, b.requests.product),
  },
  ...byService(({ service }: { readonly service: Service }) => mergedService(a[service], b[service])),
})
