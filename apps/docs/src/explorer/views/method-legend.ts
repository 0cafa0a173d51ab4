import type { ChartTheme } from '../../charts/chart-theme.js'
import { html, svg } from '../../charts/element.js'
import { curveLook } from './curve-look.js'

/** How a line looks. */
interface LegendLine {
  readonly colour: string
  readonly dashes: readonly number[]
  readonly width: number
}

/** An entry of a legend: a piece of the line, and what it is called. */
export const legendEntry = (text: string, { colour, dashes, width }: LegendLine): HTMLElement =>
  html(
    'span',
    { class: 'entry' },
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
    ),
    text,
  )

/** The entries of a legend, in the order of the methods' places: what curves of a look are called. */
export const legendEntries = (names: readonly (readonly string[])[], theme: ChartTheme): HTMLElement[] =>
  names.map((entry, place) => {
    const look = curveLook(place)
    return legendEntry(entry.join(' · '), { ...look, colour: theme[look.colour] })
  })
