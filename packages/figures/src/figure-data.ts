import type { CommunicationMethod, SensingClusters, SensingMethod } from '@isacnet/analysis'
import type { InformationUnit, ParameterName } from '@isacnet/model'
import type { NetworkChanges } from './figure-definition.js'
import type { Quantity } from './quantity.js'

/** One point of a curve. */
export interface FigurePoint {
  readonly x: number
  readonly y: number
  /** Estimate of the absolute numerical error of `y`, in its unit. */
  readonly errorEstimate: number
  /** Values of the parameters that vary within the figure. */
  readonly parameters: NetworkChanges
}

/** A computed curve. */
export interface FigureCurve {
  readonly kind: 'curve'
  /** Name in plain text, such as `T_c, M_t = 20: exact`. */
  readonly name: string
  /** Member of the family and method, as labels: see `FigureDefinition`. */
  readonly member: string
  readonly methodName: string
  readonly quantity: Quantity
  readonly communicationMethod: CommunicationMethod | null
  readonly sensingMethod: SensingMethod | null
  readonly sensingClusters: SensingClusters | null
  /** Unit of `y`, such as `nat/s/Hz/km²`. */
  readonly unit: string
  readonly points: readonly FigurePoint[]
  /** Index of the point that is ringed and named, or `null`. */
  readonly maximum: number | null
}

/**
 * What a figure draws. A figure holds series of kinds; there is one so far, and drawing code switches on `kind`, so that
 * marks with confidence intervals can join the curves.
 */
export type FigureSeries = FigureCurve

/** A computed figure: plain data, ready to be drawn or written. */
export interface FigureData {
  readonly id: string
  readonly number: number
  readonly fileName: string
  readonly title: string
  readonly caption: string
  /** Unit of information in which rates are given. */
  readonly unit: InformationUnit
  readonly x: { readonly label: string; readonly parameter: ParameterName; readonly unit: string }
  readonly y: { readonly label: string; readonly unit: string }
  /** Parameters that all points share, by code name. */
  readonly parameters: NetworkChanges
  /** Parameters that vary within the figure; every point has its values. */
  readonly varied: readonly ParameterName[]
  readonly series: readonly FigureSeries[]
}
