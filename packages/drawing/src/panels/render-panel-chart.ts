import { ink } from '../style/colours.js'
import { fontFamily } from '../style/typeface.js'
import { drawingDocument } from '../svg/drawing-document.js'
import type { PlotElement } from '../svg/plot-element.js'
import { withShortCoordinates } from '../svg/short-coordinates.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import type { PanelChart } from './panel-chart.js'
import { fontSize, headHeight, legendRowHeight, margin, panelGap, panelHeight, panelWidth } from './panel-layout.js'
import { legendPlot, panelLegend } from './panel-legend.js'
import { panelPlot } from './panel-plot.js'
import { panelStyle } from './panel-style.js'

/**
 * Draws panels side by side over one abscissa. Members are told apart by colour and symbol, methods by dashes. Simulated values are open
 * symbols with their intervals. The legend stands below. Equal charts give equal text.
 *
 * @example
 * const point = { x: 1, y: 2, lower: 2, upper: 2, panel: 'R_c (nat/s/Hz)', member: 'M_t = 20', method: 'exact', simulated: false }
 * const chart = { title: 'Rates', x: { label: 'K', values: [1] }, panels: [point.panel], points: [point], confidence: 0.95 }
 * (await renderPanelChart(chart)).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document, 470 pixels wide for each panel and 20 between them.
 */
export const renderPanelChart = async (chart: PanelChart, given?: SvgDocument): Promise<string> => {
  const document = await drawingDocument(given)
  const Plot = await import('@observablehq/plot')
  const style = panelStyle(chart.points)
  const tools = { Plot, document, style }
  const entries = panelLegend(chart, style)
  const legendHeight = legendRowHeight * entries.length + 10
  const width = chart.panels.length * (panelWidth + panelGap) - panelGap
  const height = headHeight + panelHeight + legendHeight
  const title = svgElement(document, 'title')
  title.textContent = chart.title
  const text = (
    content: string,
    x: number,
    y: number,
    attributes: Readonly<Record<string, string | number>>,
  ): SvgNode => {
    const element = svgElement(document, 'text', { x, y, fill: ink, ...attributes })
    element.textContent = content
    return element
  }
  const svg = svgElement(
    document,
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ role: 'img', width, height, viewBox: `0 0 ${width} ${height}` },
      ...{ 'font-family': fontFamily, 'font-size': fontSize },
    },
    [
      title,
      svgElement(document, 'rect', { width, height, fill: '#ffffff' }),
      text(chart.title, margin.left, 26, { 'font-size': 16, 'font-weight': 'bold' }),
      ...chart.panels.flatMap((label, index) => {
        const left = index * (panelWidth + panelGap)
        const middle = left + (margin.left + panelWidth - margin.right) / 2
        const centred = { 'text-anchor': 'middle', 'font-size': 14 }
        return [
          placed(panelPlot(chart, label, tools), left, headHeight),
          text(label, middle, headHeight + 22, centred),
          text(chart.x.label, middle, headHeight + panelHeight - 12, centred),
        ]
      }),
      placed(legendPlot(entries, width, legendHeight, tools), 0, headHeight + panelHeight),
    ],
  )
  return `${withShortCoordinates(svg.outerHTML)}\n`
}

/** A plot as a part of a larger picture. */
const placed = (plot: PlotElement, x: number, y: number): SvgNode => {
  plot.querySelector('style')?.remove()
  for (const [name, value] of Object.entries({
    ...{ x, y },
    'font-family': fontFamily,
    'font-size': fontSize,
  }))
    plot.setAttribute(name, String(value))
  return plot
}
