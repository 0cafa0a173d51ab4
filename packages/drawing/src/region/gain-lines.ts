import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import type { Scales } from '../svg/plot-element.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import type { RegionDrawing, RegionGain } from './region-drawing.js'
import { regionLayout } from './region-layout.js'

/** The largest gains: lines with a bar at each end, and a letter that the legend explains. */
export const gainLines = (
  document: SvgDocument,
  { gains: { atEqualCommunication, atEqualSensing } }: RegionDrawing,
  { x, y }: Scales,
): SvgNode => {
  const parts: SvgNode[] = []
  const draw = ({ from, to, gain }: RegionGain, letter: string): void => {
    if (!(gain > 0)) return
    const [x1, y1, x2, y2] = [x(from.communication), y(from.sensing), x(to.communication), y(to.sensing)]
    const vertical = letter === 'A'
    const bar = (px: number, py: number): string => (vertical ? `M${px - 4},${py}h8` : `M${px},${py - 4}v8`)
    parts.push(
      svgElement(document, 'path', {
        d: `M${x1},${y1}L${x2},${y2}${bar(x1, y1)}${bar(x2, y2)}`,
        fill: 'none',
        stroke: ink,
        'stroke-width': 1.4,
      }),
      svgLabel(document, letter, regionLayout.fontSize - 1, {
        x: vertical ? x1 - 9 : x1 + 0.6 * (x2 - x1),
        y: vertical ? (y1 + y2) / 2 + 5 : y1 + 17,
        fill: ink,
        'font-weight': 'bold',
        'text-anchor': vertical ? 'end' : 'middle',
        stroke: '#ffffff',
        'stroke-width': 3.5,
        'paint-order': 'stroke',
      }),
    )
  }
  draw(atEqualCommunication, 'A')
  draw(atEqualSensing, 'B')
  return svgElement(document, 'g', { 'aria-label': 'gains' }, parts)
}
