import { plainText } from '../label/label.js'
import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import { markerPath, markerShapes } from '../style/marker-shape.js'
import { fontFamily } from '../style/typeface.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { curvesOf, type FigureData, type FigureMarks, type FigurePoint, marksOf } from './figure-data.js'
import { marksLabel } from './marks-label.js'
import { type LegendEntry, type SeriesStyle, seriesStyle } from './series-style.js'
import { simulationMark } from './simulation-mark.js'

const width = 820
const height = 500
const margin = { top: 52, right: 236, bottom: 58, left: 66 }
const fontSize = 14
const markerRadius = 3.4
/** Markers and rings on the greatest value stay inside the frame. */
const headroom = 1.04

/** The part of Plot's custom marks that is used here. */
interface Scales {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/**
 * Draws a figure with Observable Plot. The legend stands beside the plot area, so it covers nothing. Equal figures give
 * equal text; the font is named, not embedded.
 *
 * @param document - a browser's document, or linkedom's: `parseHTML('<html></html>').document`.
 * @returns an SVG document of 820 × 500 pixels.
 */
export const renderSvg = async (figure: FigureData, document: SvgDocument): Promise<string> => {
  const Plot = await import('@observablehq/plot')
  const style = seriesStyle(figure)
  const curves = curvesOf(figure)
  const greatest = Math.max(
    ...curves.flatMap(({ points, path = [] }) => [...points, ...path].map(({ y }) => y)),
    ...marksOf(figure).flatMap(({ points }) => points.map(({ interval }) => interval[1])),
  )
  const abscissae = figure.series.flatMap(({ points }) => points.map(({ x }) => x))
  const integers = abscissae.every(Number.isInteger)
  const custom =
    (draw: (scales: Scales) => SvgNode) =>
    (_index: unknown, scales: unknown): SvgNode =>
      draw(scales as Scales)
  const svg = Plot.plot({
    document: document as never,
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    className: 'isacnet',
    style: { fontSize: `${fontSize - 1}px`, fontFamily, color: ink, background: '#ffffff' } as never,
    x: { label: null, domain: [figure.x.from ?? Math.min(...abscissae), Math.max(...abscissae)], inset: 10 },
    y: { label: null, domain: [0, headroom * greatest], nice: true },
    marks: [
      custom(() => svgElement(document, 'rect', { width, height, fill: '#ffffff' })) as never,
      Plot.gridX({ ticks: integers ? integerTicks(abscissae) : 9, stroke: '#dddddd', strokeOpacity: 1 }),
      Plot.gridY({ ticks: 7, stroke: '#dddddd', strokeOpacity: 1 }),
      Plot.axisX({ ticks: integers ? integerTicks(abscissae) : 9, tickSize: 5, label: null, fontSize: fontSize - 1 }),
      Plot.axisY({ ticks: 7, tickSize: 5, label: null, fontSize: fontSize - 1 }),
      Plot.frame({ stroke: ink }),
      ...curves.map((series) =>
        Plot.line(series.path ?? series.points, {
          x: 'x',
          y: 'y',
          stroke: style.member(series.member).colour,
          strokeWidth: 1.8,
          strokeDasharray: style.method(series.methodName).dashes.join(' ') || null,
        } as never),
      ),
      ...curves.map((series) => {
        const { colour, marker } = style.member(series.member)
        const { markerFilled, markerScale } = style.method(series.methodName)
        return Plot.dot(series.points, {
          x: 'x',
          y: 'y',
          symbol: markerShapes[marker],
          r: markerRadius * markerScale,
          fill: markerFilled ? colour : 'none',
          stroke: colour,
          strokeWidth: 1.2,
        } as never)
      }),
      custom((scales) => simulationMarks(document, figure, style, scales)) as never,
      custom((scales) => maxima(document, figure, scales)) as never,
      custom(() => lettering(document, figure)) as never,
      custom(() => legend(document, figure, style.legend)) as never,
    ],
  }) as unknown as SvgNode & {
    prepend(...children: SvgNode[]): void
    querySelector(selector: string): { remove(): void } | null
  }
  svg.querySelector('style')?.remove()
  const title = svgElement(document, 'title')
  title.textContent = `Figure ${figure.number}: ${figure.title}`
  const description = svgElement(document, 'desc')
  description.textContent = plainText(figure.caption)
  svg.prepend(title, description)
  for (const [name, value] of Object.entries({
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'font-family': fontFamily,
    'font-size': String(fontSize - 1),
  }))
    svg.setAttribute(name, value)
  return `${withShortCoordinates(svg.outerHTML)}\n`
}

/** Thousandths of a pixel are enough, and don't depend on how a machine rounds. */
const withShortCoordinates = (svg: string): string =>
  svg.replace(/="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 1000) / 1000)),
  )

/** At most ten or so ticks on whole numbers, at steps that people count in. */
const integerTicks = (values: readonly number[]): number[] => {
  const first = Math.min(...values)
  const last = Math.max(...values)
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => (last - first) / candidate <= 11) ?? 100
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
  return [...new Set([first, ...ticks.filter((tick) => tick >= first)])]
}

const withUnit = (label: string, unit: string): string => (unit === '' ? label : `${label} (${unit})`)

const lettering = (document: SvgDocument, figure: FigureData): SvgNode => {
  const middleX = (margin.left + width - margin.right) / 2
  const middleY = (margin.top + height - margin.bottom) / 2
  const text = { fill: ink, 'text-anchor': 'middle' }
  return svgElement(document, 'g', { 'aria-label': 'labels' }, [
    svgLabel(document, `Figure ${figure.number}: ${figure.title}`, fontSize + 1, {
      fill: ink,
      x: margin.left,
      y: 30,
      'text-anchor': 'start',
      'font-weight': 'bold',
    }),
    svgLabel(document, withUnit(figure.x.label, figure.x.unit), fontSize, { ...text, x: middleX, y: height - 16 }),
    svgLabel(document, withUnit(figure.y.label, figure.y.unit), fontSize, {
      ...text,
      transform: `translate(20,${middleY}) rotate(-90)`,
    }),
  ])
}

/** The mathematics in an axis label: `users per cell $K$` has `$K$`. */
const variable = (label: string): string => /\$[^$]+\$/.exec(label)?.[0] ?? 'abscissa'

const ring = (document: SvgDocument, x: number, y: number): SvgNode =>
  svgElement(document, 'circle', { cx: x, cy: y, r: 10, fill: 'none', stroke: ink, 'stroke-width': 1.6 })

const simulationMarks = (document: SvgDocument, figure: FigureData, style: SeriesStyle, { x, y }: Scales): SvgNode =>
  svgElement(
    document,
    'g',
    { 'aria-label': 'simulation' },
    marksOf(figure).flatMap(({ member, points }) =>
      points.map((point) => {
        const [lower, upper] = point.interval
        const place = { x: x(point.x), y: y(point.y), lower: y(lower), upper: y(upper) }
        return simulationMark(document, place, style.member(member).colour)
      }),
    ),
  )

const maxima = (document: SvgDocument, figure: FigureData, scales: Scales): SvgNode => {
  const rings = curvesOf(figure).flatMap((series) => {
    const point: FigurePoint | undefined = series.maximum === null ? undefined : series.points[series.maximum]
    if (point === undefined) return []
    const x = scales.x(point.x)
    const y = scales.y(point.y)
    return [
      ring(document, x, y),
      svgLabel(document, String(point.x), fontSize - 2, {
        x,
        y: y - 14,
        fill: ink,
        'text-anchor': 'middle',
        stroke: '#ffffff',
        'stroke-width': 3,
        'paint-order': 'stroke',
      }),
    ]
  })
  return svgElement(document, 'g', { 'aria-label': 'maxima' }, rings)
}

/** What is said of marks, once for all that are alike. */
const legendOfMarks = (marks: readonly FigureMarks[]): (readonly [string, string])[] => [
  ...new Map(marks.map((series) => [marksLabel(series).join(), marksLabel(series)])).values(),
]

const lineHeight = 17

const legendText = { fill: ink, 'text-anchor': 'start' }

const legend = (document: SvgDocument, figure: FigureData, entries: readonly LegendEntry[]): SvgNode => {
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
