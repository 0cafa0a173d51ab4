import { csvText } from '@isacnet/drawing'
import { fromNats, rateUnit, type ServiceDefinition, services, thresholdParameter } from '@isacnet/model'
import { type ChartTheme, lightTheme, pageTheme } from '../../charts/chart-theme.js'
import { html } from '../../charts/element.js'
import { drawingSheet } from '../../charts/export-image.js'
import { drawLineChart, type LineChart } from '../../charts/line-chart.js'
import { exportButtons } from '../share/export-buttons.js'
import type { ExplorerStore } from '../state/explorer-state.js'
import { checkNetwork } from '../state/network-check.js'
import { requestKey } from '../state/request-key.js'
import type { Distribution, DistributionRequest, LawReadings } from '../workers/distribution.js'
import { shownFalseAlarm, shownPercentiles } from '../workers/distribution.js'
import type { DistributionPart } from '../workers/distribution-worker.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import { AnswerFrame } from './answer-frame.js'
import { isAnswered } from './answer-state.js'
import { capitalised } from './capitalised.js'
import { ChartRow, type ChartSize } from './chart-row.js'
import { curveLook } from './curve-look.js'
import { legendEntries } from './method-legend.js'

const none: Distribution = { curves: [], readings: {}, reasons: [] }

/** Who is served how well: P(SIR > θ) of users and targets, with percentiles to read off. */
export class DistributionView {
  readonly element: HTMLElement
  private readonly legend = html('p', { class: 'legend' })
  private readonly charts: ChartRow
  private readonly table = html('table', { class: 'law' })
  private readonly notes = html('p', { class: 'notes' })
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<DistributionRequest, DistributionPart>
  private shown = none
  private threshold = 0

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
  ) {
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    this.latest = new LatestOnly(
      () => new Worker(new URL('../workers/distribution-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, { distribution }, done) => this.take(request, distribution, done),
        failed: (request, reason) => this.frame.state.fail(requestKey(request), reason),
      },
      surroundingsOf(stay),
    )
    const exports = exportButtons({
      name: 'isacnet-distribution',
      drawing: () => drawingSheet(this.drawings(lightTheme, { width: 460, height: 300 }), 2),
      csv: () => distributionCsv(this.shown),
    })
    this.frame = new AnswerFrame({
      label: 'Distribution of the SIR',
      content: [
        this.legend,
        this.charts.element,
        html(
          'section',
          { class: 'rates', 'aria-label': 'Coverage and percentiles' },
          html(
            'div',
            { class: 'scrolls', tabindex: '0', role: 'group', 'aria-label': 'Table of coverage and percentiles' },
            this.table,
          ),
          this.notes,
        ),
      ],
      stay,
      retry: () => this.update(),
      changed: (standing) => exports.enable(isAnswered(standing)),
    })
    this.element = html(
      'div',
      { class: 'view distribution' },
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'distribution-threshold' }, 'Threshold θ '),
        this.thresholdField(),
        ' dB',
      ),
      this.frame.element,
      exports.element,
    )
    store.subscribe(({ view }) => {
      if (view === 'distribution') this.update()
    })
  }

  /** Asks for the laws of the state, unless they are shown already. */
  update(): void {
    const { values, clusters, threshold } = this.store.state
    const request = { values, clusters, threshold }
    const key = requestKey(request)
    const { state } = this.frame
    state.ask(key)
    const { network, reason } = checkNetwork(values)
    if (network === undefined) this.frame.refuse(key, `No distribution: ${reason}`)
    else if (!state.has(key)) this.latest.request(request)
    // The unit may have changed.
    this.charts.redraw()
  }

  private take(request: DistributionRequest, distribution: Distribution, done: boolean): void {
    if (!this.frame.state.answer(requestKey(request), done)) return
    this.shown = distribution
    this.threshold = request.threshold
    this.charts.redraw()
  }

  private thresholdField(): HTMLInputElement {
    const field = html('input', {
      id: 'distribution-threshold',
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      title: thresholdParameter.permitted,
    })
    const show = (): void => {
      field.value = String(this.store.state.threshold)
    }
    field.addEventListener('change', () => {
      const threshold = field.value.trim() === '' ? Number.NaN : Number(field.value)
      if (thresholdParameter.permits(threshold)) this.store.set({ threshold })
      else show()
    })
    this.store.subscribe(show)
    show()
    return field
  }

  private draw(size: ChartSize): void {
    this.charts.element.replaceChildren(...this.drawings(pageTheme(), size))
    this.legend.replaceChildren(...legendEntries(this.methodNames(), pageTheme()))
    this.table.replaceChildren(...this.rows())
    this.notes.textContent = this.shown.reasons.map((reason) => `— ${reason}`).join(' ')
  }

  /** The methods that are drawn in each look, of both services. */
  private methodNames(): string[][] {
    const of = services.map(({ service }) =>
      this.shown.curves.filter((curve) => curve.service === service).map(({ title }) => title),
    )
    const places = Math.max(0, ...of.map(({ length }) => length))
    return Array.from({ length: places }, (_, place) => [
      ...new Set(of.flatMap((names) => names.slice(place, place + 1))),
    ])
  }

  private drawings(theme: ChartTheme, size: ChartSize): SVGSVGElement[] {
    return services.map((definition) => drawLineChart(this.chart(definition, theme), size, theme).element)
  }

  private chart({ service, receiver }: ServiceDefinition, theme: ChartTheme): LineChart {
    const curves = this.shown.curves.filter((curve) => curve.service === service)
    return {
      title: `Coverage of a ${receiver}`,
      xLabel: ['threshold θ (dB)'],
      yLabel: ['P(SIR > θ)'],
      xDomain: [-20, 40],
      xScale: 'linear',
      integerX: false,
      fromZero: true,
      upTo: 1,
      lines: curves.map(({ title, points }, place) => {
        const { colour, dashes, width } = curveLook(place)
        return { name: title, colour: theme[colour], dashes, width, marked: false, points }
      }),
      rule: this.threshold,
      empty: this.frame.state.standing.shows === 'none' ? '' : 'No law of the SIR could be computed.',
    }
  }

  private rows(): HTMLElement[] {
    const { unit } = this.store.state
    const { readings } = this.shown
    const of = (text: (found: LawReadings) => string): string[] =>
      services.map(({ service }) => {
        const found = readings[service]
        return found === undefined ? '—' : text(found)
      })
    const row = (head: string, cells: readonly string[]): HTMLElement =>
      html('tr', {}, html('th', { scope: 'row' }, head), ...cells.map((cell) => html('td', {}, cell)))
    const { sensing } = readings
    const both = (errors: readonly [number, number] | undefined, sign: string): string =>
      errors === undefined ? '—' : `${short(errors[0])}${sign}, ${short(errors[1])}${sign}`
    return [
      html(
        'thead',
        {},
        html(
          'tr',
          {},
          html('th', { scope: 'col' }, ''),
          ...services.map(({ receiver }) => html('th', { scope: 'col' }, capitalised(receiver))),
        ),
      ),
      html(
        'tbody',
        {},
        row(
          `coverage at ${String(this.threshold).replace('-', '−')} dB`,
          of(({ coverage }) => coverage.toPrecision(6)),
        ),
        ...shownPercentiles.map((percentile, i) =>
          row(
            `${percentile} % don’t reach`,
            of(({ percentiles }) => {
              const { sirDb, rate } = percentiles[i]!
              // Where there is little room, it breaks after the comma.
              return `${sirDb.toFixed(2).replace('-', '−')}\u00a0dB, ${short(fromNats(rate, unit))}\u00a0${rateUnit(unit)}`
            }),
          ),
        ),
        row(`detection at ${shownFalseAlarm.toExponential()}`, [
          '',
          sensing?.detection === undefined ? '—' : sensing.detection.toPrecision(6),
        ]),
        row('angle error of half, of 95 %', ['', both(sensing?.angleErrors, '°')]),
        ...(sensing?.rangeErrors === undefined
          ? []
          : [row('range error of half, of 95 %', ['', both(sensing.rangeErrors, ' m')])]),
      ),
    ]
  }
}

const short = (value: number): string => String(Number(value.toPrecision(4))).replace('e-', 'e−')

/** Curves as CSV (RFC 4180), numbers in full precision. */
const distributionCsv = ({ curves }: Distribution): string =>
  csvText([
    ['service', 'method', 'threshold_db', 'coverage'],
    ...curves.flatMap(({ service, method, points }) =>
      points.flatMap(({ x, y }) => (Number.isFinite(y) ? [[service, method, x, y]] : [])),
    ),
  ])
