import type { SirValues } from '@isacnet/model'
import { studentQuantile, sumValue } from '@isacnet/special-functions'
import { aConfidence } from './confidence.js'
import { coverageThresholdsDb } from './coverage-grid.js'
import type { NullingSums } from './nulling-sums.js'
import type { MeanSums, RateSums } from './rate-sums.js'
import type { SimulationSums } from './simulation-sums.js'

/** A mean with what is known of its error. */
export interface Estimate {
  readonly mean: number
  readonly standardError: number
  /** A confidence interval, of the confidence that was asked for. */
  readonly interval: readonly [lower: number, upper: number]
}

/** A point of the complementary distribution function of the SIR. */
export interface Coverage extends Estimate {
  readonly thresholdDb: number
}

export interface SimulatedRate extends Estimate {
  /** The largest amount by which the mean is too low, in nats: the mean of a bound of each trial's bias. */
  readonly biasBound: number
  /** P(SIR > threshold) for each threshold of the grid. */
  readonly coverage: readonly Coverage[]
  /** The chosen quantities of the law of the SIR, by their names; left out where none is. */
  readonly quantities?: SirValues<Estimate>
}

export interface NullingSummary {
  /** Mean number of requests at a BS. */
  readonly meanRequests: number
  /** Fraction of all requests that are abandoned. */
  readonly abandonedFraction: number
  /** P(n requests) for n = 0, 1, 2, … */
  readonly distribution: readonly number[]
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
}

/**
 * Means, standard errors and confidence intervals from the sums of any number of blocks. Batches are the independent units: their
 * variance gives the standard error, Student's distribution the interval.
 *
 * @example
 * const definition = defineSimulation(defineNetwork(), { seed: 1 })
 * const { state } = await runSimulation(definition, { until: { trials: 4096 } })
 * summarize(state.sums).communication.mean.toFixed(2) // '4.18'
 *
 * @param confidence - the confidence of the intervals, between 0 and 1; default 0.95.
 * @throws {InvalidParameterError} for another confidence.
 */
export const summarize = (sums: SimulationSums, confidence = 0.95): SimulationSummary => {
  aConfidence('confidence', confidence)
  return {
    trials: sums.trials,
    confidence,
    communication: rateSummary(sums.communication, sums.trials, confidence),
    sensing: rateSummary(sums.sensing, sums.trials, confidence),
    nulling: nullingSummary(sums.nulling),
  }
}

const rateSummary = (sums: RateSums, trials: number, confidence: number): SimulatedRate => {
  const { batches } = sums
  const perBatch = trials / batches
  const width = studentQuantile(1 - confidence, batches - 1)
  return {
    ...estimate(batches, sumValue(sums.rate), sumValue(sums.squaredRate), width),
    biasBound: sumValue(sums.bias) / batches,
    coverage: coverageThresholdsDb.map((thresholdDb, k) => ({
      thresholdDb,
      ...estimate(batches, sums.covered[k]! / perBatch, sums.squaredCovered[k]! / perBatch ** 2, width),
    })),
    ...(sums.means === undefined
      ? {}
      : {
          quantities: Object.fromEntries(
            Object.entries<MeanSums>(sums.means).map(([quantity, { mean, squared }]) => [
              quantity,
              estimate(batches, sumValue(mean), sumValue(squared), width),
            ]),
          ),
        }),
  }
}

const estimate = (count: number, sum: number, squares: number, width: number): Estimate => {
  const mean = sum / count
  const variance = count < 2 ? Number.POSITIVE_INFINITY : Math.max(0, squares - sum * mean) / (count - 1)
  const standardError = Math.sqrt(variance / count)
  return { mean, standardError, interval: [mean - width * standardError, mean + width * standardError] }
}

const nullingSummary = ({ stations, requests, abandoned, histogram }: NullingSums): NullingSummary | undefined =>
  stations === 0
    ? undefined
    : {
        meanRequests: requests / stations,
        abandonedFraction: requests === 0 ? 0 : abandoned / requests,
        distribution: histogram.map((count) => count / stations),
      }
