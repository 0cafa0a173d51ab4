import { fromNats, type InformationUnit, quantitySymbol, rateUnit, services } from '@isacnet/model'
import { type Estimate, type SimulationState, type StoppingRule, summarize } from '@isacnet/simulation'
import { formatCount, formatDuration, formatWithError } from '../terminal/estimate-format.js'

/** The progress line of a running simulation: how much is done, the time left, trials, speed, both rates with their intervals. */
export const progressText = (
  { sums }: SimulationState,
  {
    until,
    confidence,
    unit,
    trialsBefore,
    seconds,
  }: {
    readonly until: StoppingRule
    readonly confidence: number
    readonly unit: InformationUnit
    /** Trials of earlier runs. */
    readonly trialsBefore: number
    /** Since this run began. */
    readonly seconds: number
  },
): string => {
  const summary = summarize(sums, confidence)
  const speed = (sums.trials - trialsBefore) / seconds
  const expected = expectedTrials(
    until,
    sums.trials,
    services.map(({ service }) => summary[service]),
  )
  const missing = Math.max(0, expected - sums.trials)
  const rates = services.map(({ service }) => {
    const half = fromNats(halfWidth(summary[service]), unit)
    const shown = formatWithError(fromNats(summary[service].mean, unit), Number.isFinite(half) ? half : null)
    return `${quantitySymbol('rate', service)} ${shown.join(' ± ')}`
  })
  const known = Number.isFinite(expected)
  return [
    bar(known ? Math.min(1, sums.trials / expected) : 0),
    ...(known && speed > 0 ? [`${formatDuration(missing / speed)} left`] : []),
    `${formatCount(sums.trials)} trials`,
    `${formatCount(Math.round(speed))}/s`,
    `${rates.join(', ')} ${rateUnit(unit)}`,
  ].join(' · ')
}

const barLength = 16

const bar = (done: number): string => {
  const full = Math.floor(barLength * done)
  return `${'█'.repeat(full)}${'░'.repeat(barLength - full)} ${String(Math.floor(100 * done)).padStart(2)} %`
}

const halfWidth = ({ interval }: Estimate): number => (interval[1] - interval[0]) / 2

/** Trials until the rule is met: errors fall with their square root. */
const expectedTrials = (until: StoppingRule, trials: number, estimates: readonly Estimate[]): number => {
  if ('trials' in until) return until.trials
  const excess = Math.max(
    ...estimates.map((estimate) => halfWidth(estimate) / (until.relativeError * Math.abs(estimate.mean))),
  )
  return Math.min(trials * excess * excess, until.maximumTrials ?? Number.POSITIVE_INFINITY)
}
