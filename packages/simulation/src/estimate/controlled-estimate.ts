import { studentQuantile, sumValue } from '@isacnet/special-functions'
import { type ControlGroup, type ControlSums, controlGroups } from '../quantities/control-sums.js'
import type { Estimate } from '../quantities/estimate.js'

/** How much a control variate did to the estimate of a rate. */
export interface ControlSummary {
  /** The factor of the deviation of the control from its exact mean that is taken off: the mean over both groups. */
  readonly coefficient: number
  /** The variance of the estimate without it over that with it; infinite where the control is the rate itself. */
  readonly varianceRatio: number
  /** The largest amount by which the control makes the mean too high, in nats. */
  readonly biasBound: number
  /** The estimate without it. */
  readonly uncontrolled: Estimate
}

/** An estimate with a control, and the largest amounts by which it is off because of that. */
interface ControlledEstimate extends Estimate {
  readonly coefficient: number
  /** The largest amount by which it is too high. */
  readonly above: number
  /** The largest amount by which it is too low. */
  readonly below: number
}

/**
 * The mean of a rate or another quantity y by a control variate with the deviations d from its exact mean: $\bar y_g-b_{g'}\bar d_g$ of each group g of blocks, with
 * the regression coefficient $b_{g'}=\operatorname{Cov}(y,d)/\operatorname{Var}(d)$ of the other, and the mean of both, weighted by batches. A
 * coefficient that is independent of what it multiplies makes no bias; and given the coefficients, batches are independent and of one law
 * in each group, which gives the standard error.
 *
 * The control's expectation is at most β too low, and its exact mean at most ε off: the estimate is at most bβ + |b|ε too high, and
 * |b|ε too low, for b ≥ 0.
 *
 * @returns nothing where one of the groups has fewer than two batches.
 */
export const controlledEstimate = (control: ControlSums, confidence: number): ControlledEstimate | undefined => {
  const groups = controlGroups.map((name) => groupMoments(control[name]))
  if (groups.some(({ batches }) => batches < 2)) return undefined
  const all = groups.reduce((sum, { batches }) => sum + batches, 0)
  let [mean, variance, coefficient, above, below] = [0, 0, 0, 0, 0]
  groups.forEach((group, g) => {
    const b = groups[1 - g]!.coefficient
    const weight = group.batches / all
    const residual = Math.max(
      // The part of the sums that rounding may take from their difference.
      2 * Number.EPSILON * (group.squares + b * b * group.deviationSquares),
      group.variance - b * (2 * group.covariance - b * group.deviationVariance),
    )
    mean += weight * (group.value - b * group.deviation)
    variance += (weight * weight * residual) / group.batches
    coefficient += weight * b
    above += weight * (Math.max(0, b) * group.bias + Math.abs(b) * group.error)
    below += weight * (Math.max(0, -b) * group.bias + Math.abs(b) * group.error)
  })
  const standardError = Math.sqrt(variance)
  const half = studentQuantile(1 - confidence, all - 2) * standardError
  return { mean, standardError, interval: [mean - half, mean + half], coefficient, above, below }
}

/** Means, variances and the covariance of a group's batches. */
const groupMoments = (group: ControlGroup) => {
  const { batches } = group
  const value = sumValue(group.mean) / batches
  const deviation = sumValue(group.deviation) / batches
  const squares = sumValue(group.squared) / batches
  const deviationSquares = sumValue(group.squaredDeviation) / batches
  const correction = batches / (batches - 1)
  const variance = correction * (squares - value * value)
  const deviationVariance = correction * (deviationSquares - deviation * deviation)
  const covariance = correction * (sumValue(group.product) / batches - value * deviation)
  return {
    batches,
    value,
    deviation,
    squares,
    deviationSquares,
    variance,
    deviationVariance,
    covariance,
    coefficient: deviationVariance > 0 ? covariance / deviationVariance : 0,
    bias: sumValue(group.bias) / batches,
    error: sumValue(group.error) / batches,
  }
}
