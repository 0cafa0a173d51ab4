import { services, thresholdParameter } from '@isacnet/model'
import { ChartReadout, type ReadableChart } from '../../../charts/chart-readout.js'
import { type ChartTheme, lightTheme, pageTheme } from '../../../charts/chart-theme.js'
import { html } from '../../../charts/element.js'
import type { SheetLegendLine } from '../../../charts/export-image.js'
import { drawLineChart } from '../../../charts/line-chart.js'
import { exportButtons, exportedSize } from '../../share/export-buttons.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import { checkNetwork } from '../../state/parameters/network-check.js'
import { requestKey } from '../../state/request-key.js'
import type { CoverageCurve, Distribution, DistributionRequest } from '../../workers/distribution/distribution.js'
import type { DistributionPart } from '../../workers/distribution/distribution-worker.js'
import { LatestOnly, surroundingsOf } from '../../workers/latest-only.js'
import type { MethodPlace } from '../../workers/theorems/methods-of.js'
import { AnswerFrame } from '../answer-frame.js'
import { isAnswered } from '../answer-state.js'
import { ChartRow, type ChartSize } from '../chart-row.js'
import { curveLook } from '../curve-look.js'
import { scrollingTable } from '../scrolling-table.js'
import { distributionCsv } from './distribution-csv.js'
import { lawChart } from './law-chart.js'
import { lawTable } from './law-table.js'
import { MethodSwitches, placeName } from './method-switches.js'

const none: Distribution = { curves: [], readings: {}, reasons: [] }

/** A request with the methods that it leaves out. */
type Asked = DistributionRequest & { readonly hiddenMethods: readonly string[] }

const requestOf = ({ values, clusters, threshold, hiddenMethods }: ExplorerState): Asked => ({
  values,
  clusters,
  threshold,
  hiddenMethods,
})

/** Who is served how well: P(SIR > θ) of users and targets, with percentiles to read off. */
export class DistributionView {
  readonly element: HTMLElement
  private readonly legend: MethodSwitches
  private readonly charts: ChartRow
  private readonly readout: ChartReadout
  private readonly table = html('table', { class: 'law' })
  private readonly notes = html('p', { class: 'notes' })
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<Asked, DistributionPart>
  private shown = none
  /** All methods that there are, once that is known. */
  private methods: readonly MethodPlace[] = []
  /** The threshold of the law that is shown, in dB. */
  private threshold = 0
  /** The request that is answered by what is shown. */
  private answered: Asked | undefined

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
  ) {
    this.legend = new MethodSwitches(store)
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    this.readout = new ChartReadout(this.charts, 'Distribution of the SIR')
    this.latest = new LatestOnly(
      () =>
        new Worker(new URL('../../workers/distribution/distribution-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, { distribution, methods }, done) => {
          this.methods = methods
          this.take(request, distribution, done)
        },
        failed: (request, reason) => this.frame.state.fail(requestKey(request), reason),
      },
      surroundingsOf(stay),
    )
    const exports = exportButtons({
      name: 'isacnet-distribution',
      store,
      legend: () => this.legendLines(lightTheme),
      charts: () => this.drawings(lightTheme, exportedSize),
      csv: () => distributionCsv(this.curves),
    })
    this.frame = new AnswerFrame({
      label: 'Distribution of the SIR',
      content: [
        this.charts.element,
        html(
          'section',
          { class: 'rates', 'aria-label': 'Coverage and percentiles' },
          scrollingTable('Table of coverage and percentiles', this.table),
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
      this.legend.element,
      this.frame.element,
      this.readout.spoken,
      exports.element,
    )
    store.subscribe(({ view }) => {
      if (view === 'distribution') this.update()
    })
  }

  /** Asks for the laws of the state, unless they are shown already. */
  update(): void {
    const request = requestOf(this.store.state)
    const key = requestKey(request)
    const { state } = this.frame
    state.ask(key)
    const { network, reason } = checkNetwork(request.values)
    if (network === undefined) this.frame.refuse(key, `No distribution: ${reason}`)
    else if (this.hasAll(request)) state.answer(key)
    else if (!state.has(key)) this.latest.request(request)
    // The unit may have changed.
    this.charts.redraw()
  }

  /** Whether only curves were switched off since. */
  private hasAll({ hiddenMethods, ...request }: Asked): boolean {
    if (this.answered === undefined) return false
    const { hiddenMethods: left, ...answered } = this.answered
    return requestKey(request) === requestKey(answered) && left.every((method) => hiddenMethods.includes(method))
  }

  private take(request: Asked, distribution: Distribution, done: boolean): void {
    if (!this.frame.state.answer(requestKey(request), done)) return
    this.shown = distribution
    this.threshold = request.threshold
    this.answered = done ? request : undefined
    this.charts.redraw()
  }

  /** The curves that are switched on. */
  private get curves(): readonly CoverageCurve[] {
    const { hiddenMethods } = this.store.state
    return this.shown.curves.filter(({ asked }) => !hiddenMethods.includes(asked))
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
    const theme = pageTheme()
    this.charts.show(this.drawings(theme, size, this.charts.charts))
    this.readout.refresh()
    this.legend.show(this.methods, this.shown.curves, theme)
    this.table.replaceChildren(...lawTable(this.shown.readings, this.threshold, this.store.state.unit))
    this.notes.textContent = this.shown.reasons.map((reason) => `— ${reason}`).join(' ')
  }

  private drawings(theme: ChartTheme, size: ChartSize, before: readonly ReadableChart[] = []): ReadableChart[] {
    const nothing = this.frame.state.standing.shows === 'none'
    return services.map((definition, index) => {
      const chart = lawChart(definition, this.curves, this.threshold, theme)
      const empty = nothing ? '' : chart.empty
      return { chart, drawn: drawLineChart({ ...chart, empty }, size, theme, before[index]?.drawn) }
    })
  }

  private legendLines(theme: ChartTheme): SheetLegendLine[] {
    const { curves } = this
    return [...new Set(curves.map(({ place }) => place))].toSorted().map((place) => {
      const { colour, dashes, width } = curveLook(place)
      return { text: placeName(this.methods, place, curves), colour: theme[colour], dashes, width }
    })
  }
}
