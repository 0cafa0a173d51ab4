import {
  areaSpectralEfficiency,
  byService,
  chosenQuantities,
  InvalidParameterError,
  ofService,
  quantityScale,
  type Service,
  type SirValues,
  sirFunctional,
} from '@isacnet/model'
import { studentQuantile } from '@isacnet/special-functions'
import { siteCells } from '@isacnet/stochastic-geometry'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { Estimate } from '../quantities/estimate.js'
import { estimate, within } from '../quantities/mean-estimate.js'
import { percentileEstimate } from '../quantities/percentile-estimate.js'
import { strata } from '../quantities/quantity-trials.js'
import { aConfidence } from './confidence.js'
import { ratioWithVariance } from './ratio-sums.js'
import type { SimulationSums } from './simulation-sums.js'
import { type SiteMeanSums, type SiteSums, siteBinDb } from './site-sums.js'

/** Estimates for the users or the targets of one site. */
export interface SiteService {
  /** R_c or R_s in its cell, in nats; `biasBound` is the largest amount by which the mean is too low. */
  readonly rate: Estimate & { readonly biasBound: number }
  /** T_c or T_s: the rates of its K users or J targets by the area of its cell, in nats per km². */
  readonly ase: Estimate
  /** The chosen quantities of the law of the SIR in its cell, by their names; rates in nats. */
  readonly quantities: SirValues<Estimate>
}

/** Estimates for one site of a layout. */
export interface SiteSummary {
  /** Its number in the layout. */
  readonly site: number
  /** The area of its cell in the region, in km²; 0 for a site that serves nobody. */
  readonly area: number
  /** The mean number of requests to null that it gets. */
  readonly requests: Estimate
  /** The share of them that it abandons; left out where it never gets any. */
  readonly abandonedShare?: Estimate
  /** Left out, as `sensing`, for a site that serves nobody. */
  readonly communication?: SiteService
  readonly sensing?: SiteService
}

/**
 * Means, standard errors and confidence intervals for each site, from the sums of any number of blocks, in the order of the layout. Rates are those of a user or
 * target whose place is uniform in the site's cell within the region.
 *
 * @example
 * const sites = siteLayout({ x: Float64Array.of(0, 2, 1), y: Float64Array.of(0, 0, 1) })
 * const definition = defineSimulation(defineNetwork({ lambda: siteCells(sites).density }), { fidelity: 'channel', sites })
 * summarizeSites(blockSimulator(definition).simulate(0), definition).map(({ area }) => area.toFixed(2)) // ['0.50', '0.50', '1.00']
 *
 * @param definition - what was simulated.
 * @param confidence - of the intervals, between 0 and 1; default 0.95.
 * @throws {InvalidParameterError} for another confidence, and for a simulation without sites or of others.
 */
export const summarizeSites = (
  { sites: sums }: SimulationSums,
  definition: Pick<SimulationDefinition, 'network' | 'sites' | 'quantities'>,
  confidence = 0.95,
): readonly SiteSummary[] => {
  aConfidence('confidence', confidence)
  const { network, sites: layout } = definition
  if (sums === undefined || layout === undefined)
    throw new InvalidParameterError('sites', 'none', 'those of a simulation of sites')
  const { cells, serving } = siteCells(layout)
  if (sums.requests.asked.mean.length !== cells.length || sums.communication.bias.length !== serving.length)
    throw new InvalidParameterError('sites', cells.length, 'those that were simulated')
  const { batches } = sums
  const width = studentQuantile(1 - confidence, batches - 1)
  const rates = byService(({ service }) => siteRates(sums, service, confidence))
  const quantities = byService(({ service }) => quantitiesOf(sums, service, definition, width))
  const places = new Map(Array.from(serving, (b, place) => [b, place] as const))
  return cells.map(({ area }, site) => {
    const place = places.get(site)
    const own = (service: Service): SiteService => {
      const rate = rates[service][place!]!
      return {
        rate: { ...rate, biasBound: sums[service].bias[place!]! / batches },
        ase: scaled(rate, areaSpectralEfficiency(service, { ...network, baseStationDensity: 1 / area }, 1)),
        quantities: quantities[service](place!, area),
      }
    }
    return {
      site,
      area,
      ...requestsOf(sums, site, width),
      ...(place === undefined ? {} : byService(({ service }) => own(service))),
    }
  })
}

/** The mean rates of all serving sites, in nats. */
export const siteRates = (sums: SiteSums, service: Service, confidence: number): readonly Estimate[] => {
  const width = studentQuantile(1 - confidence, sums.batches - 1)
  return sums[service].rate.mean.map((_, place) => meanOf(sums[service].rate, place, sums.batches, width))
}

const meanOf = ({ mean, squared }: SiteMeanSums, place: number, batches: number, width: number): Estimate =>
  estimate(batches, mean[place]!, squared[place]!, width, 2 * Number.EPSILON)

const scaled = ({ mean, standardError, interval: [lower, upper] }: Estimate, factor: number): Estimate => ({
  mean: factor * mean,
  standardError: factor * standardError,
  interval: [factor * lower, factor * upper],
})

const requestsOf = (
  { requests: { asked, abandoned, product }, batches }: SiteSums,
  site: number,
  width: number,
): Pick<SiteSummary, 'requests' | 'abandonedShare'> => {
  const requests = meanOf(asked, site, batches, width)
  if (asked.mean[site] === 0) return { requests }
  const { ratio, variance } = ratioWithVariance(
    {
      units: asked.mean[site]!,
      squaredUnits: asked.squared[site]!,
      counts: [abandoned.mean[site]!],
      squares: [abandoned.squared[site]!],
      products: [product[site]!],
    },
    0,
    batches,
  )
  return { requests, abandonedShare: within(ratio, Math.sqrt(variance / batches), width) }
}

/** The chosen quantities of a serving site. */
const quantitiesOf = (
  sums: SiteSums,
  service: Service,
  { network, quantities: names = [] }: Pick<SimulationDefinition, 'network' | 'quantities'>,
  width: number,
): ((place: number, area: number) => SirValues<Estimate>) => {
  const { quantities, distributions } = sums[service]
  const chosen = ofService(chosenQuantities(names), service).map((each) => ({
    name: each.name,
    functional: sirFunctional(each, network),
    quantity: each.quantity,
  }))
  return (place, area) =>
    Object.fromEntries(
      chosen.flatMap(({ name, functional, quantity }) => {
        const found = (): Estimate | undefined => {
          if (functional.kind !== 'percentile') {
            const means = quantities[name]
            return means === undefined ? undefined : meanOf(means, place, sums.batches, width)
          }
          const distribution = distributions[place]
          if (distribution === undefined) return undefined
          const trials = (sums.batches * distribution.drawsPerBatch) / strata
          return percentileEstimate(distribution, functional, { batches: sums.batches, trials, width }, siteBinDb)
        }
        const estimated = found()
        return estimated === undefined
          ? []
          : [
              [
                name,
                scaled(estimated, quantityScale(quantity, service, { ...network, baseStationDensity: 1 / area })),
              ] as const,
            ]
      }),
    )
}
