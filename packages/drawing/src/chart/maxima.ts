import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import type { Scales } from '../svg/plot-element.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { chartLayout } from './chart-layout.js'
import { curvesOf, type FigureData, type FigurePoint } from './figure-data.js'

/** The ring around the greatest value of a curve. */
export const ring = (document: SvgDocument, x: number, y: number): SvgNode =>
  svgElement(document, 'circle', { cx: x, cy: y, r: 10, fill: 'none', stroke: ink, 'stroke-width': 1.6 })

/** The rings of all curves that have one, each with its abscissa. */
export const maxima = (document: SvgDocument, figure: FigureData, scales: Scales): SvgNode => {
  const rings = curvesOf(figure).flatMap((series) => {
    const point: FigurePoint | undefined = series.maximum === null ? undefined : series.points[series.maximum]
    if (point === undefined) return []
    const x = scales.x(point.x)
    const y = scales.y(point.y)
    return [
      ring(document, x, y),
      svgLabel(document, String(point.x), chartLayout.fontSize - 2, {
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
