import { type SirLaw, sirFunctionalValue, sirLaw } from '@isacnet/analysis'
import {
  chosenQuantity,
  defineNetwork,
  IsacnetError,
  type Network,
  type SensingClusters,
  type Service,
  services,
  sirFunctional,
} from '@isacnet/model'
import type { ExplorerParameter } from '../state/explorer-parameters.js'
import { methodsOf } from './methods-of.js'

export interface DistributionRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  /** In dB. */
  readonly threshold: number
}

/** P(SIR > θ) by a method, by ascending thresholds in dB. */
interface CoverageCurve {
  readonly service: Service
  readonly method: string
  /** The method's name in legends. */
  readonly title: string
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

/** A law whose curve is drawn, and what is known of it by thresholds in dB. */
interface DrawnLaw extends Omit<CoverageCurve, 'points'> {
  readonly law: SirLaw
  readonly coverages: Map<number, number>
}

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
  const drawn = services.flatMap(({ service }) =>
    methodsOf(service, network).flatMap(({ method, title, options: by }): DrawnLaw[] => {
      const law = attempt(() =>
        sirLaw(network, service, { ...by, sensingClusters: clusters, relativeTolerance: curveTolerance }),
      )
      return law === undefined ? [] : [{ service, method, title, law, coverages: new Map() }]
    }),
  )
  for (const thresholds of [coarse, fine]) {
    for (const { law, coverages } of drawn)
      for (const x of thresholds) {
        if (coverages.has(x)) continue
        coverages.set(x, attempt(() => law.coverage(linear(x)).value) ?? Number.NaN)
        yield
      }
    curves = drawn.map(({ service, method, title, coverages }) => ({
      service,
      method,
      title,
      points: thresholds.map((x) => ({ x, y: coverages.get(x)! })),
    }))
    yield known()
  }
  return known()
}

const readingsOf = (service: Service, network: Network, law: SirLaw, threshold: number): LawReadings => {
  const quantity = (name: string): number => sirFunctionalValue(sirFunctional(chosenQuantity(name), network), law).value
  const errors = (name: string): readonly [number, number] => [quantity(`${name}:50%`), quantity(`${name}:95%`)]
  return {
    coverage: law.coverage(linear(threshold)).value,
    percentiles: shownPercentiles.map((percentile) => {
      const { sir, rate } = law.percentile(percentile / 100)
      return { percentile, sirDb: 10 * Math.log10(sir.value), rate: rate.value }
    }),
    ...(service === 'communication'
      ? {}
      : {
          detection: quantity(`detection:${shownFalseAlarm}`),
          ...(network.receiveAntennas > 1 ? { angleErrors: errors('angle-error') } : {}),
          ...(network.rmsBandwidth > 0 ? { rangeErrors: errors('range-error') } : {}),
        }),
  }
}
