import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import type { Scales } from '../svg/plot-element.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { chartLayout } from './chart-layout.js'
import { curvesOf, type FigureData } from './figure-data.js'

/** The texts beside points that have one, above falling curves on their right or below on their left, with a white edge. */
export const pointLabels = (document: SvgDocument, figure: FigureData, scales: Scales): SvgNode =>
  svgElement(
    document,
    'g',
    { 'aria-label': 'labels of points' },
    curvesOf(figure).flatMap(({ points, labelsLeft = false }) =>
      points.flatMap(({ x, y, label }) =>
        label === undefined
          ? []
          : [
              svgLabel(document, label, chartLayout.fontSize - 3, {
                x: scales.x(x) + (labelsLeft ? -9 : 9),
                y: scales.y(y) + (labelsLeft ? 12 : -5),
                fill: ink,
                'text-anchor': labelsLeft ? 'end' : 'start',
                stroke: '#ffffff',
                'stroke-width': 3,
                'paint-order': 'stroke',
              }),
            ],
      ),
    ),
  )
