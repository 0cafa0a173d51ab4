import { fromNats, quantitySymbol, rateQuantities, type Service, services } from '@isacnet/model'
import { type ChartTheme, lightTheme, onThemeChange, pageTheme } from '../../charts/chart-theme.js'
import { html, svg, symbolRuns } from '../../charts/element.js'
import { type DrawnChart, drawLineChart, type LineChart } from '../../charts/line-chart.js'
import { exportButtons } from '../share/export-buttons.js'
import { regionCsv } from '../share/region-csv.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { regionLimit } from '../state/interactive-limits.js'
import { requestKey } from '../state/request-key.js'
import { LatestOnly, surroundingsOf } from '../workers/latest-only.js'
import type { RegionPart, RegionRequest } from '../workers/region-worker.js'
import type { NetworkRates } from '../workers/sweep.js'
import { AnswerFrame } from './answer-frame.js'
import { isAnswered } from './answer-state.js'
import { allocationText, rateText } from './number-format.js'
import { quantityUnit } from './quantity-unit.js'
import { whyThisPoint } from './why-this-point.js'

type Region = NonNullable<RegionPart['region']>
type Optimum = NonNullable<RegionPart['optimum']>
type FrontierPoint = Region['frontier'][number]

/** The state that a region depends on: not the allocation, which is what differs in it. */
const regionKey = ({ values, clusters, metric }: ExplorerState): string => {
  const { usersPerCell: _K, communicationClusterSize: _L, targetsPerCell: _J, sensingClusterSize: _Q, ...rest } = values
  return requestKey({ values: rest, clusters, metric })
}

const optimumKey = (state: ExplorerState): string => requestKey([regionKey(state), state.weight])

/** The sensing–communication region of the network: Pareto points, hull, time sharing, and the optimum of a weighted sum. */
export class RegionView {
  readonly element: HTMLElement
  private readonly chart = html('div', {
    class: 'charts region',
    tabindex: '0',
    role: 'group',
    'aria-label': 'Region. Left and right arrow keys go along the Pareto points.',
  })
  private readonly legend = html('p', { class: 'legend' })
  private readonly status = html('p', { class: 'status', role: 'status' })
  private readonly readout = html('p', { class: 'readout', 'aria-live': 'polite' })
  private readonly why = html('div', { class: 'why' })
  private readonly regionFrame: AnswerFrame
  private readonly optimumFrame: AnswerFrame
  private readonly latest: LatestOnly<RegionRequest, RegionPart>
  private region: Region | undefined
  private optimum: { readonly found: Optimum; readonly weight: number } | undefined
  private selected: number | undefined
  private drawn: DrawnChart | undefined
  private frame: number | undefined

  /** @param rates - the rates of the network chosen, as long as they answer what is asked. */
  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
    private readonly rates: () => NetworkRates | undefined,
  ) {
    this.latest = new LatestOnly(
      () => new Worker(new URL('../workers/region-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, part, done) => this.receive(request, part, done),
        failed: (request, reason) => this.fail(request, reason),
      },
      surroundingsOf(stay),
    )
    const plane = html(
      'select',
      { id: 'region-metric' },
      html('option', { value: 'ase' }, 'per area: T_c and T_s'),
      html('option', { value: 'rate' }, 'per user and target: R_c and R_s'),
    )
    plane.addEventListener('change', () => store.set({ metric: plane.value === 'rate' ? 'rate' : 'ase' }))
    const weight = html('input', {
      id: 'region-weight',
      type: 'range',
      min: 0,
      max: 1,
      step: 0.01,
      value: store.state.weight,
    })
    const weightShown = html('output', { for: 'region-weight' })
    weight.addEventListener('input', () => store.set({ weight: Number(weight.value) }))
    const showChoice = ({ weight: rho, metric }: ExplorerState): void => {
      weight.value = String(rho)
      weightShown.textContent = rho.toFixed(2)
      plane.value = metric
    }
    store.subscribe((state, before) => {
      showChoice(state)
      if (state.view !== 'region') return
      if (state.unit !== before.unit) this.redraw()
      if (before.view !== 'region' || optimumKey(state) !== optimumKey(before)) this.ask()
    })
    showChoice(store.state)
    this.chart.addEventListener('pointermove', (event) => this.selectNear(event))
    this.chart.addEventListener('keydown', (event) => this.selectNext(event))
    const exports = exportButtons({
      name: 'isacnet-region',
      drawing: () => this.draw(lightTheme, { width: 720, height: 460 }).element,
      csv: () => regionCsv(this.region, this.store.state.unit),
    })
    const retry = (): void => this.ask()
    this.regionFrame = new AnswerFrame({
      label: 'Region',
      content: [this.status, this.legend, this.chart, this.readout],
      stay,
      retry,
      changed: (standing) => {
        exports.enable(isAnswered(standing))
        this.settle()
      },
    })
    this.optimumFrame = new AnswerFrame({
      label: 'Optimum',
      content: [this.why],
      stay,
      retry,
      changed: () => {
        this.settle()
        this.redraw()
      },
    })
    this.element = html(
      'div',
      { class: 'view region' },
      html(
        'p',
        { class: 'choice' },
        html('label', { for: 'region-metric' }, 'Plane '),
        plane,
        html('label', { for: 'region-weight' }, ' Weight of communication ρ '),
        weight,
        weightShown,
      ),
      html(
        'p',
        { class: 'hint' },
        'Every allocation K, L, J, Q that the antennas permit, from M_t, J_max and the propagation chosen; the four sliders of the allocation only place the cross.',
      ),
      this.regionFrame.element,
      this.optimumFrame.element,
      exports.element,
    )
    const resizing = new ResizeObserver(() => this.redraw())
    resizing.observe(this.chart)
    stay.addEventListener('abort', () => resizing.disconnect())
    stay.addEventListener(
      'abort',
      onThemeChange(() => this.redraw()),
    )
    this.ask()
  }

  /** Shows where the network chosen lies. */
  update(): void {
    this.redraw()
  }

  private ask(): void {
    const { state } = this.store
    const { values, clusters, metric, weight } = state
    const [region, optimum] = [regionKey(state), optimumKey(state)]
    this.regionFrame.state.ask(region)
    this.optimumFrame.state.ask(optimum)
    const limit = regionLimit(values)
    if (limit !== undefined) {
      this.latest.forget()
      this.regionFrame.refuse(region, limit)
      this.forgetOptimum()
      return
    }
    const wanted = { region: !this.regionFrame.state.has(region), optimum: !this.optimumFrame.state.has(optimum) }
    if (wanted.region || wanted.optimum) this.latest.request({ values, clusters, metric, weight, wanted })
  }

  private receive(request: RegionRequest, part: RegionPart, done: boolean): void {
    const state = { ...this.store.state, ...request }
    if (part.progress !== undefined) {
      const { examined, total } = part.progress
      const progress = `${examined} of ${total} allocations examined`
      if (this.regionFrame.state.standing.busy) this.regionFrame.tell(progress)
      else this.optimumFrame.tell(progress)
    }
    if (part.region !== undefined && this.regionFrame.state.answer(regionKey(state))) {
      this.region = part.region
      this.selected = undefined
      this.readout.textContent = ''
      const { frontier, hull, examined, pruned, timeSharing } = part.region
      const gain = timeSharing.largestAtEqualCommunication.atEqualCommunication
      this.status.textContent =
        `${frontier.length} Pareto points of ${examined + pruned} allocations (${examined} examined, the others ruled out by a proved bound), ` +
        `${hull.length} of them on the hull. Over time sharing between the corners: at most ${(100 * gain).toFixed(1)} % more sensing at equal communication.`
    }
    if (part.optimum !== undefined && this.optimumFrame.state.answer(optimumKey(state)))
      this.optimum = { found: part.optimum, weight: request.weight }
    if (part.progress === undefined) this.redraw()
    if (done) this.settle()
  }

  private fail(request: RegionRequest, reason: string): void {
    const state = { ...this.store.state, ...request }
    const region = regionKey(state)
    if (this.regionFrame.state.has(region)) this.optimumFrame.state.fail(optimumKey(state), reason)
    // The reason is said once.
    else if (this.regionFrame.state.fail(region, reason)) this.forgetOptimum()
  }

  /** Without a region there is no optimum either. */
  private forgetOptimum(): void {
    this.optimum = undefined
    this.why.replaceChildren()
    this.optimumFrame.state.clear()
  }

  /** Says whether something is still to come. */
  private settle(): void {
    const busy = this.regionFrame.state.standing.busy || this.optimumFrame.state.standing.busy
    this.element.dataset.settled = String(!busy)
  }

  private redraw(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined
      if (!this.element.isConnected) return
      const width = Math.max(260, Math.min(820, this.chart.clientWidth))
      const theme = pageTheme()
      this.drawn = this.draw(theme, { width, height: Math.round(Math.min(500, Math.max(300, 0.62 * width))) })
      this.chart.replaceChildren(this.drawn.element)
      this.legend.replaceChildren(...legend(theme))
      this.why.replaceChildren(...whyThisPoint(this.optimum?.found, this.optimum?.weight ?? 0, this.store.state.unit))
    })
  }

  private draw(theme: ChartTheme, size: { width: number; height: number }): DrawnChart {
    const { unit } = this.store.state
    const { region } = this
    const drawn = drawLineChart(regionChart(region, this.store.state, theme), size, theme)
    const mark = (x: number, y: number, made: SVGElement): void => {
      made.setAttribute(
        'transform',
        `translate(${drawn.x(fromNats(x, unit)).toFixed(2)},${drawn.y(fromNats(y, unit)).toFixed(2)})`,
      )
      drawn.element.append(made)
    }
    const value = region?.metric ?? 'ase'
    const rates = this.regionFrame.fresh ? this.rates() : undefined
    const [communication, sensing] = [rates?.communication[0]?.[value], rates?.sensing[0]?.[value]]
    if (region !== undefined && communication != null && sensing != null)
      mark(
        communication,
        sensing,
        svg('path', { d: 'M-6,-6L6,6M-6,6L6,-6', stroke: theme.ink, 'stroke-width': 2.2, fill: 'none' }),
      )
    const optimum = this.optimumFrame.fresh ? this.optimum?.found : undefined
    if (region !== undefined && optimum !== undefined)
      mark(
        optimum.communication[value],
        optimum.sensing[value],
        svg('circle', { r: 9, fill: 'none', stroke: theme.vermillion, 'stroke-width': 2.4 }),
      )
    const point = this.selected === undefined ? undefined : region?.frontier[this.selected]
    if (point !== undefined)
      mark(
        point.communication,
        point.sensing,
        svg('circle', { r: 6.5, fill: theme.blue, stroke: theme.ink, 'stroke-width': 2 }),
      )
    return drawn
  }

  private select(index: number): void {
    const point = this.region?.frontier[index]
    if (point === undefined || index === this.selected) return
    this.selected = index
    const { unit } = this.store.state
    const { performance } = point
    const text = (nats: number): string => rateText(fromNats(nats, unit))
    const values = rateQuantities.map(({ quantity, unit: unitOf }) => {
      const each = services.map(
        ({ service }) => `${quantitySymbol(quantity, service)} = ${text(performance[service][quantity])}`,
      )
      return `${each.join(', ')} (${unitOf(unit)})`
    })
    this.readout.textContent = `${allocationText(performance.allocation)}: ${values.join('; ')}`
    this.redraw()
  }

  private selectNear(event: PointerEvent): void {
    const frontier = this.region?.frontier
    if (this.drawn === undefined || frontier === undefined) return
    const box = this.drawn.element.getBoundingClientRect()
    const { x, y } = this.drawn
    const { unit } = this.store.state
    const distance = ({ communication, sensing }: FrontierPoint): number =>
      Math.hypot(
        x(fromNats(communication, unit)) - event.clientX + box.left,
        y(fromNats(sensing, unit)) - event.clientY + box.top,
      )
    const nearest = frontier.reduce(
      (best, point, index) => (distance(point) < distance(frontier[best]!) ? index : best),
      0,
    )
    if (distance(frontier[nearest]!) < 40) this.select(nearest)
  }

  private selectNext(event: KeyboardEvent): void {
    const count = this.region?.frontier.length ?? 0
    const step = { ArrowLeft: 1, ArrowRight: -1 }[event.key]
    if (count === 0 || step === undefined) return
    event.preventDefault()
    // The frontier begins at the right.
    this.select(this.selected === undefined ? 0 : Math.min(count - 1, Math.max(0, this.selected + step)))
  }
}

const legend = (theme: ChartTheme): HTMLElement[] => {
  const entry = (text: string, ...marks: SVGElement[]): HTMLElement =>
    html('span', { class: 'entry' }, svg('svg', { width: 34, height: 16, 'aria-hidden': 'true' }, ...marks), text)
  const line = (colour: string, dashes: string, width: number): SVGElement =>
    svg('line', { x1: 0, x2: 34, y1: 8, y2: 8, stroke: colour, 'stroke-dasharray': dashes, 'stroke-width': width })
  return [
    entry('Pareto points', svg('circle', { cx: 17, cy: 8, r: 3.4, fill: theme.blue })),
    entry('staircase', line(theme.blue, '', 1)),
    entry('hull: any time sharing', line(theme.green, '7 4', 2)),
    entry('time sharing between the corners', line(theme.faint, '2 3', 2)),
    entry(
      'largest ρT_c + (1−ρ)T_s',
      svg('circle', { cx: 17, cy: 8, r: 6, fill: 'none', stroke: theme.vermillion, 'stroke-width': 2.4 }),
    ),
    entry('chosen', svg('path', { d: 'M12,3L22,13M12,13L22,3', stroke: theme.ink, 'stroke-width': 2.2 })),
  ]
}

const regionChart = (region: Region | undefined, { unit, metric }: ExplorerState, theme: ChartTheme): LineChart => {
  const points = (list: readonly { readonly communication: number; readonly sensing: number }[] = []) =>
    list.map(({ communication, sensing }) => ({ x: fromNats(communication, unit), y: fromNats(sensing, unit) }))
  const corners = region === undefined ? [] : [region.corners.communicationOptimal, region.corners.sensingOptimal]
  const frontier = points(region?.frontier)
  const value = region?.metric ?? metric
  const axis = (service: Service) => [
    `${service}, `,
    ...symbolRuns(quantitySymbol(value, service)),
    ` (${quantityUnit(value, unit)})`,
  ]
  const line = { marked: false, dashes: [] as readonly number[] }
  return {
    title: 'What the allocations of this network achieve',
    xLabel: axis('communication'),
    yLabel: axis('sensing'),
    xDomain: [0, 1.04 * Math.max(1e-9, ...frontier.map(({ x }) => x))],
    xScale: 'linear',
    integerX: false,
    fromZero: true,
    lines: [
      { ...line, name: 'Pareto points', colour: theme.blue, width: 0, marked: true, points: frontier },
      { ...line, name: 'staircase', colour: theme.blue, width: 1, points: points(region?.staircase) },
      { ...line, name: 'hull', colour: theme.green, width: 2, dashes: [7, 4], points: points(region?.hull) },
      { ...line, name: 'time sharing', colour: theme.faint, width: 2, dashes: [2, 3], points: points(corners) },
    ],
    empty: '',
  }
}
