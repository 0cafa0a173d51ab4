import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import type { Scales } from '../svg/plot-element.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { chartLayout } from './chart-layout.js'
import { curvesOf, type FigureData } from './figure-data.js'

/** The texts beside points that have one, right of falling curves, on a white edge. */
export const pointLabels = (document: SvgDocument, figure: FigureData, scales: Scales): SvgNode =>
  svgElement(
    document,
    'g',
    { 'aria-label': 'labels of points' },
    curvesOf(figure).flatMap(({ points }) =>
      points.flatMap(({ x, y, label }) =>
        label === undefined
          ? []
          : [
              svgLabel(document, label, chartLayout.fontSize - 3, {
                x: scales.x(x) + 8,
                y: scales.y(y) - 5,
                fill: ink,
                'text-anchor': 'start',
                stroke: '#ffffff',
                'stroke-width': 3,
                'paint-order': 'stroke',
              }),
            ],
      ),
    ),
  )
