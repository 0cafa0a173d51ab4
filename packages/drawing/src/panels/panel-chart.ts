/** A value on a panel. */
export interface PanelPoint {
  readonly x: number
  readonly y: number
  /** The ends of its interval; both are `y` where it has none. */
  readonly lower: number
  readonly upper: number
  /** The label of its panel. */
  readonly panel: string
  /** The member of the family of curves, which colour and symbol tell. */
  readonly member: string
  /** How it was computed, which dashes tell. */
  readonly method: string
  /** Simulated values are open symbols with their intervals, others are joined by lines. */
  readonly simulated: boolean
}

/** Panels side by side over one abscissa, with one legend below them. Texts are plain. */
export interface PanelChart {
  readonly title: string
  /** The abscissa; with three or more values in equal ratios over a decade or more its axis is logarithmic. */
  readonly x: { readonly label: string; readonly values: readonly number[] }
  /** The labels of the panels, each with its unit, from left to right. */
  readonly panels: readonly string[]
  readonly points: readonly PanelPoint[]
  /** The confidence of the intervals, such as 0.95. */
  readonly confidence: number
}
