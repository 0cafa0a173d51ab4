import { fromNats } from '@isacnet/model'
import { type ChartTheme, lightTheme, onThemeChange, pageTheme } from '../charts/chart-theme.js'
import { html, svg, symbolElement, symbolRuns } from '../charts/element.js'
import { drawingSheet } from '../charts/export-image.js'
import { drawLineChart, type LineChart } from '../charts/line-chart.js'
import { quantityUnit } from './curves-view.js'
import type { ExplorerStore } from './explorer-state.js'
import { exportButtons } from './export-buttons.js'
import { checkNetwork } from './network-check.js'
import { rateText } from './number-format.js'
import type { SimulatedInterval, SimulationReport, SimulationRequest } from './simulation-worker.js'
import type { NetworkRates } from './sweep.js'

const confidence = 0.99
/** When both intervals are so narrow, relative to the mean, nothing moves any more in the picture. */
const relativeError = 1e-4

interface Shown {
  readonly trials: number
  readonly communication: SimulatedInterval
  readonly sensing: SimulatedInterval
}

const quantities = [
  { symbol: 'R_c', title: 'Average rate of a user', kind: 'communication' },
  { symbol: 'R_s', title: 'Average rate of a target', kind: 'sensing' },
] as const

/** Monte Carlo in a worker, whose interval closes in on the theorem's line. */
export class SimulationView {
  readonly element: HTMLElement
  private readonly charts = html('div', { class: 'charts' })
  private readonly legend = html('p', { class: 'legend' })
  private readonly start = html('button', { type: 'button', class: 'primary' }, 'Start')
  private readonly stop = html('button', { type: 'button', disabled: true }, 'Stop')
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly results = html('dl', { class: 'results' })
  private readonly fidelity = html(
    'select',
    { id: 'explorer-fidelity' },
    html('option', { value: 'gain-law' }, 'gains in law, as the theorems assume'),
    html('option', { value: 'channel' }, 'whole networks: requests counted, precoders built'),
  )
  private readonly seed: HTMLInputElement
  private worker: Worker | undefined
  private history: Shown[] = []
  private rates: NetworkRates | undefined
  private frame: number | undefined

  constructor(private readonly store: ExplorerStore) {
    this.seed = html('input', { id: 'simulation-seed', type: 'text', inputmode: 'numeric', value: store.state.seed })
    this.seed.addEventListener('change', () => {
      const seed = Number(this.seed.value)
      if (Number.isSafeInteger(seed) && seed >= 0) store.set({ seed })
      else this.seed.value = String(store.state.seed)
    })
    this.start.addEventListener('click', () => this.run())
    this.stop.addEventListener('click', () => {
      this.stop.disabled = true
      this.worker?.postMessage('stop')
    })
    this.fidelity.addEventListener('change', () => this.forget('Not started.'))
    store.subscribe((state, before) => {
      this.seed.value = String(state.seed)
      if (state.values !== before.values || state.clusters !== before.clusters || state.seed !== before.seed)
        this.forget('The network changed: what was simulated is another one’s.')
      else if (state.unit !== before.unit) this.redraw()
    })
    this.element = html(
      'div',
      { class: 'view simulation' },
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'explorer-fidelity' }, 'Sampled '),
        this.fidelity,
        html('label', { for: 'simulation-seed' }, ' Seed '),
        this.seed,
        this.start,
        this.stop,
      ),
      this.status,
      this.legend,
      this.charts,
      this.results,
      exportButtons({
        name: 'isacnet-simulation',
        drawing: () => drawingSheet(this.drawings(lightTheme, { width: 460, height: 300 }), 2),
        csv: () => this.csv(),
      }),
    )
    this.forget('Not started.')
    new ResizeObserver(() => this.redraw()).observe(this.charts)
    onThemeChange(() => this.redraw())
  }

  /** The rates that the simulation should find. */
  showRates(rates: NetworkRates | undefined): void {
    this.rates = rates
    this.start.disabled = rates === undefined || this.worker !== undefined
    this.redraw()
  }

  private run(): void {
    const { network } = checkNetwork(this.store.state.values)
    if (network === undefined) return
    this.forget('')
    const { clusters, seed, values } = this.store.state
    const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    worker.addEventListener('message', ({ data }: MessageEvent<SimulationReport>) => {
      if (worker === this.worker) this.receive(data)
    })
    worker.addEventListener('error', () => {
      if (worker === this.worker) this.finish('The simulation failed: its worker could not be started.')
    })
    const request: SimulationRequest = {
      values,
      options: {
        fidelity: this.fidelity.value === 'channel' ? 'channel' : 'gain-law',
        sensingClusters: clusters,
        seed,
      },
      confidence,
      relativeError,
      maximumTrials: 20_000_000,
    }
    worker.postMessage(request)
    this.start.disabled = true
    this.stop.disabled = false
    this.status.textContent = 'Running in a worker of this browser.'
  }

  /** Ends what runs and throws away what there is. */
  private forget(status: string): void {
    this.worker?.terminate()
    this.worker = undefined
    this.history = []
    this.start.disabled = checkNetwork(this.store.state.values).network === undefined
    this.stop.disabled = true
    this.status.textContent = status
    this.results.replaceChildren()
    this.redraw()
  }

  private receive(report: SimulationReport): void {
    if (report.failure !== undefined) {
      this.finish(`The simulation failed: ${report.failure}.`)
      return
    }
    if (report.trials > 0) this.history = thinned([...this.history, report])
    this.redraw()
    if (report.ended === undefined) return
    const why = {
      reached: `Done: both intervals are within ±${100 * relativeError} % of the mean.`,
      'maximum-trials': 'Done: the greatest number of trials is reached.',
      interrupted: 'Stopped.',
    }[report.ended]
    this.finish(`${why} ${trialsText(report.trials)} trials.`)
  }

  private finish(status: string): void {
    this.worker?.terminate()
    this.worker = undefined
    this.start.disabled = checkNetwork(this.store.state.values).network === undefined
    this.stop.disabled = true
    this.status.textContent = status
    this.redraw()
  }

  private redraw(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined
      if (!this.element.isConnected) return
      const columns = this.charts.clientWidth >= 620 ? 2 : 1
      const width = Math.max(240, Math.floor(this.charts.clientWidth / columns))
      const height = Math.round(Math.min(340, Math.max(230, 0.62 * width)))
      this.charts.replaceChildren(...this.drawings(pageTheme(), { width, height }))
      this.legend.replaceChildren(...legend(pageTheme()))
      this.results.replaceChildren(...this.resultEntries())
    })
  }

  private drawings(theme: ChartTheme, size: { width: number; height: number }): SVGSVGElement[] {
    return quantities.map((quantity) => drawLineChart(this.chart(quantity, theme), size, theme).element)
  }

  private chart({ symbol, title, kind }: (typeof quantities)[number], theme: ChartTheme): LineChart {
    const { unit } = this.store.state
    const band = this.history.map(({ trials, [kind]: interval }) => ({
      x: trials,
      low: fromNats(interval.low, unit),
      high: fromNats(interval.high, unit),
    }))
    const last = band.at(-1)?.x ?? 1e5
    const first = Math.min(band[0]?.x ?? 1e3, last / 10)
    const method = (index: number): number | null => this.rates?.[kind][index]?.rate ?? null
    const line = (name: string, value: number | null, colour: string, dashes: readonly number[]) =>
      value === null
        ? []
        : [
            {
              name,
              colour,
              dashes,
              width: 2,
              marked: false,
              points: [first, last].map((x) => ({ x, y: fromNats(value, unit) })),
            },
          ]
    return {
      title: `${title}: mean and ${100 * confidence} % interval`,
      xLabel: ['trials'],
      yLabel: [...symbolRuns(symbol), ` (${quantityUnit('rate', unit)})`],
      xDomain: [first, last],
      xScale: 'logarithmic',
      integerX: false,
      fromZero: false,
      bands: [{ colour: theme.purple, points: band }],
      lines: [
        ...line('exact', method(0), theme.blue, []),
        ...line('as printed', method(1) === method(0) ? null : method(1), theme.vermillion, [7, 4]),
        {
          name: 'simulated mean',
          colour: theme.purple,
          dashes: [],
          width: 1.6,
          marked: false,
          points: this.history.map(({ trials, [kind]: { mean } }) => ({ x: trials, y: fromNats(mean, unit) })),
        },
      ],
      empty: '',
    }
  }

  private resultEntries(): HTMLElement[] {
    const last = this.history.at(-1)
    if (last === undefined) return []
    const { unit } = this.store.state
    const text = (nats: number): string => rateText(fromNats(nats, unit))
    return [
      html('dt', {}, 'trials'),
      html('dd', { 'data-result': 'trials' }, trialsText(last.trials)),
      ...quantities.flatMap(({ symbol, kind }) => {
        const { mean, low, high } = last[kind]
        const exact = this.rates?.[kind][0]?.rate
        const verdict = exact == null ? '' : exact >= low && exact <= high ? ', exact is inside' : ', exact is outside'
        return [
          html('dt', {}, symbolElement(symbol)),
          html(
            'dd',
            { 'data-result': symbol, 'data-low': low, 'data-high': high, 'data-mean': mean },
            `${text(mean)}, ${100 * confidence} % interval ${text(low)} … ${text(high)}${verdict}`,
          ),
        ]
      }),
    ]
  }

  private csv(): string {
    const rows = this.history.flatMap(({ trials, ...kinds }) =>
      quantities.map(({ kind }) => [
        trials,
        `${kind}-rate`,
        kinds[kind].mean,
        kinds[kind].low,
        kinds[kind].high,
        confidence,
        'nat/s/Hz',
      ]),
    )
    return [['trials', 'quantity', 'mean', 'low', 'high', 'confidence', 'unit'], ...rows]
      .map((row) => `${row.join(',')}\r\n`)
      .join('')
  }
}

const legend = (theme: ChartTheme): HTMLElement[] =>
  [
    { text: `simulated mean, with its ${100 * confidence} % interval`, colour: theme.purple, dashes: '' },
    { text: 'exact', colour: theme.blue, dashes: '' },
    { text: 'as printed, where it differs', colour: theme.vermillion, dashes: '7 4' },
  ].map(({ text, colour, dashes }) =>
    html(
      'span',
      { class: 'entry' },
      svg(
        'svg',
        { width: 34, height: 10, 'aria-hidden': 'true' },
        svg('line', { x1: 0, x2: 34, y1: 5, y2: 5, stroke: colour, 'stroke-width': 2, 'stroke-dasharray': dashes }),
      ),
      text,
    ),
  )

/** Enough for a picture: of a long history every other entry goes, but for the last. */
const thinned = (history: Shown[]): Shown[] =>
  history.length <= 400 ? history : history.filter((_, index) => index % 2 === 0 || index === history.length - 1)

const trialsText = (trials: number): string => String(trials).replace(/\B(?=(\d{3})+$)/g, '\u202f')
