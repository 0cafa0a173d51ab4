import { okabeIto } from '../style/colours.js'
import type { Marker } from '../style/marker-shape.js'
import { curvesOf, type FigureData } from './figure-data.js'

/**
 * How members and methods are told apart: a member has a colour and a marker, a method has dashes and either filled
 * markers (the first method) or rings. Markers and dashes carry the same information as colours, for a reader without
 * them.
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

const memberStyles: readonly MemberStyle[] = [
  { colour: okabeIto.blue, marker: 'circle' },
  { colour: okabeIto.vermillion, marker: 'square' },
  { colour: okabeIto.green, marker: 'triangle' },
  { colour: okabeIto.purple, marker: 'diamond' },
  { colour: okabeIto.black, marker: 'triangle-down' },
  { colour: okabeIto.orange, marker: 'pentagon' },
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

export interface SeriesStyle {
  readonly member: (label: string) => MemberStyle
  readonly method: (label: string) => MethodStyle
  /** Members, then methods; where every member has its own method, each entry tells both. */
  readonly legend: readonly LegendEntry[]
}

/** Styles of a figure's members and the methods of its curves, in order of appearance. */
export const seriesStyle = (figure: FigureData): SeriesStyle => {
  const curves = curvesOf(figure)
  const members = [...new Set(figure.series.map((series) => series.member))]
  const methods = [...new Set(curves.map((series) => series.methodName))]
  const member = (label: string): MemberStyle => styleAt(memberStyles, members.indexOf(label))
  const method = (label: string): MethodStyle => styleAt(methodStyles, methods.indexOf(label))
  const paired = curves.every((series) => series.member === series.methodName)
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
