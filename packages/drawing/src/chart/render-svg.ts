import { plainText } from '../label/label.js'
import { lettering } from '../label/lettering.js'
import { withUnit } from '../label/with-unit.js'
import { ink } from '../style/colours.js'
import { markerShapes } from '../style/marker-shape.js'
import { fontFamily } from '../style/typeface.js'
import { drawingDocument } from '../svg/drawing-document.js'
import { customMark, type PlotElement, type Scales } from '../svg/plot-element.js'
import { plotPicture } from '../svg/plot-picture.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { chartLayout, headroom, markerRadius } from './chart-layout.js'
import { chartLegend } from './chart-legend.js'
import { curvesOf, type FigureData, type FigurePoint, figureHeading, marksOf } from './figure-data.js'
import { maxima } from './maxima.js'
import { pointLabels } from './point-labels.js'
import { type SeriesStyle, seriesStyle } from './series-style.js'
import { simulationMark } from './simulation-mark.js'

const { width, height, margin, fontSize } = chartLayout

/**
 * Draws a figure with Observable Plot. The legend stands beside the plot area, so it covers nothing. Equal figures give
 * equal text; the font is named, not embedded.
 *
 * @example
 * (await renderSvg(await computeFigure('fig5'))).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document of 820 × 500 pixels.
 */
export const renderSvg = async (figure: FigureData, given?: SvgDocument): Promise<string> => {
  const document = await drawingDocument(given)
  const Plot = await import('@observablehq/plot')
  const style = seriesStyle(figure)
  const curves = curvesOf(figure)
  const greatest = Math.max(
    ...curves.flatMap(({ points, path = [] }) => [...points, ...path].map(({ y }) => y)),
    ...marksOf(figure).flatMap(({ points }) => points.map(({ interval }) => interval[1])),
  )
  const abscissae = figure.series.flatMap(({ points }) => points.map(({ x }) => x))
  const integers = figure.x.to === undefined && abscissae.every(Number.isInteger)
  const title = figureHeading(figure)
  const labels = { title, x: withUnit(figure.x.label, figure.x.unit), y: withUnit(figure.y.label, figure.y.unit) }
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
    x: {
      label: null,
      domain: [figure.x.from ?? Math.min(...abscissae), figure.x.to ?? Math.max(...abscissae)],
      inset: 10,
    },
    y: { label: null, domain: [0, headroom * greatest], nice: true },
    marks: [
      customMark(() => svgElement(document, 'rect', { width, height, fill: '#ffffff' })),
      Plot.gridX({ ticks: integers ? integerTicks(abscissae) : 9, stroke: '#dddddd', strokeOpacity: 1 }),
      Plot.gridY({ ticks: 7, stroke: '#dddddd', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: integers ? integerTicks(abscissae) : 9,
        ...(integers ? { tickFormat: 'd' } : {}),
        tickSize: 5,
        label: null,
        fontSize: fontSize - 1,
      }),
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
        return Plot.dot(thinned(series.points), {
          x: 'x',
          y: 'y',
          symbol: markerShapes[marker],
          r: markerRadius * markerScale,
          fill: markerFilled ? colour : 'none',
          stroke: colour,
          strokeWidth: 1.2,
        } as never)
      }),
      customMark((scales) => simulationMarks(document, figure, style, scales)),
      ...(curves.some(({ points }) => points.some(({ label }) => label !== undefined))
        ? [customMark((scales) => pointLabels(document, figure, scales))]
        : []),
      customMark((scales) => maxima(document, figure, scales)),
      customMark(() => lettering(document, labels, chartLayout)),
      customMark(() => chartLegend(document, figure, style.legend)),
    ],
  }) as unknown as PlotElement
  return plotPicture(document, svg, {
    title: plainText(title),
    description: plainText(figure.caption),
    fontSize: fontSize - 1,
  })
}

/** More markers on one curve run into each other. */
const mostMarkers = 32

/** All points of a curve, or some of them where they are very many. */
const thinned = (points: readonly FigurePoint[]): readonly FigurePoint[] => {
  const every = points.length > mostMarkers ? Math.ceil(points.length / 12) : 1
  return points.filter((_, index) => index % every === 0)
}

/** At most ten or so ticks on whole numbers, at steps that people count in. */
const integerTicks = (values: readonly number[]): number[] => {
  const first = Math.min(...values)
  const last = Math.max(...values)
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => (last - first) / candidate <= 11) ?? 100
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
  return [...new Set([first, ...ticks.filter((tick) => tick >= first)])]
}

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
