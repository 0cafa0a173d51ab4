import { chosenQuantities, type Network, ofService, type Service, type SirValues, sirFunctional } from '@isacnet/model'
import { exactSum, gammaQuantile, regularizedUpperIncompleteGamma } from '@isacnet/special-functions'
import type { RandomStream } from '@isacnet/stochastic-geometry'
import type { ControlMean } from '../definition/simulation-control.js'
import type { ReceiverTrials } from '../trials/receiver-trials.js'
import { type ControlGroupName, controlSums } from './control-sums.js'
import { distributionOf } from './distribution-sums.js'
import type { QuantitySums } from './quantity-sums.js'

/** Gains of each trial, one in each of as many parts of equal probability: SIRs in the distribution. */
export const strata = 4

/** Uniform variates of a trial stay off the ends, where gains are 0 or infinite. */
const least = 2 ** -53

/** A function that makes the sums of a batch; nothing is chosen of the service where there is none. */
export type QuantityTrials = (trials: ReceiverTrials, random: RandomStream, group?: ControlGroupName) => QuantitySums

/** The chosen quantities of a service in some trials. */
export interface QuantityMeans {
  /** Those that are means over trials. */
  readonly means: readonly { readonly name: string; readonly mean: number; readonly threshold?: number }[]
  /** The percentiles among them, and the SIRs of which they are: overwritten by the next call. */
  readonly percentiles: readonly string[]
  readonly sirs: Float64Array
}

/** The SIRs of trials and their laws. */
type SirTrials = Pick<ReceiverTrials, 'sirs' | 'laws'>

/**
 * The chosen quantities of a service in some trials. Where the law of the desired gain is known given everything else, it is
 * averaged over: a coverage is the probability $\sum_i w_iQ(D,\theta/u_i)$ for the two values of far interference instead of 0 or 1; means of other functions
 * and percentiles take several gains, one in each part of equal probability. That changes no mean.
 *
 * A trial takes two uniform variates from `random`, or none if only coverages are chosen, which need no gains: the values of a quantity
 * don't depend on which others are chosen.
 */
export const quantityMeans = (
  names: readonly string[],
  service: Service,
  network: Network,
): ((trials: SirTrials, random: RandomStream) => QuantityMeans) | undefined => {
  const chosen = ofService(chosenQuantities(names), service).map((quantity) => ({
    name: quantity.name,
    functional: sirFunctional(quantity, network),
  }))
  if (chosen.length === 0) return undefined
  const percentiles = chosen.filter(({ functional }) => functional.kind === 'percentile').map(({ name }) => name)
  const drawsGains = chosen.some(({ functional }) => functional.kind !== 'coverage')
  const sirs = new StratifiedSirs()
  return (trials, random) => {
    if (drawsGains) sirs.draw(trials, random)
    const means = chosen.flatMap(({ name, functional }) => {
      if (functional.kind === 'percentile') return []
      if (functional.kind === 'coverage')
        return [{ name, mean: meanCoverage(trials, functional.threshold), threshold: functional.threshold }]
      return [{ name, mean: sirs.mean(trials, functional.of) }]
    })
    return { means, percentiles, sirs: sirs.drawn }
  }
}

/**
 * The sums of the {@link quantityMeans} of a batch. A coverage of a service whose control has its exact mean (`controls`) takes that control: its own
 * coverage in the same trials.
 */
export const quantityTrials = (
  names: readonly string[],
  service: Service,
  network: Network,
  controls: SirValues<ControlMean> = {},
): QuantityTrials | undefined => {
  const meansOf = quantityMeans(names, service, network)
  if (meansOf === undefined) return undefined
  const controlled = (
    name: string,
    mean: number,
    threshold: number | undefined,
    trials: ReceiverTrials,
    group: ControlGroupName,
  ) => {
    const known = controls[name]
    if (threshold === undefined || known === undefined || trials.control === undefined) return {}
    const deviation = meanCoverage(trials.control, threshold) - known.mean
    return { control: controlSums(group, { mean, deviation, bias: 0, error: known.errorEstimate }) }
  }
  return (trials, random, group = 'even') => {
    const { means, percentiles, sirs } = meansOf(trials, random)
    const sums = means.map(({ name, mean, threshold }) => {
      const control = controlled(name, mean, threshold, trials, group)
      return [name, { mean: exactSum([mean]), squared: exactSum([mean * mean]), ...control }] as const
    })
    return {
      ...(sums.length === 0 ? {} : { quantities: Object.fromEntries(sums) }),
      ...(percentiles.length === 0 ? {} : { distribution: distributionOf(percentiles, sirs) }),
    }
  }
}

const meanCoverage = ({ sirs, laws }: SirTrials, threshold: number): number => {
  const { shape, lower, upper, lowerWeight } = laws
  let sum = 0
  for (let i = 0; i < sirs.length; i++) {
    const D = shape[i]!
    if (D === 0) {
      sum += sirs[i]! > threshold ? 1 : 0
      continue
    }
    const weight = lowerWeight[i]!
    sum += weight * regularizedUpperIncompleteGamma(D, threshold / lower[i]!)
    if (weight < 1) sum += (1 - weight) * regularizedUpperIncompleteGamma(D, threshold / upper[i]!)
  }
  return sum / sirs.length
}

/** Several SIRs of each trial of a batch, of equal weight. */
class StratifiedSirs {
  drawn = new Float64Array(0)
  private gains = new Float64Array(0)

  draw({ sirs, laws }: SirTrials, random: RandomStream): void {
    if (this.drawn.length !== strata * sirs.length) {
      this.drawn = new Float64Array(strata * sirs.length)
      this.gains = new Float64Array(strata * sirs.length)
    }
    const { shape, lower, upper, lowerWeight } = laws
    for (let i = 0; i < sirs.length; i++) {
      const place = random.uniform()
      const far = random.uniform()
      const D = shape[i]!
      if (D === 0) {
        this.drawn.fill(sirs[i]!, strata * i, strata * (i + 1))
        continue
      }
      const gain = gammaQuantile(D)
      for (let j = 0; j < strata; j++) {
        const g = gain(Math.min(1 - least, Math.max(least, (j + place) / strata)))
        // The value of far interference is stratified too, so that each of the gains meets either.
        const turned = (far + j / strata) % 1
        this.gains[strata * i + j] = g
        this.drawn[strata * i + j] = g * (turned < lowerWeight[i]! ? lower[i]! : upper[i]!)
      }
    }
  }

  /** The mean of a function over the gains and over both values of far interference. */
  mean({ sirs, laws }: SirTrials, of: (sir: number) => number): number {
    const { shape, lower, upper, lowerWeight } = laws
    let sum = 0
    for (let i = 0; i < sirs.length; i++) {
      if (shape[i] === 0) {
        sum += strata * of(sirs[i]!)
        continue
      }
      const weight = lowerWeight[i]!
      for (let j = strata * i; j < strata * (i + 1); j++) {
        sum += weight * of(this.gains[j]! * lower[i]!)
        if (weight < 1) sum += (1 - weight) * of(this.gains[j]! * upper[i]!)
      }
    }
    return sum / (strata * sirs.length)
  }
}
