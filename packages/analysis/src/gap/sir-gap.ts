import { InvalidParameterError } from '@isacnet/model'

/** A point of a coverage curve that was simulated. */
export interface CoveragePoint {
  /** θ in dB. */
  readonly thresholdDb: number
  /** $P(\mathrm{SIR}>\theta)$. */
  readonly probability: number
  /** Standard error of the probability; not a finite number where it isn't known. */
  readonly standardError: number
}

/** The horizontal gap between two coverage curves. */
export interface GapPoint {
  /** p, the coverage at which both are compared. */
  readonly coverage: number
  /** G in dB. */
  readonly gapDb: number
  readonly standardError: number
}

/** One gap for a whole curve: “as a Poisson process, shifted”. */
export interface CommonGap {
  /** G in dB. */
  readonly gapDb: number
  /** The greatest difference of probabilities that is left when the reference is shifted by G. */
  readonly largestError: number
  /** The threshold in dB at which it is. */
  readonly thresholdDb: number
}

/** How two coverage curves differ. */
export interface SirGap {
  /** The gaps at the coverages that were asked for, as far as the curve reaches them. */
  readonly gaps: readonly GapPoint[]
  /** Left out where the curve has no point of a coverage from 0.001 to 0.999. */
  readonly common?: CommonGap
}

/** Nearer to 0 and 1 curves are too flat to tell a threshold. */
const flattest = 1e-3
const furthestDb = 400

/**
 * The gain of a deployment over a reference, such as the Poisson network of the same density, in decibels of SIR: at a coverage p the gap is
 *
 * $$G(p)=\theta(p)\,/\,\theta_\mathrm{ref}(p),\qquad P(\mathrm{SIR}>\theta(p))=p,$$
 *
 * so that $P(\mathrm{SIR}>\theta)=P_\mathrm{ref}(\mathrm{SIR}>\theta/G)$ where G is constant. That one G explains the whole curve is an approximation (R. K. Ganti and
 * M. Haenggi, “Asymptotics and Approximation of the SIR Distribution in General Cellular Networks”, arXiv:1505.02310), whose G is the limit of the gap as p → 1, the deployment gain
 * (A. Guo and M. Haenggi, “Asymptotic Deployment Gain”, arXiv:1404.6556). The one G here is another: the one whose greatest error over the curve is the least. Between the curve's
 * points gaps are interpolated over p.
 *
 * @example
 * const reference = (threshold) => 1 / (1 + threshold)
 * const curve = [-6, -3, 0, 3, 6, 9].map((thresholdDb) => ({ thresholdDb, probability: reference(10 ** ((thresholdDb - 3) / 10)), standardError: 0 }))
 * sirGap(reference, curve, [0.5]).gaps[0].gapDb.toFixed(6) // '3.000000'
 *
 * @param reference - $P_\mathrm{ref}(\mathrm{SIR}>\theta)$ for θ > 0, no decibels; decreasing.
 * @param curve - of the deployment, by ascending threshold.
 * @param coverages - each in (0, 1).
 * @throws {InvalidParameterError} for other coverages, and thresholds that don't ascend.
 */
export const sirGap = (
  reference: (threshold: number) => number,
  curve: readonly CoveragePoint[],
  coverages: readonly number[],
): SirGap => {
  for (const coverage of coverages)
    if (!(coverage > 0 && coverage < 1)) throw new InvalidParameterError('coverages', coverage, 'between 0 and 1')
  curve.forEach(({ thresholdDb }, i) => {
    if (i > 0 && !(thresholdDb > curve[i - 1]!.thresholdDb))
      throw new InvalidParameterError(
        'curve',
        thresholdDb,
        `thresholds that ascend, as after ${curve[i - 1]!.thresholdDb} dB`,
      )
  })
  const at = (decibels: number): number => reference(10 ** (decibels / 10))
  const points = curve
    .filter(({ probability }) => probability >= flattest && probability <= 1 - flattest)
    .map((point) => ({ ...point, ...horizontal(point, at) }))
  const gaps = coverages.flatMap((coverage) => {
    const after = points.findIndex(({ probability }) => probability <= coverage)
    const [a, b] = [points[after - 1], points[after]]
    if (b !== undefined && b.probability === coverage) return [{ coverage, gapDb: b.gapDb, standardError: b.error }]
    if (a === undefined || b === undefined) return []
    const share = (a.probability - coverage) / (a.probability - b.probability)
    return [
      {
        coverage,
        gapDb: a.gapDb + share * (b.gapDb - a.gapDb),
        standardError: a.error + share * (b.error - a.error),
      },
    ]
  })
  return { gaps, ...(points.length === 0 ? {} : { common: commonGap(points, at) }) }
}

/** The gap at a point, and its error from the slope of the reference there. */
const horizontal = (
  { thresholdDb, probability, standardError }: CoveragePoint,
  at: (decibels: number) => number,
): { readonly gapDb: number; readonly error: number } => {
  let [low, high] = [-furthestDb, furthestDb]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (at(middle) > probability) low = middle
    else high = middle
  }
  const step = 0.05
  const slope = (at(low - step) - at(low + step)) / (2 * step)
  return { gapDb: thresholdDb - low, error: standardError / slope }
}

/** Golden sections of the greatest error, which falls and then rises with G. */
const commonGap = (
  points: readonly (CoveragePoint & { readonly gapDb: number })[],
  at: (decibels: number) => number,
): CommonGap => {
  const worst = (gapDb: number): { readonly error: number; readonly thresholdDb: number } =>
    points.reduce(
      (found, { thresholdDb, probability }) => {
        const error = Math.abs(probability - at(thresholdDb - gapDb))
        return error > found.error ? { error, thresholdDb } : found
      },
      { error: -1, thresholdDb: 0 },
    )
  const golden = (Math.sqrt(5) - 1) / 2
  let low = points.reduce((least, { gapDb }) => Math.min(least, gapDb), Infinity)
  let high = points.reduce((most, { gapDb }) => Math.max(most, gapDb), -Infinity)
  while (high - low > 1e-7) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)]
    if (worst(a).error < worst(b).error) high = b
    else low = a
  }
  const gapDb = (low + high) / 2
  const { error, thresholdDb } = worst(gapDb)
  return { gapDb, largestError: error, thresholdDb }
}
