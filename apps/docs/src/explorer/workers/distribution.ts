import {
  communicationMethods,
  type SirLaw,
  type SirLawOptions,
  sensingMethodAt,
  sensingMethodsForAnySize,
  sirLaw,
} from '@isacnet/analysis'
import {
  angleErrorBound,
  defineNetwork,
  detectionProbability,
  IsacnetError,
  type Network,
  type ParameterName,
  rangeErrorBound,
  type SensingClusters,
  type Service,
  services,
} from '@isacnet/model'

export interface DistributionRequest {
  readonly values: Readonly<Record<ParameterName, number>>
  readonly clusters: SensingClusters
  /** In dB. */
  readonly threshold: number
}

/** P(SIR > θ) by a method, by ascending thresholds in dB. */
interface CoverageCurve {
  readonly service: Service
  readonly method: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** Numbers that are read off the exact law of a service's SIR. */
export interface LawReadings {
  /** At the threshold that is asked for. */
  readonly coverage: number
  readonly percentiles: readonly { readonly percentile: number; readonly sirDb: number; readonly rate: number }[]
  /** The mean probability of detection, for targets. */
  readonly detection?: number
  /** In degrees, of half and of 95 % of the targets. */
  readonly angleErrors?: readonly [number, number]
  /** In m, where a bandwidth is known. */
  readonly rangeErrors?: readonly [number, number]
}

export interface Distribution {
  readonly curves: readonly CoverageCurve[]
  readonly readings: Readonly<Partial<Record<Service, LawReadings>>>
  /** Why something is missing. */
  readonly reasons: readonly string[]
}

export const shownPercentiles = [5, 50, 95] as const
export const shownFalseAlarm = 1e-6

/** Thresholds of the curves in dB: some first, then all. */
const coarse = Array.from({ length: 25 }, (_, index) => -20 + 2.5 * index)
const fine = Array.from({ length: 121 }, (_, index) => -20 + 0.5 * index)

const curveTolerance = 1e-6

const linear = (decibels: number): number => 10 ** (decibels / 10)

/** The methods of a service that may have a law, `exact` first. */
const methodsOf = (service: Service, network: Network): readonly (SirLawOptions & { readonly method: string })[] =>
  service === 'communication'
    ? communicationMethods.map((communicationMethod) => ({ communicationMethod, method: communicationMethod }))
    : [...new Set(sensingMethodsForAnySize.map((method) => sensingMethodAt(method, network.sensingClusterSize)))].map(
        (sensingMethod) => ({ sensingMethod, method: sensingMethod }),
      )

/**
 * The laws of both services' SIRs in steps that are as short as a value, each with what is known so far: the exact readings first, then
 * coarse curves, then fine ones.
 *
 * @throws {InvalidParameterError | InfeasibleAllocationError} as `defineNetwork` does.
 */
export function* distributionSteps({
  values,
  clusters,
  threshold,
}: DistributionRequest): Generator<Distribution | undefined, Distribution> {
  const network = defineNetwork(values)
  const reasons = new Set<string>()
  const readings: Partial<Record<Service, LawReadings>> = {}
  let curves: CoverageCurve[] = []
  const attempt = <Result>(compute: () => Result): Result | undefined => {
    try {
      return compute()
    } catch (error) {
      if (!(error instanceof IsacnetError)) throw error
      reasons.add(error.message)
      return undefined
    }
  }
  const known = (): Distribution => ({ curves, readings: { ...readings }, reasons: [...reasons] })
  for (const { service } of services) {
    const law = attempt(() => sirLaw(network, service, { sensingClusters: clusters }))
    const found = law === undefined ? undefined : attempt(() => readingsOf(service, network, law, threshold))
    if (found !== undefined) readings[service] = found
    yield
  }
  for (const thresholds of [coarse, fine]) {
    const drawn: CoverageCurve[] = []
    for (const { service } of services)
      for (const { method, ...by } of methodsOf(service, network)) {
        const law = attempt(() =>
          sirLaw(network, service, { ...by, sensingClusters: clusters, relativeTolerance: curveTolerance }),
        )
        if (law === undefined) continue
        const points = []
        for (const x of thresholds) {
          points.push({ x, y: attempt(() => law.coverage(linear(x)).value) ?? Number.NaN })
          yield
        }
        drawn.push({ service, method, points })
      }
    curves = drawn
    yield known()
  }
  return known()
}

const readingsOf = (service: Service, network: Network, law: SirLaw, threshold: number): LawReadings => {
  const { receiveAntennas, rmsBandwidth } = network
  const errors = (bound: (sir: number) => number): readonly [number, number] => [
    bound(law.percentile(0.5).sir.value),
    bound(law.percentile(0.05).sir.value),
  ]
  return {
    coverage: law.coverage(linear(threshold)).value,
    percentiles: shownPercentiles.map((percentile) => {
      const { sir, rate } = law.percentile(percentile / 100)
      return { percentile, sirDb: 10 * Math.log10(sir.value), rate: rate.value }
    }),
    ...(service === 'communication'
      ? {}
      : {
          detection: law.mean((sir) => detectionProbability(sir, shownFalseAlarm)).value,
          ...(receiveAntennas > 1
            ? { angleErrors: errors((sir) => (angleErrorBound(sir, receiveAntennas) * 180) / Math.PI) }
            : {}),
          ...(rmsBandwidth > 0 ? { rangeErrors: errors((sir) => rangeErrorBound(sir, rmsBandwidth)) } : {}),
        }),
  }
}
