import { type SirLaw, sirLaw } from '@isacnet/analysis'
import { defineNetwork, IsacnetError, type SensingClusters, type Service, services } from '@isacnet/model'
import type { ExplorerParameter } from '../../state/parameters/explorer-parameters.js'
import { methodsOf } from '../theorems/methods-of.js'
import { type LawReadings, lawReadings } from './law-readings.js'

export interface DistributionRequest {
  readonly values: Readonly<Record<ExplorerParameter, number>>
  readonly clusters: SensingClusters
  /** In dB. */
  readonly threshold: number
  /** The methods whose curves aren't wanted; default: none. */
  readonly hiddenMethods?: readonly string[]
}

/** P(SIR > θ) by a method, by ascending thresholds in dB. */
export interface CoverageCurve {
  readonly service: Service
  readonly method: string
  /** The method that is asked for; the paper may have another one in its place. */
  readonly asked: string
  /** The place of the method among those of its service, which decides how its curve looks. */
  readonly place: number
  /** The method's name in legends. */
  readonly title: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

export interface Distribution {
  readonly curves: readonly CoverageCurve[]
  readonly readings: Readonly<Partial<Record<Service, LawReadings>>>
  /** Why something is missing. */
  readonly reasons: readonly string[]
}

/** Thresholds of the curves in dB: some first, then all. */
const coarse = Array.from({ length: 25 }, (_, index) => -20 + 2.5 * index)
const fine = Array.from({ length: 121 }, (_, index) => -20 + 0.5 * index)

const curveTolerance = 1e-6

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
  hiddenMethods,
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
    const found = law === undefined ? undefined : attempt(() => lawReadings(service, network, law, threshold))
    if (found !== undefined) readings[service] = found
    yield
  }
  const drawn = services.flatMap(({ service }) =>
    methodsOf(service, network).flatMap(({ method, asked, place, title, options: by }): DrawnLaw[] => {
      if (hiddenMethods?.includes(asked)) return []
      const law = attempt(() =>
        sirLaw(network, service, { ...by, sensingClusters: clusters, relativeTolerance: curveTolerance }),
      )
      return law === undefined ? [] : [{ service, method, asked, place, title, law, coverages: new Map() }]
    }),
  )
  for (const thresholds of [coarse, fine]) {
    for (const { law, coverages } of drawn)
      for (const x of thresholds) {
        if (coverages.has(x)) continue
        coverages.set(x, attempt(() => law.coverage(10 ** (x / 10)).value) ?? Number.NaN)
        yield
      }
    curves = drawn.map(({ service, method, asked, place, title, coverages }) => ({
      service,
      method,
      asked,
      place,
      title,
      points: thresholds.map((x) => ({ x, y: coverages.get(x)! })),
    }))
    yield known()
  }
  return known()
}
