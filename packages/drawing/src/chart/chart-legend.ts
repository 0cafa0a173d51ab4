import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import { markerPath } from '../style/marker-shape.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { chartLayout, markerRadius } from './chart-layout.js'
import { curvesOf, type FigureData, type FigureMarks, marksOf } from './figure-data.js'
import { marksLabel } from './marks-label.js'
import { ring } from './maxima.js'
import type { LegendEntry } from './series-style.js'
import { simulationMark } from './simulation-mark.js'

const { width, margin, fontSize } = chartLayout

/** The legend's lines for marks, once for all that are alike. */
const legendOfMarks = (marks: readonly FigureMarks[]): (readonly [string, string])[] => [
  ...new Map(marks.map((series) => [marksLabel(series).join(), marksLabel(series)])).values(),
]

const lineHeight = 17

const legendText = { fill: ink, 'text-anchor': 'start' }

/** The legend beside the plot: members and methods, then marks, then rings. */
export const chartLegend = (document: SvgDocument, figure: FigureData, entries: readonly LegendEntry[]): SvgNode => {
  const left = width - margin.right + 18
  const rowHeight = 24
  let y = margin.top + 10
  let previous: LegendEntry | undefined
  const rows: SvgNode[] = []
  for (const entry of entries) {
    if (previous !== undefined && previous.member !== null && entry.member === null) y += rowHeight / 2
    const colour = entry.member?.colour ?? ink
    const { dashes, markerFilled, markerScale } = entry.method ?? { dashes: [], markerFilled: true, markerScale: 1 }
    rows.push(
      svgElement(document, 'line', {
        x1: left,
        x2: left + 44,
        y1: y,
        y2: y,
        stroke: colour,
        'stroke-width': 1.8,
        ...(dashes.length === 0 ? {} : { 'stroke-dasharray': dashes.join(' ') }),
      }),
      svgElement(document, 'path', {
        transform: `translate(${left + 22},${y})`,
        d: markerPath(entry.member?.marker ?? 'circle', Math.PI * (markerRadius * markerScale) ** 2),
        fill: markerFilled ? colour : 'none',
        stroke: colour,
        'stroke-width': 1.2,
      }),
      svgLabel(document, entry.label, fontSize - 1, { ...legendText, x: left + 54, y: y + 5 }),
    )
    y += rowHeight
    previous = entry
  }
  for (const lines of legendOfMarks(marksOf(figure))) {
    y += rowHeight / 2
    rows.push(simulationMark(document, { x: left + 22, y: y + 8, lower: y + 18, upper: y - 2 }, ink))
    for (const line of lines) {
      rows.push(svgLabel(document, line, fontSize - 1, { ...legendText, x: left + 54, y: y + 5 }))
      y += lineHeight
    }
    y += rowHeight - lineHeight
  }
  if (curvesOf(figure).some(({ maximum }) => maximum !== null)) {
    y += rowHeight / 2
    rows.push(
      ring(document, left + 22, y),
      svgLabel(document, `maximum, with its ${variable(figure.x.label)}`, fontSize - 1, {
        ...legendText,
        x: left + 54,
        y: y + 5,
      }),
    )
  }
  return svgElement(document, 'g', { 'aria-label': 'legend' }, rows)
}

/** The mathematics in an axis label: `users per cell $K$` has `$K$`. */
const variable = (label: string): string => /\$[^$]+\$/.exec(label)?.[0] ?? 'abscissa'
