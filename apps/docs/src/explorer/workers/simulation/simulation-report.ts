import { byService, type Service } from '@isacnet/model'
import { type BlockProgress, type SimulationState, summarize } from '@isacnet/simulation'

/** A mean with its interval, which is left out where the trials say nothing of it yet. */
export interface SimulatedEstimate {
  readonly mean: number
  readonly interval?: readonly [number, number]
}

/** P(SIR > θ) by a simulation. */
interface SimulatedCoverage extends SimulatedEstimate {
  readonly thresholdDb: number
}

interface SimulatedService {
  /** In nats. */
  readonly rate: SimulatedEstimate
  /** By ascending thresholds; none after the very first trials. */
  readonly coverage: readonly SimulatedCoverage[]
}

/** The findings of a simulation after so many trials. */
export interface SimulationReport extends Readonly<Record<Service, SimulatedService>> {
  readonly trials: number
}

/** With fewer trials on either side of a threshold, the variance of their numbers says too little of a probability. */
export const fewestOnEitherSide = 30

/** Thresholds that are shown end here, in dB. */
export const greatestThresholdDb = 40

/** A report of the sums of whole batches. A single batch has no interval. */
export const simulationReport = (sums: SimulationState['sums'], confidence: number): SimulationReport => {
  const summary = summarize(sums, confidence)
  return {
    trials: summary.trials,
    ...byService(({ service }) => {
      const { mean, interval, coverage } = summary[service]
      return {
        rate: estimated(mean, interval),
        coverage: coverage
          .filter(({ thresholdDb }) => thresholdDb <= greatestThresholdDb)
          .map(({ thresholdDb, mean: share, interval: around }) => {
            const fewest = Math.min(share, 1 - share) * summary.trials
            return { thresholdDb, ...estimated(share, fewest < fewestOnEitherSide ? undefined : around) }
          }),
      }
    }),
  }
}

/** So many trials are worth a first mean. */
const firstTrials = 100

/**
 * Means of the first trials, before there is a whole batch more: of about 100, then of twice as many each time. They are every 8th trial of
 * the batch, every 4th, every 2nd, since a batch may be a lattice, whose first points are all in one corner.
 */
export const firstReports = ({ communication, sensing }: BlockProgress['rates']): SimulationReport[] => {
  const { length } = communication
  const reports: SimulationReport[] = []
  let stride = 1
  while (length / (2 * stride) >= firstTrials) stride *= 2
  for (; stride > 1; stride /= 2) {
    const rate = (rates: Readonly<Float64Array>): SimulatedService => ({
      rate: { mean: meanOfEvery(stride, rates) },
      coverage: [],
    })
    reports.push({
      trials: Math.ceil(length / stride),
      communication: rate(communication),
      sensing: rate(sensing),
    })
  }
  return reports
}

const estimated = (mean: number, interval: readonly [number, number] | undefined): SimulatedEstimate =>
  interval?.every(Number.isFinite) ? { mean, interval: [interval[0], interval[1]] } : { mean }

const meanOfEvery = (stride: number, rates: Readonly<Float64Array>): number => {
  let sum = 0
  let count = 0
  for (let i = 0; i < rates.length; i += stride) {
    sum += rates[i]!
    count += 1
  }
  return sum / count
}
