export interface ChartPoint {
  readonly x: number
  /** NaN where the line has a gap. */
  readonly y: number
}

export interface ChartLine {
  readonly name: string
  readonly colour: string
  /** Lengths of dashes and gaps; none for a solid line. */
  readonly dashes: readonly number[]
  readonly width: number
  readonly points: readonly ChartPoint[]
  /** Whether points are drawn as well as the line between them. */
  readonly marked: boolean
}

/** An area between two curves, such as a confidence interval. */
export interface ChartBand {
  readonly colour: string
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[]
}

/** Marks with intervals, such as simulated means. */
export interface ChartIntervals {
  readonly name: string
  readonly colour: string
  readonly points: readonly { readonly x: number; readonly y: number; readonly low: number; readonly high: number }[]
}

/** A part of the horizontal axis where something does not apply, and why. */
export interface ChartShade {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface LineChart {
  readonly title: string
  /** SVG runs of the axis labels, units included. */
  readonly xLabel: readonly (string | SVGTSpanElement)[]
  readonly yLabel: readonly (string | SVGTSpanElement)[]
  readonly xDomain: readonly [number, number]
  readonly xScale: 'linear' | 'logarithmic'
  readonly integerX: boolean
  /** Default linear. On a logarithmic one `fromZero` counts for nothing. */
  readonly yScale?: 'linear' | 'logarithmic'
  /** Whether the vertical axis begins at zero; otherwise where the data do. */
  readonly fromZero: boolean
  /** Where the vertical axis ends at least; by default beyond the data. */
  readonly upTo?: number
  /** The part of the vertical axis that is shown, where it isn't all that lines and bands reach: beyond it they are cut off. */
  readonly yDomain?: readonly [number, number]
  readonly lines: readonly ChartLine[]
  readonly bands?: readonly ChartBand[]
  readonly intervals?: readonly ChartIntervals[]
  readonly shades?: readonly ChartShade[]
  /** A vertical rule, where the network is now. */
  readonly rule?: number | undefined
  /** Said in the middle of an empty chart. */
  readonly empty: string
}
