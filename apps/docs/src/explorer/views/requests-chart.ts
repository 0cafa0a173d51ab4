import { pageTheme } from '../../charts/chart-theme.js'
import { html, withSymbols } from '../../charts/element.js'
import { drawLineChart } from '../../charts/line-chart.js'
import type { ShownRequests } from '../workers/theorems/requests.js'
import { ChartRow, type ChartSize } from './chart-row.js'
import { legendEntry } from './method-legend.js'

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`

/** How many requests to null base stations get, beside how many they grant. */
export class RequestsChart {
  readonly element: HTMLElement
  private shown: ShownRequests | null = null
  private readonly charts: ChartRow
  private readonly legend = html('div', { class: 'legend' })
  private readonly sentence = html('p', { class: 'sentence' })

  constructor(stay: AbortSignal) {
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    this.element = html(
      'details',
      { class: 'view requests', open: true, hidden: true },
      html('summary', {}, 'Requests to null that base stations get'),
      this.charts.element,
      this.legend,
      this.sentence,
    )
  }

  /** `null` where there are none. */
  show(requests: ShownRequests | null): void {
    this.shown = requests
    this.element.hidden = requests === null
    this.sentence.replaceChildren(...(requests === null ? [] : withSymbols(sentenceOf(requests))))
    this.charts.redraw()
  }

  private draw(size: ChartSize): void {
    const { shown } = this
    if (shown === null) return
    const theme = pageTheme()
    const looks = [
      { name: 'typical base station', law: shown.typical, colour: theme.blue, dashes: [], width: 2.2 },
      {
        name: 'the one that serves a user or target',
        law: shown.serving,
        colour: theme.vermillion,
        dashes: [7, 4],
        width: 1.7,
      },
    ]
    const { element } = drawLineChart(
      {
        title: 'Probability of n requests',
        xLabel: ['requests n; the line is how many are granted'],
        yLabel: ['P(N = n)'],
        xDomain: [0, shown.typical.length - 1],
        xScale: 'linear',
        integerX: true,
        fromZero: true,
        lines: looks.map(({ law, ...look }) => ({ ...look, marked: true, points: law.map((y, x) => ({ x, y })) })),
        rule: shown.capacity,
        empty: '',
      },
      size,
      theme,
    )
    this.charts.element.replaceChildren(element)
    this.legend.replaceChildren(...looks.map(({ name, ...look }) => legendEntry(name, look)))
  }
}

const sentenceOf = ({ capacity, means, givenUp: { users, targets } }: ShownRequests): string => {
  const shares = [
    ...(users === undefined ? [] : [`${percent(users)} of the requests of users`]),
    ...(targets === undefined ? [] : [`${percent(targets)} of those of targets`]),
  ]
  return (
    `A base station gets ${means.typical.toFixed(1)} requests on average, one that serves the typical receiver ${means.serving.toFixed(1)} from others, and ` +
    `grants up to M_t − K = ${capacity}: ${shares.join(' and ')} are given up.`
  )
}
