import type { CommunicationMethod, SensingMethod } from '@isacnet/analysis'
import type { InformationUnit, NetworkParameters, ParameterName, Seed, SensingClusters } from '@isacnet/model'
import type { Fidelity } from '@isacnet/simulation'
import type { Quantity } from './quantity.js'

/** One point of a curve. */
export interface FigurePoint {
  readonly x: number
  readonly y: number
  /** Estimate of the absolute numerical error of `y`, in its unit. */
  readonly errorEstimate: number
  /** Values of the parameters that vary within the figure. */
  readonly parameters: Partial<NetworkParameters>
  /** Is written beside the point, such as the percentile that it is. */
  readonly label?: string
}

/** A computed curve. */
export interface FigureCurve {
  readonly kind: 'curve'
  /** Name in plain text, such as `T_c, M_t = 20: exact`. */
  readonly name: string
  /** Member of the family of curves, and method, as labels, in which `$…$` encloses mathematics. */
  readonly member: string
  readonly methodName: string
  readonly quantity: Quantity
  readonly communicationMethod: CommunicationMethod | null
  readonly sensingMethod: SensingMethod | null
  readonly sensingClusters: SensingClusters | null
  /** Unit of `y`, such as `nat/s/Hz/km²`. */
  readonly unit: string
  readonly points: readonly FigurePoint[]
  /** The line of the curve where it doesn't join the points: the staircase of a set of Pareto points. */
  readonly path?: readonly { readonly x: number; readonly y: number }[]
  /** Whether labels of points stand left of the curve; default right of it. */
  readonly labelsLeft?: boolean
  /** Index of the point that is ringed and named, or `null`. */
  readonly maximum: number | null
}

/** One simulated value. */
export interface FigureMark {
  readonly x: number
  /** The mean over all trials. */
  readonly y: number
  /** The standard error of the mean, in its unit. */
  readonly standardError: number
  /** A confidence interval, in the unit of `y`. */
  readonly interval: readonly [lower: number, upper: number]
  readonly trials: number
  /** Values of the parameters that vary within the figure. */
  readonly parameters: Partial<NetworkParameters>
}

/** Simulated values, each with its confidence interval. */
export interface FigureMarks {
  readonly kind: 'marks'
  /** Name in plain text, such as `T_c, M_t = 20: simulation`. */
  readonly name: string
  /** The member of the family whose curve the marks belong to, as a label: they share its colour. */
  readonly member: string
  /** Their name in the legend, such as `simulation`. */
  readonly methodName: string
  readonly quantity: Quantity
  readonly fidelity: Fidelity
  readonly sensingClusters: SensingClusters | null
  readonly seed: Seed
  /** The confidence of the intervals, such as 0.95. */
  readonly confidence: number
  /** Unit of `y`, such as `nat/s/Hz/km²`. */
  readonly unit: string
  readonly points: readonly FigureMark[]
}

/** A series of a figure: a curve, or marks beside curves. */
export type FigureSeries = FigureCurve | FigureMarks

/** A computed figure: plain data, ready to be drawn or written. */
export interface FigureData {
  readonly id: string
  /** As its heading has it, `Figure 5: …`; `null` where it is none of the paper's. */
  readonly number: number | null
  /** Name of its files, without the extension. */
  readonly fileName: string
  readonly title: string
  readonly caption: string
  /** Unit of information in which rates are given. */
  readonly unit: InformationUnit
  readonly x: {
    readonly label: string
    /** The parameter that is swept; `null` where x is computed as well, or is none of the network's. */
    readonly parameter: ParameterName | null
    readonly unit: string
    /** Where the axis begins; by default at the least x. */
    readonly from?: number
    /** Where it ends; by default at the greatest x. */
    readonly to?: number
  }
  readonly y: { readonly label: string; readonly unit: string }
  /** Parameters that all points share, by code name. */
  readonly parameters: Partial<NetworkParameters>
  /** Parameters that vary within the figure; every point has its values. */
  readonly varied: readonly ParameterName[]
  readonly series: readonly FigureSeries[]
}

/**
 * The heading of a figure: its number in the paper, if it has one, and its title.
 *
 * @example
 * figureHeading({ number: 5, title: 'ASE' }) // 'Figure 5: ASE'
 * figureHeading({ number: null, title: 'ASE' }) // 'ASE'
 */
export const figureHeading = ({ number, title }: Pick<FigureData, 'number' | 'title'>): string =>
  number === null ? title : `Figure ${number}: ${title}`

/**
 * The curves of a figure.
 *
 * @example
 * curvesOf(await computeFigure('fig5'))[0].name // 'T_c, M_t = 10: exact'
 */
export const curvesOf = (figure: FigureData): FigureCurve[] => figure.series.filter((series) => series.kind === 'curve')

/**
 * The simulated marks of a figure.
 *
 * @example
 * marksOf(await computeFigure('fig5')).length // 0
 */
export const marksOf = (figure: FigureData): FigureMarks[] => figure.series.filter((series) => series.kind === 'marks')
