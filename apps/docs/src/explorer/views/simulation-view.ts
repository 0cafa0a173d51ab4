import { csvText } from '@isacnet/drawing'
import { fromNats, quantityOf, quantitySymbol, rateUnit, services } from '@isacnet/model'
import { completeOptions, drawsWholeNetworks } from '@isacnet/simulation'
import { type ChartTheme, lightTheme, pageTheme } from '../../charts/chart-theme.js'
import { html, symbolElement, symbolRuns } from '../../charts/element.js'
import { drawingSheet } from '../../charts/export-image.js'
import { drawLineChart, type LineChart } from '../../charts/line-chart.js'
import { samplingControls } from '../controls/sampling-controls.js'
import { seedField } from '../controls/seed-field.js'
import { exportButtons } from '../share/export-buttons.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { simulationLimit } from '../state/interactive-limits.js'
import { checkNetwork } from '../state/network-check.js'
import { requestKey } from '../state/request-key.js'
import { simulationConfidence, simulationRelativeError } from '../state/simulation-end.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import type { SimulationReport, SimulationRequest } from '../workers/simulation-worker.js'
import type { NetworkRates } from '../workers/sweep.js'
import { AnswerFrame } from './answer-frame.js'
import { capitalised } from './capitalised.js'
import { ChartRow, type ChartSize } from './chart-row.js'
import { legendEntry } from './method-legend.js'
import { rateText } from './number-format.js'
import { quantityUnit } from './quantity-unit.js'

const confidence = simulationConfidence
const relativeError = simulationRelativeError

/** The rate of each service. */
const quantities = services.map((definition) => ({
  symbol: quantitySymbol('rate', definition.service),
  title: capitalised(quantityOf('rate').title(definition)),
  kind: definition.service,
}))

/** The state that rates depend on. */
type RatesOf = Pick<ExplorerState, 'values' | 'clusters'>

const notStarted = 'Not started.'

/** Monte Carlo in a worker, whose interval closes in on the theorem's line. */
export class SimulationView {
  readonly element: HTMLElement
  private readonly charts: ChartRow
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
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<SimulationRequest, SimulationReport>
  /** The simulation that was run, or is running. */
  private request: SimulationRequest | undefined
  private history: SimulationReport[] = []

  /** @param rates - the rates of a network, as long as they are known; a simulation should find them. */
  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
    private readonly rates: (of: RatesOf) => NetworkRates | undefined,
  ) {
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    this.latest = new LatestOnly(
      () => new Worker(new URL('../workers/simulation-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (_request, report) => this.receive(report),
        failed: (_request, reason) => this.fail(reason),
      },
      surroundingsOf(stay),
    )
    this.start.addEventListener('click', () => this.run())
    this.stop.addEventListener('click', () => {
      this.stop.disabled = true
      this.latest.stop()
    })
    this.fidelity.addEventListener('change', () =>
      store.set({ fidelity: this.fidelity.value === 'channel' ? 'channel' : 'gain-law' }),
    )
    store.subscribe((state, before) => {
      this.fidelity.value = state.fidelity
      if (requestKey(this.wanted(state)) !== requestKey(this.wanted(before)))
        this.forget(
          state.fidelity === before.fidelity && state.sampling === before.sampling
            ? 'The network changed: what was simulated is another one’s.'
            : notStarted,
        )
      else if (state.unit !== before.unit) this.charts.redraw()
    })
    this.fidelity.value = store.state.fidelity
    // A simulation that the page comes back to doesn't begin again by itself.
    window.addEventListener('pagehide', () => this.latest.busy && this.end('Stopped when the page was left.'), {
      signal: stay,
    })
    const exports = exportButtons({
      name: 'isacnet-simulation',
      drawing: () => drawingSheet(this.drawings(lightTheme, { width: 460, height: 300 }), 2),
      csv: () => this.csv(),
    })
    this.frame = new AnswerFrame({
      label: 'Simulation',
      content: [this.legend, this.charts.element, this.results],
      stay,
      retry: () => this.run(),
      changed: () => exports.enable(this.history.length > 0),
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
        seedField('simulation-seed', store),
        this.start,
        this.stop,
      ),
      samplingControls('simulation', store),
      this.status,
      this.frame.element,
      exports.element,
    )
    this.forget(notStarted)
  }

  /** Shows what the simulation should find, if that is known by now. */
  update(): void {
    this.charts.redraw()
  }

  private wanted({ values, clusters, seed, fidelity, sampling }: ExplorerState): SimulationRequest {
    return {
      values,
      options: { ...sampling, fidelity, sensingClusters: clusters, seed },
      confidence,
      relativeError,
      maximumTrials: 20_000_000,
    }
  }

  private run(): void {
    const request = this.wanted(this.store.state)
    this.forget('Running in a worker of this browser.')
    this.request = request
    this.frame.state.ask(requestKey(request))
    this.start.disabled = true
    this.stop.disabled = false
    this.latest.request(request)
  }

  /** Ends what runs and throws away what there is. */
  private forget(status: string): void {
    this.latest.forget()
    this.request = undefined
    this.history = []
    this.frame.state.clear()
    this.results.replaceChildren()
    this.rest(status)
  }

  private receive(report: SimulationReport): void {
    // One that was begun again begins anew.
    if (report.trials < (this.history.at(-1)?.trials ?? 0)) this.history = []
    if (report.trials > 0) this.history = thinned([...this.history, report])
    this.frame.state.answer(requestKey(this.request), report.ended !== undefined)
    this.charts.redraw()
    if (report.ended === undefined) return
    const why = {
      reached: `Done: both intervals are within ±${100 * relativeError} % of the mean.`,
      'maximum-trials': 'Done: the greatest number of trials is reached.',
      interrupted: 'Stopped.',
    }[report.ended]
    this.rest(`${why} ${trialsText(report.trials)} trials.`)
  }

  private fail(reason: string): void {
    // It was stopped, and told of its end no more: what it told before is right.
    if (this.stop.disabled && this.history.length > 0) this.end('Stopped.')
    else {
      this.frame.state.fail(requestKey(this.request), reason)
      this.rest('The simulation failed.')
    }
  }

  /** Ends what runs with what there is. */
  private end(status: string): void {
    const trials = this.history.at(-1)?.trials
    this.latest.forget()
    if (trials === undefined) this.forget(status)
    else {
      this.frame.state.answer(requestKey(this.request))
      this.rest(`${status} ${trialsText(trials)} trials.`)
    }
  }

  /** Nothing runs any more. */
  private rest(status: string): void {
    const { values, fidelity, sampling } = this.store.state
    const { network } = checkNetwork(values)
    const dropped = drawsWholeNetworks(completeOptions({ ...sampling, fidelity }))
    const limit = network === undefined ? undefined : simulationLimit(values, dropped ? 'channel' : 'gain-law')
    this.start.disabled = network === undefined || limit !== undefined
    this.stop.disabled = true
    this.status.textContent = limit ?? status
    this.charts.redraw()
  }

  private draw(size: ChartSize): void {
    this.charts.element.replaceChildren(...this.drawings(pageTheme(), size))
    this.legend.replaceChildren(...legend(pageTheme()))
    this.results.replaceChildren(...this.resultEntries())
  }

  private drawings(theme: ChartTheme, size: ChartSize): SVGSVGElement[] {
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
    const rates = this.expected()
    const method = (index: number): number | null => rates?.[kind][index]?.rate ?? null
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

  /** The rates of the network that is simulated, or would be. */
  private expected(): NetworkRates | undefined {
    const { values, options } = this.request ?? this.wanted(this.store.state)
    return this.rates({ values, clusters: options.sensingClusters ?? 'bs-centric' })
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
        const exact = this.expected()?.[kind][0]?.rate
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
    const rows = this.history.flatMap(({ trials, communication, sensing }) =>
      Object.entries({ communication, sensing }).map(([kind, { mean, low, high }]) => [
        trials,
        `${kind}-rate`,
        mean,
        low,
        high,
        confidence,
        rateUnit('nats'),
      ]),
    )
    return csvText([['trials', 'quantity', 'mean', 'low', 'high', 'confidence', 'unit'], ...rows])
  }
}

const legend = (theme: ChartTheme): HTMLElement[] =>
  [
    { text: `simulated mean, with its ${100 * confidence} % interval`, colour: theme.purple, dashes: [] },
    { text: 'exact', colour: theme.blue, dashes: [] },
    { text: 'as printed, where it differs', colour: theme.vermillion, dashes: [7, 4] },
  ].map(({ text, ...line }) => legendEntry(text, { ...line, width: 2 }))

/** Enough for a picture: of a long history every other entry goes, but for the last. */
const thinned = (history: SimulationReport[]): SimulationReport[] =>
  history.length <= 400 ? history : history.filter((_, index) => index % 2 === 0 || index === history.length - 1)

const trialsText = (trials: number): string => String(trials).replace(/\B(?=(\d{3})+$)/g, '\u202f')
