import { html } from '../../charts/element.js'
import { lineSample } from '../../charts/line-chart.js'

/** How a line looks. */
type LegendLine = Parameters<typeof lineSample>[0]

/** An entry of a legend: a piece of the line, and what it is called. */
export const legendEntry = (text: string, line: LegendLine): HTMLElement =>
  html('span', { class: 'entry' }, lineSample(line), text)
