import type { FigureData } from './figure-data.js'

/**
 * How members and methods are told apart: a member has a colour and a marker, a method has dashes and either filled
 * markers (the first method) or rings. Colours are Okabe and Ito's, which colour-blind people can tell apart; markers
 * and dashes carry the same information for a reader without colours.
 */
interface MemberStyle {
  /** `#rrggbb`. */
  readonly colour: string
  readonly marker: Marker
}

export interface MethodStyle {
  /** Lengths of dashes and gaps in pixels; empty for a solid line. */
  readonly dashes: readonly number[]
  readonly markerFilled: boolean
  /** Size of the marker relative to the first method's, so that coinciding curves both remain visible. */
  readonly markerScale: number
}

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'triangle-down' | 'pentagon'

const memberStyles: readonly MemberStyle[] = [
  { colour: '#0072b2', marker: 'circle' },
  { colour: '#d55e00', marker: 'square' },
  { colour: '#009e73', marker: 'triangle' },
  { colour: '#cc79a7', marker: 'diamond' },
  { colour: '#000000', marker: 'triangle-down' },
  { colour: '#e69f00', marker: 'pentagon' },
]

const methodStyles: readonly MethodStyle[] = [
  { dashes: [], markerFilled: true, markerScale: 1 },
  { dashes: [7, 4], markerFilled: false, markerScale: 1.7 },
  { dashes: [2, 3], markerFilled: false, markerScale: 2.4 },
]

/** One entry of the legend and what it looks like; an entry lacks what it doesn't tell. */
export interface LegendEntry {
  readonly label: string
  readonly member: MemberStyle | null
  readonly method: MethodStyle | null
}

export interface DrawingStyle {
  readonly member: (label: string) => MemberStyle
  readonly method: (label: string) => MethodStyle
  /** Members, then methods; where every member has its own method, each entry tells both. */
  readonly legend: readonly LegendEntry[]
}

/** Styles of a figure's members and methods, in order of appearance. */
export const drawingStyle = (figure: FigureData): DrawingStyle => {
  const members = [...new Set(figure.series.map((series) => series.member))]
  const methods = [...new Set(figure.series.map((series) => series.methodName))]
  const member = (label: string): MemberStyle => styleAt(memberStyles, members.indexOf(label))
  const method = (label: string): MethodStyle => styleAt(methodStyles, methods.indexOf(label))
  const paired = figure.series.every((series) => series.member === series.methodName)
  const legend = paired
    ? members.map((label) => ({ label, member: member(label), method: method(label) }))
    : [
        ...members.map((label) => ({ label, member: member(label), method: null })),
        ...methods.map((label) => ({ label, member: null, method: method(label) })),
      ]
  return { member, method, legend }
}

const styleAt = <Style>(styles: readonly Style[], index: number): Style => {
  const style = styles[index]
  if (style === undefined) throw new RangeError(`no more than ${styles.length} can be told apart in one figure`)
  return style
}
