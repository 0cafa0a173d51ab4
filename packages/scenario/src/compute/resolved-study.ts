import type { CommunicationMethod, SensingMethod } from '@isacnet/analysis'
import {
  type InformationUnit,
  type Network,
  type RateQuantityName,
  rateQuantities,
  type Seed,
  type SensingClusters,
} from '@isacnet/model'
import type { AllocationConstraints } from '@isacnet/optimization'
import type { SimulationSettings, StoppingRule } from '@isacnet/simulation'
import type { SiteLayout } from '@isacnet/stochastic-geometry'

/**
 * A scenario with every expression evaluated and every unit converted: what there is to compute, as plain JSON data.
 * Equal scenarios give equal studies, member by member.
 */
export interface ResolvedStudy {
  /** The study's subject, in one line; may be empty. */
  readonly title: string
  /** In the order of the file; the last one varies fastest. None if there is a single point. */
  readonly axes: readonly SweepAxis[]
  /** All points, at least one; `points[i].index` is i. */
  readonly points: readonly ResolvedPoint[]
  /** How many combinations of the axes' values were left out as infeasible, at the scenario's request. */
  readonly skippedPoints: number
  readonly outputs: StudyOutputs
  /** The study's seed. Whoever runs it derives a seed of its own for each point from this and the point's content. */
  readonly seed: Seed
}

/** One direction of a sweep: quantities that vary together, one or (zipped) several, of equal length. */
export interface SweepAxis {
  readonly quantities: readonly SweptQuantity[]
}

export interface SweptQuantity {
  /** Code name of a parameter, or a variable of the scenario. */
  readonly name: string
  /** The unit of `values` and of coordinates, as the scenario writes it (`dBm`, `/km^2`); empty for pure numbers. */
  readonly unit: string
  /** In the order in which the points visit them; distinct. */
  readonly values: readonly number[]
}

/** One network and what to compute of it. */
export interface ResolvedPoint {
  /** From 0, in the order of the points. */
  readonly index: number
  /** The value of each swept quantity by its name, in the unit of its axis. */
  readonly coordinates: Readonly<Record<string, number>>
  /** As `defineNetwork` of `@isacnet/model` gives it. */
  readonly network: Network
  /** In the order of the file; at least one. */
  readonly computations: readonly Computation[]
}

export type Computation = TheoremComputation | SimulationComputation | OptimizationComputation

/** Rates by `communicationRate` and `sensingRate` of `@isacnet/analysis`. */
export interface TheoremComputation extends Methods {
  readonly kind: 'theorem'
  /** Unique within the point and the same at every point: `theorem`, or as the scenario says. */
  readonly name: string
  /** To be reported besides the rates, if given. */
  readonly objective?: Objective
  /** Quantities of the law of the SIR besides the rates, by canonical names; at least one if there is the member. */
  readonly quantities?: readonly string[]
}

/** Rates by Monte Carlo: `defineSimulation(network, options)` of `@isacnet/simulation`, run `until`. */
export interface SimulationComputation {
  readonly kind: 'simulation'
  readonly name: string
  /** Every member is given, the study's seed included; later ones only where they don't have their defaults. */
  readonly options: SimulationSettings
  /** Where base stations stand, if the scenario has a file of sites. */
  readonly sites?: SiteLayout
  readonly until: StoppingRule
  /** The confidence of the intervals to report. */
  readonly confidence: number
}

/** The best allocation (K, L, J, Q); that of the point's network plays no part in it. */
export interface OptimizationComputation extends Methods {
  readonly kind: 'optimization'
  readonly name: string
  /** To be maximised. */
  readonly objective: Objective
  /** Only those that the scenario sets. */
  readonly constraints: AllocationConstraints
}

/** By which formula rates are computed. */
export interface Methods {
  readonly communicationMethod: CommunicationMethod
  readonly sensingMethod: SensingMethod
  readonly sensingClusters: SensingClusters
}

/**
 * The function that is maximised or reported: one that follows from rates, or a quantity of the law of the SIR such as
 * `communication-percentile-rate:5%`, of which an error is minimised.
 */
export type Objective = RateObjective | { readonly kind: 'quantity'; readonly quantity: string }

/**
 * A function of the rates, always in nats: T_c, T_s, $\rho T_c + (1-\rho)T_s$, or an expression, which
 * `compileObjective` makes a function.
 */
export type RateObjective =
  | { readonly kind: 'communication' }
  | { readonly kind: 'sensing' }
  | { readonly kind: 'sum'; readonly rho: number }
  | { readonly kind: 'expression'; readonly expression: string }

export interface StudyOutputs {
  /** In which rates are written. */
  readonly unit: InformationUnit
  /** Formats of the table of results. */
  readonly tables: readonly TableFormat[]
  /** Formats of the plot, which a study with one or two axes has; none: no plot. */
  readonly plots: readonly PlotFormat[]
  /** The quantity that the plot shows: `rate`, `ase`, or the canonical name of one of the computations' quantities. */
  readonly plotted: string
}

export type TableFormat = 'csv' | 'jsonl' | 'parquet'
export const tableFormats: readonly TableFormat[] = ['csv', 'jsonl', 'parquet']

export type PlotFormat = 'svg' | 'png'
export const plotFormats: readonly PlotFormat[] = ['svg', 'png']

/** Those that every study may plot: average rates of a user and of a target, or area spectral efficiencies. */
export const plottedQuantities: readonly RateQuantityName[] = rateQuantities.map(({ quantity }) => quantity)
