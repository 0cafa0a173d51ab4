import { chosenQuantities, ofService, quantityScale, type Service, type SirValues, sirFunctional } from '@isacnet/model'
import { studentQuantile, sumValue } from '@isacnet/special-functions'
import type { SimulationDefinition } from '../definition/simulation-definition.js'
import type { Estimate } from '../quantities/estimate.js'
import { estimate, within } from '../quantities/mean-estimate.js'
import { percentileEstimate } from '../quantities/percentile-estimate.js'
import type { MeanSums, QuantityMeanSums } from '../quantities/quantity-sums.js'
import { aConfidence } from './confidence.js'
import { type ControlSummary, controlledEstimate } from './controlled-estimate.js'
import { coverageThresholdsDb } from './coverage-grid.js'
import type { LoadSums } from './load-sums.js'
import type { NullingSums } from './nulling-sums.js'
import type { RateSums } from './rate-sums.js'
import { type RatioSums, ratioWithVariance } from './ratio-sums.js'
import type { RequestCounts } from './request-counts.js'
import type { SimulationSums } from './simulation-sums.js'

/** A point of the complementary distribution function of the SIR. */
export interface Coverage extends Estimate {
  readonly thresholdDb: number
}

export interface SimulatedRate extends Estimate {
  /** The largest amount by which the mean is too low, in nats: the mean of a bound of each trial's bias. */
  readonly biasBound: number
  /** P(SIR > threshold) for each threshold of the grid. */
  readonly coverage: readonly Coverage[]
  /**
   * The chosen quantities of the law of the SIR that the service has, by their names; rates in nats. Left out where none is chosen. How far their
   * means are off because of far interference is not known: by its two values three of its moments are right in `gain-law`, by its mean one
   * in `channel`. Coverage probabilities whose exact means the control has are estimated by it.
   */
  readonly quantities?: SirValues<Estimate>
  /** Where the simulation has a control and two blocks or more: the mean, its error and its interval are by it. */
  readonly control?: ControlSummary
}

export interface NullingSummary {
  /** Mean number of requests at a BS. */
  readonly meanRequests: number
  /** Fraction of all requests that are abandoned. */
  readonly abandonedFraction: number
  /** P(n requests) for n = 0, 1, 2, … */
  readonly distribution: readonly number[]
  /** The same with errors, and for receivers; left out for counts of an earlier version. */
  readonly estimates?: RequestEstimates
}

/** The law of the requests as BSs and as receivers see it. */
export interface RequestEstimates {
  /** P(n requests) at a BS, for n = 0, 1, 2, … */
  readonly typical: readonly Estimate[]
  /** P(n requests) at the serving BS of a user, which is that of a target as well. Typical users live in large cells, whose BSs are asked less. */
  readonly serving: readonly Estimate[]
  /** Mean number of requests there. */
  readonly servingMean: Estimate
  /** The share of a user's requests of rank 2, 3, …, L, by ascending distance, that are abandoned. */
  readonly communication: readonly Estimate[]
  /** The share of the requests of rank 2, 3, …, Q for a target that are abandoned. */
  readonly sensing: readonly Estimate[]
}

export interface SimulationSummary {
  readonly trials: number
  /** The confidence of the intervals. */
  readonly confidence: number
  /** In nats. */
  readonly communication: SimulatedRate
  /** In nats. */
  readonly sensing: SimulatedRate
  /** `undefined` if requests weren't counted. */
  readonly nulling: NullingSummary | undefined
  /** Where users or targets are a Poisson process; left out where cells are saturated. */
  readonly load?: LoadSummary
}

/**
 * The rates of a summary are those of a typical user or target while it is served. This is what their load makes of them.
 */
export interface LoadSummary {
  readonly communication: ServiceLoadSummary
  readonly sensing: ServiceLoadSummary
  /** The share of stations that transmit: those with users or targets in their cells. */
  readonly activeShare: Estimate
}

export interface ServiceLoadSummary {
  /** T_c or T_s, in nats per km². */
  readonly ase: Estimate
  /** The share of the time in which a typical user or target is served; 0 where their density is infinite. */
  readonly servedShare: Estimate
}

/**
 * Means, standard errors and confidence intervals from the sums of any number of blocks. Batches are the independent units: their
 * variance gives the standard error, Student's distribution the interval. Rates of a simulation with a control are estimated by it.
 *
 * @example
 * const definition = defineSimulation(defineNetwork(), { seed: 1 })
 * const { state } = await runSimulation(definition, { until: { trials: 4096 } })
 * summarize(state.sums).communication.mean.toFixed(2) // '4.18'
 *
 * @param confidence - the confidence of the intervals, between 0 and 1; default 0.95.
 * @param definition - what was simulated; needed for the chosen quantities, which are left out otherwise.
 * @throws {InvalidParameterError} for another confidence.
 */
export const summarize = (
  sums: SimulationSums,
  confidence = 0.95,
  definition?: Pick<SimulationDefinition, 'network' | 'quantities'>,
): SimulationSummary => {
  aConfidence('confidence', confidence)
  return {
    trials: sums.trials,
    confidence,
    communication: rateSummary('communication', sums.communication, sums.trials, confidence, definition),
    sensing: rateSummary('sensing', sums.sensing, sums.trials, confidence, definition),
    nulling: nullingSummary(sums.nulling, confidence),
    ...(sums.load === undefined ? {} : { load: loadSummary(sums.load, sums.communication.batches, confidence) }),
  }
}

const loadSummary = (load: LoadSums, batches: number, confidence: number): LoadSummary => {
  const width = studentQuantile(1 - confidence, batches - 1)
  const of = ({ mean, squared }: MeanSums): Estimate =>
    estimate(batches, sumValue(mean), sumValue(squared), width, 2 * Number.EPSILON)
  const service = ({ ase, servedShare }: LoadSums['communication']): ServiceLoadSummary => ({
    ase: of(ase),
    servedShare: of(servedShare),
  })
  return {
    communication: service(load.communication),
    sensing: service(load.sensing),
    activeShare: of(load.activeShare),
  }
}

type Chosen = Pick<SimulationDefinition, 'network' | 'quantities'>

const rateSummary = (
  service: Service,
  sums: RateSums,
  trials: number,
  confidence: number,
  definition: Chosen | undefined,
): SimulatedRate => {
  const { batches } = sums
  const perBatch = trials / batches
  const width = studentQuantile(1 - confidence, batches - 1)
  return {
    ...meanRate(sums, confidence, width),
    coverage: coverageThresholdsDb.map((thresholdDb, k) => ({
      thresholdDb,
      ...estimate(batches, sums.covered[k]! / perBatch, sums.squaredCovered[k]! / perBatch ** 2, width),
    })),
    ...(definition?.quantities === undefined
      ? {}
      : { quantities: chosenEstimates(service, sums, trials, confidence, definition) }),
  }
}

/** By the control, where there is one. */
const meanRate = (
  { batches, rate, squaredRate, bias, control }: RateSums,
  confidence: number,
  width: number,
): Estimate & Pick<SimulatedRate, 'biasBound' | 'control'> => {
  const uncontrolled = estimate(batches, sumValue(rate), sumValue(squaredRate), width)
  const biasBound = sumValue(bias) / batches
  const controlled = control === undefined ? undefined : controlledEstimate(control, confidence)
  if (controlled === undefined) return { ...uncontrolled, biasBound }
  const { coefficient, above, below, ...mean } = controlled
  const varianceRatio = (uncontrolled.standardError / mean.standardError) ** 2
  return {
    ...mean,
    biasBound: biasBound + below,
    control: { coefficient, varianceRatio, biasBound: above, uncontrolled },
  }
}

/** The chosen quantities of a service, as far as the sums have them. */
const chosenEstimates = (
  service: Service,
  { batches, quantities, distribution }: RateSums,
  trials: number,
  confidence: number,
  { network, quantities: names = [] }: Chosen,
): SirValues<Estimate> => {
  const width = studentQuantile(1 - confidence, batches - 1)
  return Object.fromEntries(
    ofService(chosenQuantities(names), service).flatMap((chosen) => {
      const functional = sirFunctional(chosen, network)
      const scale = quantityScale(chosen.quantity, service, network)
      const of = (): Estimate | undefined => {
        if (functional.kind === 'percentile')
          return distribution === undefined
            ? undefined
            : percentileEstimate(distribution, functional, { batches, trials, width })
        const found = quantities?.[chosen.name]
        return found === undefined ? undefined : quantityEstimate(found, batches, width, confidence)
      }
      const found = of()
      return found === undefined ? [] : [[chosen.name, scaled(found, scale)] as const]
    }),
  )
}

/** By its control, where it has one. */
const quantityEstimate = (
  { mean, squared, control }: QuantityMeanSums,
  batches: number,
  width: number,
  confidence: number,
): Estimate =>
  (control === undefined ? undefined : controlledEstimate(control, confidence)) ??
  estimate(batches, sumValue(mean), sumValue(squared), width, 2 * Number.EPSILON)

const scaled = ({ mean, standardError, interval: [lower, upper] }: Estimate, factor: number): Estimate => ({
  mean: factor * mean,
  standardError: factor * standardError,
  interval: [factor * lower, factor * upper],
})

const nullingSummary = (
  { stations, requests, abandoned, histogram, byDrop }: NullingSums,
  confidence: number,
): NullingSummary | undefined =>
  stations === 0
    ? undefined
    : {
        meanRequests: requests / stations,
        abandonedFraction: requests === 0 ? 0 : abandoned / requests,
        distribution: histogram.map((count) => count / stations),
        ...(byDrop === undefined ? {} : { estimates: requestEstimates(byDrop, confidence) }),
      }

const requestEstimates = (counts: RequestCounts, confidence: number): RequestEstimates => {
  const { drops, servingMean } = counts
  const width = studentQuantile(1 - confidence, drops - 1)
  const ratios = (sums: RatioSums): Estimate[] =>
    sums.counts.map((_, k) => {
      const { ratio, variance } = ratioWithVariance(sums, k, drops)
      return within(ratio, Math.sqrt(variance / drops), width)
    })
  return {
    typical: ratios(counts.typical),
    serving: ratios(counts.serving),
    servingMean: estimate(drops, sumValue(servingMean.mean), sumValue(servingMean.squared), width),
    communication: ratios(counts.communication),
    sensing: ratios(counts.sensing),
  }
}
