import type { CommunicationMethod, Estimate, SensingMethod } from '@isacnet/analysis'
import type { Quantity } from '@isacnet/drawing'
import type { Network, ParameterName, SensingClusters } from '@isacnet/model'

/** Changes to the paper's network. */
export type NetworkChanges = Readonly<Partial<Record<ParameterName, number>>>

/** The swept variable of a figure. */
export interface Abscissa {
  /** The parameter that is swept; `null` where none of the network's is, such as a threshold. */
  readonly parameter: ParameterName | null
  /** The axis' text; a label, in which `$…$` encloses mathematics. */
  readonly label: string
  /** Unit of the axis, or the empty string for a pure number. */
  readonly unit: string
  /** Values on the axis, ascending. */
  readonly values: readonly number[]
}

/** One curve: a quantity by a method, for one member of the figure's family of curves. */
export interface CurveDefinition {
  /** The member of the family, as the legend shows it (a label); curves of one member share colour and marker. */
  readonly member: string
  /** The method, as the legend shows it (a label); curves of one method share the dashes. */
  readonly methodName: string
  /** One for all points, or that of each value of the abscissa, such as coverage at a threshold; all in one unit. */
  readonly quantity: Quantity | ((x: number) => Quantity)
  /** Computes the value in the place of the quantity, in nats, where it is none of the table. */
  readonly value?: (network: Network, x: number) => Estimate
  /** Whether a simulation of the network has the quantity although `value` computes it; default false. */
  readonly simulated?: boolean
  /** The method of R_c, where the quantity has it. */
  readonly communicationMethod?: CommunicationMethod
  /** The method of R_s, where the quantity has it. */
  readonly sensingMethod?: SensingMethod
  readonly sensingClusters?: SensingClusters
  /**
   * The network at a value of the abscissa, as changes to the figure's network; `undefined` where the curve has no
   * point. Infeasible allocations are left out without being named here.
   */
  readonly at: (x: number) => NetworkChanges | undefined
  /** Whether the greatest value of the curve is ringed and named. */
  readonly marksMaximum?: boolean
}

/** Names and texts that every figure has. */
export interface FigureDescription {
  /** `fig4` … */
  readonly id: string
  /** Number of the figure in the paper; `null` for figures beyond it. */
  readonly number: number | null
  /** Name of its files, without the extension; it starts with the id. */
  readonly fileName: string
  readonly title: string
  /** Says what is drawn, with everything that a reader needs to recompute it. */
  readonly caption: string
  /** The paper's own reading of the figure; of figures beyond it, what the figure adds to that. */
  readonly paperSays: string
}

/** A figure that sweeps a parameter: data only; the numbers come from `computeFigure`. */
export interface FigureDefinition extends FigureDescription {
  /** Changes to the paper's network for all curves of the figure. */
  readonly network: NetworkChanges
  readonly abscissa: Abscissa
  /** The vertical axis' text without its unit (a label). */
  readonly ordinateLabel: string
  readonly curves: readonly CurveDefinition[]
  /** Where exact curves have simulated marks beside them, if asked for: values of the abscissa; none if left out. */
  readonly marksAt?: readonly number[]
}
