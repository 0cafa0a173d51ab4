import type { ChartTheme } from '../../../charts/chart-theme.js'
import type { LineChart } from '../../../charts/chart-types.js'
import { svg } from '../../../charts/element.js'
import type { DrawnChart } from '../../../charts/line-chart.js'

/** In pixels. */
const lineHeight = 15

/**
 * Writes the names and values of horizontal lines beside them, at the right end; of one that is beyond the axis, at the edge with an arrow to where it
 * is.
 *
 * @param names - of the lines that are named.
 */
export const labelLines = (
  chart: LineChart,
  { x, y, content }: DrawnChart,
  names: readonly string[],
  theme: ChartTheme,
): void => {
  const [bottom, top] = y.range
  const [, right] = x.range
  const labels = chart.lines
    .flatMap(({ name, colour, points }) => {
      const value = points.at(-1)?.y
      if (value === undefined || !names.includes(name)) return []
      const at = y(value)
      const beyond = at < top ? ' ↑' : at > bottom ? ' ↓' : ''
      return [
        { text: `${name} ${Number(value.toPrecision(5))}${beyond}`, colour, at: Math.min(bottom, Math.max(top, at)) },
      ]
    })
    .toSorted((a, b) => a.at - b.at)
  // From above: each below the one before, none above the top; what has come too low moves the others up.
  const places: number[] = []
  for (const { at } of labels)
    places.push(Math.max(at - 5, top + 11, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + lineHeight))
  for (let index = places.length - 1, limit = bottom - 5; index >= 0; index--, limit = places[index + 1]! - lineHeight)
    places[index] = Math.min(places[index]!, limit)
  content.append(
    ...labels.map(({ text, colour }, index) =>
      svg(
        'text',
        {
          x: right,
          y: Math.round(places[index]!),
          fill: colour,
          'text-anchor': 'end',
          'font-weight': 600,
          stroke: theme.background,
          'stroke-width': 4,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        },
        text,
      ),
    ),
  )
}
