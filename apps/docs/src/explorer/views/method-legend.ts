import type { ChartTheme } from '../../charts/chart-theme.js'
import { html, svg } from '../../charts/element.js'
import { curveLook } from './method-curves.js'

/** The entries of a legend, in the order of the methods' places: what curves of a look are called. */
export const legendEntries = (names: readonly (readonly string[])[], theme: ChartTheme): HTMLElement[] =>
  names.map((entry, place) => {
    const { colour, dashes, width } = curveLook(place)
    return html(
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
          stroke: theme[colour],
          'stroke-width': width,
          'stroke-dasharray': dashes.join(' '),
        }),
      ),
      entry.join(' · '),
    )
  })
