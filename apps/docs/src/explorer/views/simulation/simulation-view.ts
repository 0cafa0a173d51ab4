import { services } from '@isacnet/model'
import { completeOptions, drawsWholeNetworks } from '@isacnet/simulation'
import { ChartReadout, type ReadableChart } from '../../../charts/chart-readout.js'
import { type ChartTheme, lightTheme, pageTheme } from '../../../charts/chart-theme.js'
import { html } from '../../../charts/element.js'
import type { SheetLegendLine } from '../../../charts/export-image.js'
import { drawLineChart } from '../../../charts/line-chart.js'
import { samplingControls } from '../../controls/sampling-controls.js'
import { seedField } from '../../controls/seed-field.js'
import { exportButtons, exportedSize } from '../../share/export-buttons.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import { simulationLimit } from '../../state/interactive-limits.js'
import { checkNetwork } from '../../state/parameters/network-check.js'
import { requestKey } from '../../state/request-key.js'
import { simulationConfidence, simulationMaximumTrials, simulationRelativeError } from '../../state/simulation-end.js'
import { LatestOnly, surroundingsOf } from '../../workers/latest-only.js'
import type { Expected, ExpectedRequest } from '../../workers/simulation/expected.js'
import type { ExpectedPart } from '../../workers/simulation/expected-worker.js'
import type { SimulationPart, SimulationRequest } from '../../workers/simulation/simulation-worker.js'
import { AnswerFrame } from '../answer-frame.js'
import { ChartRow, type ChartSize } from '../chart-row.js'
import { curveLook } from '../curve-look.js'
import { legendEntry } from '../method-legend.js'
import { CoverageTable } from './coverage-table.js'
import { labelLines } from './line-labels.js'
import { coverageChart, type DrawnSimulation, rateChart, simulatedName } from './simulation-charts.js'
import { simulationCsv } from './simulation-csv.js'
import { SimulationRecord } from './simulation-record.js'
import { simulationResults, trialsText } from './simulation-results.js'

const percent = `±${100 * simulationRelativeError} %`
const notStarted = `Not started. It ends when both intervals are within ${percent} of the mean, or when you stop it.`

/** Whether requests are counted, so that theorems with mean requests are approximations. */
const wholeNetworks = ({ fidelity, sampling }: ExplorerState): boolean =>
  drawsWholeNetworks(completeOptions({ ...sampling, fidelity }))

const expectedRequest = (state: ExplorerState): ExpectedRequest => ({
  values: state.values,
  clusters: state.clusters,
  wholeNetworks: wholeNetworks(state),
})

const simulationRequest = ({ values, clusters, seed, fidelity, sampling }: ExplorerState): SimulationRequest => ({
  values,
  options: { ...sampling, fidelity, sensingClusters: clusters, seed },
  confidence: simulationConfidence,
  relativeError: simulationRelativeError,
  maximumTrials: simulationMaximumTrials,
})

/** Monte Carlo in a worker: its intervals close in on the theorems' lines, its coverage on the exact law. */
export class SimulationView {
  readonly element: HTMLElement
  private readonly charts: ChartRow
  private readonly readout: ChartReadout
  private readonly legend = html('p', { class: 'legend' })
  private readonly start = html('button', { type: 'button', class: 'primary' }, 'Start')
  private readonly stop = html('button', { type: 'button', disabled: true }, 'Stop')
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly missing = html('p', { class: 'hint' })
  private readonly results = html('dl', { class: 'results' })
  private readonly table = new CoverageTable(() => this.drawnSimulation)
  private readonly fidelity = html(
    'select',
    { id: 'explorer-fidelity' },
    html('option', { value: 'gain-law' }, 'gains in law, as the theorems assume'),
    html('option', { value: 'channel' }, 'whole networks: requests counted, precoders built'),
  )
  private readonly frame: AnswerFrame
  private readonly latest: LatestOnly<SimulationRequest, SimulationPart>
  private readonly theorems: LatestOnly<ExpectedRequest, ExpectedPart>
  /** The simulation that was run, or is running. */
  private request: SimulationRequest | undefined
  private record = new SimulationRecord()
  private expected: { readonly key: string; readonly expected: Expected } | undefined

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
  ) {
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    this.readout = new ChartReadout(this.charts, 'Simulation')
    this.latest = new LatestOnly(
      () => new Worker(new URL('../../workers/simulation/simulation-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (_request, part) => this.receive(part),
        failed: (_request, reason) => this.fail(reason),
      },
      surroundingsOf(stay),
    )
    this.theorems = new LatestOnly(
      () => new Worker(new URL('../../workers/simulation/expected-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, { expected }) => {
          this.expected = { key: requestKey(request), expected }
          this.charts.redraw()
        },
        failed: (_request, reason) => {
          this.missing.textContent = `Nothing to compare with: ${reason}`
        },
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
      if (requestKey(simulationRequest(state)) !== requestKey(simulationRequest(before)))
        this.forget(
          state.fidelity === before.fidelity && state.sampling === before.sampling && state.seed === before.seed
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
      store,
      legend: () => this.legendLines(lightTheme),
      charts: () => this.drawings(lightTheme, exportedSize),
      csv: () => simulationCsv(this.record, this.drawnSimulation.expected),
    })
    this.frame = new AnswerFrame({
      label: 'Simulation',
      content: [this.charts.element, this.results, this.table.element],
      stay,
      retry: () => this.run(),
      changed: () => exports.enable(this.record.last !== undefined),
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
      this.missing,
      this.legend,
      this.frame.element,
      this.readout.spoken,
      exports.element,
    )
    this.forget(notStarted)
  }

  /** Shows what the simulation should find, as soon as that is known. */
  update(): void {
    const { state } = this.store
    const request = expectedRequest(state)
    if (checkNetwork(state.values).network !== undefined && requestKey(request) !== this.expected?.key) {
      this.missing.textContent = ''
      this.theorems.request(request)
    }
    this.charts.redraw()
  }

  private get drawnSimulation(): DrawnSimulation {
    const { state } = this.store
    const known = this.expected?.key === requestKey(expectedRequest(state)) ? this.expected.expected : undefined
    return { record: this.record, expected: known, unit: state.unit }
  }

  private run(): void {
    const request = simulationRequest(this.store.state)
    this.forget(`Running in a worker of this browser until both intervals are within ${percent} of the mean.`)
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
    this.record = new SimulationRecord()
    this.frame.state.clear()
    this.rest(status)
  }

  private receive({ report, ended }: SimulationPart): void {
    if (report !== undefined) this.record.add(report)
    this.frame.state.answer(requestKey(this.request), ended !== undefined)
    this.charts.redraw()
    if (ended === undefined) return
    const why = {
      reached: `Done: both intervals are within ${percent} of the mean.`,
      'maximum-trials': 'Done: the greatest number of trials is reached.',
      interrupted: 'Stopped.',
    }[ended]
    this.rest(`${why} ${trialsText(this.record.last?.trials ?? 0)} trials.`)
  }

  private fail(reason: string): void {
    // It was stopped, and told of its end no more: what it told before is right.
    if (this.stop.disabled && this.record.last !== undefined) this.end('Stopped.')
    else {
      this.frame.state.fail(requestKey(this.request), reason)
      this.rest('The simulation failed.')
    }
  }

  /** Ends what runs with what there is. */
  private end(status: string): void {
    const { last } = this.record
    this.latest.forget()
    if (last === undefined) this.forget(status)
    else {
      this.frame.state.answer(requestKey(this.request))
      this.rest(`${status} ${trialsText(last.trials)} trials.`)
    }
  }

  /** Nothing runs any more. */
  private rest(status: string): void {
    const { state } = this.store
    const { network } = checkNetwork(state.values)
    const limit =
      network === undefined ? undefined : simulationLimit(state.values, wholeNetworks(state) ? 'channel' : 'gain-law')
    this.start.disabled = network === undefined || limit !== undefined
    this.stop.disabled = true
    this.status.textContent = limit ?? status
    this.charts.redraw()
  }

  private draw(size: ChartSize): void {
    const theme = pageTheme()
    this.charts.show(this.drawings(theme, size, this.charts.charts))
    this.readout.refresh()
    this.legend.replaceChildren(...this.legendLines(theme).map(({ text, ...line }) => legendEntry(text, line)))
    this.results.replaceChildren(...simulationResults(this.drawnSimulation))
    this.table.update()
  }

  /** The rate of each service, and beside it its coverage. */
  private drawings(theme: ChartTheme, size: ChartSize, before: readonly ReadableChart[] = []): ReadableChart[] {
    const simulation = this.drawnSimulation
    return services.flatMap((definition, row) => {
      const charts = [rateChart(definition, simulation, theme), coverageChart(definition, simulation, theme)]
      return charts.map((chart, column) => {
        const drawn = drawLineChart(chart, size, theme, before[2 * row + column]?.drawn)
        if (column === 0) labelLines(chart, drawn, this.theoremNames(), theme)
        return { chart, drawn }
      })
    })
  }

  private theoremNames(): string[] {
    const { rates } = this.drawnSimulation.expected ?? {}
    return rates === undefined ? [] : services.flatMap(({ service }) => rates[service].map(({ title }) => title))
  }

  private legendLines(theme: ChartTheme): SheetLegendLine[] {
    const { rates } = this.drawnSimulation.expected ?? {}
    const known = rates === undefined ? [] : services.flatMap(({ service }) => rates[service])
    const places = [...new Set(known.filter(({ rate }) => rate !== null).map(({ place }) => place))]
    return [
      { text: simulatedName, colour: theme.ink, dashes: [], width: 2 },
      ...places.map((place) => {
        const names = [...new Set(known.filter((method) => method.place === place).map(({ title }) => title))]
        const { colour, dashes, width } = curveLook(place)
        return { text: names.join(' · '), colour: theme[colour], dashes, width }
      }),
    ]
  }
}
