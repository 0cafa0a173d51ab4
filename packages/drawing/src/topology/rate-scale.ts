import type { MapColours } from '../map/map-colours.js'
import { ink } from '../style/colours.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { pixels } from './topology-view.js'

const width = 200
const steps = 50

/** The scale of the colours of receivers: a bar with ticks. */
export const rateScale = (
  document: SvgDocument,
  { of, domain: [from, to], logarithmic, ticks }: MapColours,
  unit: string,
  { x, y }: { readonly x: number; readonly y: number },
): SvgNode => {
  const text = (content: string, attributes: Readonly<Record<string, string | number>>): SvgNode => {
    const element = svgElement(document, 'text', { fill: ink, 'font-size': 13, ...attributes })
    element.textContent = content
    return element
  }
  const share = (value: number): number =>
    logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from)
  const valueAt = (part: number): number => (logarithmic ? from * (to / from) ** part : from + (to - from) * part)
  // Every second tick where they are many.
  const few = ticks.filter((_, i) => ticks.length < 7 || i % 2 === 0)
  return svgElement(document, 'g', { role: 'group', 'aria-label': 'scale of colours' }, [
    text(`mean rate (${unit}); more: last colour`, { x, y: y + 4 }),
    ...Array.from({ length: steps }, (_, i) =>
      svgElement(document, 'rect', {
        x: pixels(x + (i * width) / steps),
        y: y + 11,
        width: pixels(width / steps + 0.4),
        height: 12,
        fill: of(valueAt((i + 0.5) / steps)),
      }),
    ),
    ...few.flatMap((tick) => {
      const at = pixels(x + width * share(tick))
      return [
        svgElement(document, 'line', { x1: at, x2: at, y1: y + 23, y2: y + 27, stroke: ink }),
        text(String(Number(tick.toPrecision(3))), { x: at, y: y + 40, 'text-anchor': 'middle' }),
      ]
    }),
  ])
}
