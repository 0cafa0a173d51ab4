import { html, svg } from '../../charts/element.js'

/** How a line looks. */
interface LegendLine {
  readonly colour: string
  readonly dashes: readonly number[]
  readonly width: number
}

/** A piece of a line, for a legend. */
export const lineSample = ({ colour, dashes, width }: LegendLine): SVGSVGElement =>
  svg(
    'svg',
    { width: 34, height: 10, 'aria-hidden': 'true' },
    svg('line', {
      x1: 0,
      x2: 34,
      y1: 5,
      y2: 5,
      stroke: colour,
      'stroke-width': width,
      'stroke-dasharray': dashes.join(' '),
    }),
  )

/** An entry of a legend: a piece of the line, and what it is called. */
export const legendEntry = (text: string, line: LegendLine): HTMLElement =>
  html('span', { class: 'entry' }, lineSample(line), text)
