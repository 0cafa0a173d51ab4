import { fromNats, quantitySymbol, rateQuantities, services } from '@isacnet/model'
import type { SpatialAllocation } from '@isacnet/optimization'
import { type ChartTheme, lightTheme, onThemeChange, pageTheme } from '../../../charts/chart-theme.js'
import { html, svg, withSymbols } from '../../../charts/element.js'
import { type DrawnChart, drawLineChart } from '../../../charts/line-chart.js'
import { choiceControl } from '../../controls/choice-control.js'
import { exportButtons } from '../../share/export-buttons.js'
import { regionCsv } from '../../share/region-csv.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import { regionLimit } from '../../state/interactive-limits.js'
import { smallestAllocation } from '../../state/parameters/explorer-parameters.js'
import { requestKey } from '../../state/request-key.js'
import { LatestOnly, surroundingsOf } from '../../workers/latest-only.js'
import { largestSumOf } from '../../workers/region/largest-sum.js'
import type { RegionPart, RegionRequest } from '../../workers/region/region-worker.js'
import type { NetworkRates } from '../../workers/theorems/sweep.js'
import { AnswerFrame } from '../answer-frame.js'
import { isAnswered } from '../answer-state.js'
import { allocationText, rateText } from '../number-format.js'
import { limitControls, objectiveControl } from './limit-controls.js'
import { excludedArea, exportedLegend, legend, regionChart } from './region-chart.js'
import { whyThisPoint } from './why-this-point.js'

type Region = NonNullable<RegionPart['region']>
type Optimum = NonNullable<RegionPart['optimum']>
type FrontierPoint = Region['frontier'][number]

/** The state that a region depends on: not the allocation, which is what differs in it. */
const regionKey = ({ values, clusters, metric, regionMethod }: ExplorerState): string =>
  requestKey({ values: { ...values, ...smallestAllocation }, clusters, metric, regionMethod })

/** The same of the region within limits. */
const limitedKey = (state: ExplorerState): string => requestKey([regionKey(state), state.limits])

const optimumKey = (state: ExplorerState): string =>
  requestKey([limitedKey(state), state.objective, state.objective === 'sum' ? state.weight : null])

const hasLimits = ({ limits }: ExplorerState): boolean => Object.keys(limits).length > 0

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
  private readonly best = html('div', { class: 'best' })
  private readonly use = html('button', { type: 'button', hidden: true, 'data-use': 'selected' }, 'Use this allocation')
  private readonly regionFrame: AnswerFrame
  private readonly optimumFrame: AnswerFrame
  private readonly latest: LatestOnly<RegionRequest, RegionPart>
  /** Without limits. */
  private region: Region | undefined
  /** The key of the region without limits. */
  private regionKey = ''
  /** The region of the allocations that meet the limits, or why there is none. */
  private limited: { readonly key: string; readonly found: NonNullable<RegionPart['limited']> } | undefined
  private shownBest = ''
  private optimum: { readonly found: Optimum; readonly weight: number; readonly objective: string } | undefined
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
      () => new Worker(new URL('../../workers/region/region-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, part, done) => this.receive(request, part, done),
        failed: (request, reason) => this.fail(request, reason),
      },
      surroundingsOf(stay),
    )
    store.subscribe((state, before) => {
      if (state.view !== 'region') return
      if (state.unit !== before.unit) this.redraw()
      if (before.view !== 'region' || optimumKey(state) !== optimumKey(before)) this.ask()
    })
    this.use.addEventListener('click', () => {
      const point = this.selected === undefined ? undefined : this.shownRegion?.frontier[this.selected]
      if (point !== undefined) useAllocation(store, point.performance.allocation)
    })
    this.chart.addEventListener('pointermove', (event) => this.selectNear(event))
    this.chart.addEventListener('pointerdown', (event) => this.selectNear(event))
    this.chart.addEventListener('keydown', (event) => this.selectNext(event))
    const exports = exportButtons({
      name: 'isacnet-region',
      store,
      legend: () => exportedLegend(this.store.state, lightTheme),
      charts: () => [
        {
          chart: regionChart(this.shownRegion, this.region, this.store.state, lightTheme),
          drawn: this.draw(lightTheme, { width: 720, height: 460 }),
        },
      ],
      csv: () => regionCsv(this.shownRegion, this.store.state.unit),
    })
    const retry = (): void => this.ask()
    this.regionFrame = new AnswerFrame({
      label: 'Region',
      content: [this.status, this.chart, this.legend, html('div', { class: 'selected' }, this.readout, this.use)],
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
      this.regionFrame.element,
      objectiveControl(store),
      this.best,
      this.optimumFrame.element,
      limitControls(store),
      html(
        'p',
        { class: 'choice' },
        ...choiceControl({
          id: 'region-metric',
          label: 'Plane ',
          options: [
            ['ase', 'per area: T_c and T_s'],
            ['rate', 'per user and target: R_c and R_s'],
          ],
          chosen: ({ metric }) => metric,
          choose: (metric) => store.set({ metric }),
          store,
        }),
        ...choiceControl({
          id: 'region-method',
          label: ' Rates by ',
          options: [
            ['exact', 'the exact theorem, mean requests'],
            ['actual-requests', 'actual requests, overload too (slow)'],
          ],
          chosen: ({ regionMethod }) => regionMethod,
          choose: (regionMethod) => store.set({ regionMethod }),
          store,
        }),
      ),
      html(
        'p',
        { class: 'hint' },
        ...withSymbols(
          'Every allocation of K, L, J and Q that the antennas permit. M_t, J_max and the propagation are the sliders’; those of the allocation only place the cross.',
        ),
      ),
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
    const { values, clusters, metric, weight, limits, objective, regionMethod: method } = state
    const [region, optimum] = [limitedKey(state), optimumKey(state)]
    this.regionFrame.state.ask(region)
    this.optimumFrame.state.ask(optimum)
    const limit = regionLimit(values)
    if (limit !== undefined) {
      this.latest.forget()
      this.regionFrame.refuse(region, limit)
      this.forgetOptimum()
      return
    }
    const wanted = {
      region: this.regionKey !== regionKey(state),
      limited: hasLimits(state) && this.limited?.key !== region,
      optimum: !this.optimumFrame.state.has(optimum),
    }
    // What was searched is known: limits that are gone, or come back, are answered at once.
    if (!wanted.region && !wanted.limited) this.showRegion(region)
    if (wanted.region || wanted.limited || wanted.optimum)
      this.latest.request({ values, clusters, metric, weight, limits, objective, method, wanted })
    this.redraw()
  }

  private receive(request: RegionRequest, part: RegionPart, done: boolean): void {
    const state = { ...this.store.state, ...request, regionMethod: request.method }
    if (part.progress !== undefined) {
      const { examined, total } = part.progress
      const progress = `${examined} of ${total} allocations examined`
      if (this.regionFrame.state.standing.busy) this.regionFrame.tell(progress)
      else this.optimumFrame.tell(progress)
    }
    const key = limitedKey(state)
    if (part.region !== undefined && this.regionFrame.state.takes(key)) {
      this.region = part.region
      this.regionKey = regionKey(state)
      if (!hasLimits(state)) this.showRegion(key)
    }
    if (part.limited !== undefined && this.regionFrame.state.takes(key)) {
      this.limited = { key, found: part.limited }
      this.showRegion(key)
      if ('empty' in part.limited) this.forgetOptimum()
    }
    if (part.optimum !== undefined && this.optimumFrame.state.answer(optimumKey(state)))
      this.optimum = { found: part.optimum, weight: request.weight, objective: request.objective }
    if (part.progress === undefined) this.redraw()
    if (done) this.settle()
  }

  /** Says that what is known answers a state: the region, within limits if there are any. */
  private showRegion(key: string): void {
    if (!this.regionFrame.state.answer(key)) return
    this.selected = undefined
    this.readout.textContent = ''
    this.use.hidden = true
    const region = this.shownRegion
    const found = this.limited?.key === key ? this.limited.found : undefined
    if (region === undefined) {
      this.status.replaceChildren(...withSymbols(found !== undefined && 'empty' in found ? `${found.empty}.` : ''))
      return
    }
    const { frontier, hull, examined, pruned, timeSharing } = region
    const gain = timeSharing.largestAtEqualCommunication.atEqualCommunication
    const within = found === undefined ? '' : ' that meet the limits'
    this.status.replaceChildren(
      ...withSymbols(
        `${frontier.length} Pareto points of ${examined + pruned} allocations${within} (${examined} examined, the others ruled out by a proved bound), ` +
          `${hull.length} of them on the hull. Over time sharing between the corners: at most ${(100 * gain).toFixed(1)} % more sensing at equal communication.`,
      ),
    )
  }

  /** The region that counts: within the limits, where there are any. */
  private get shownRegion(): Region | undefined {
    const { state } = this.store
    if (!hasLimits(state)) return this.region
    const found = this.limited?.found
    return found === undefined || 'empty' in found ? undefined : found
  }

  private fail(request: RegionRequest, reason: string): void {
    const state = { ...this.store.state, ...request, regionMethod: request.method }
    const region = limitedKey(state)
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
      const width = Math.max(260, Math.min(980, this.chart.clientWidth))
      const theme = pageTheme()
      this.drawn = this.draw(theme, { width, height: Math.round(Math.min(480, Math.max(280, 0.55 * width))) })
      this.chart.replaceChildren(this.drawn.element)
      this.legend.replaceChildren(...legend(theme, hasLimits(this.store.state)))
      this.why.replaceChildren(
        ...whyThisPoint(this.optimum, this.store.state.unit, (allocation) => useAllocation(this.store, allocation)),
      )
      this.showBest()
    })
  }

  private draw(theme: ChartTheme, size: { width: number; height: number }): DrawnChart {
    const { unit } = this.store.state
    const region = this.shownRegion
    const drawn = drawLineChart(regionChart(region, this.region, this.store.state, theme), size, theme)
    const excluded = hasLimits(this.store.state) ? excludedArea(drawn, this.region, region, unit, theme) : undefined
    if (excluded !== undefined) drawn.content.prepend(excluded)
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
    const best = this.bestNow
    if (region !== undefined && best !== undefined)
      mark(
        best.communication[value],
        best.sensing[value],
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

  /**
   * The best allocation: as the search found it, or of a weighted sum, which a slider moves, the best point of the frontier until then. They are the
   * same, since whatever is largest is dominated by none.
   */
  private get bestNow(): Pick<Optimum, 'allocation' | 'communication' | 'sensing'> | undefined {
    const { state } = this.store
    if (this.optimumFrame.state.has(optimumKey(state))) return this.optimum?.found
    if (state.objective !== 'sum' || state.metric !== 'ase' || !this.regionFrame.state.has(limitedKey(state)))
      return undefined
    return largestSumOf(this.shownRegion?.frontier ?? [], state.weight)?.performance
  }

  /** The best allocation, large, with a button that takes it. */
  private showBest(): void {
    const best = this.bestNow
    const key = JSON.stringify(best?.allocation ?? null)
    if (key === this.shownBest) return
    this.shownBest = key
    if (best === undefined) {
      this.best.replaceChildren()
      return
    }
    const { allocation } = best
    const use = html('button', { type: 'button', class: 'primary', 'data-use': 'optimum' }, 'Use this allocation')
    use.addEventListener('click', () => useAllocation(this.store, allocation))
    this.best.replaceChildren(
      html('h2', {}, 'Best: ', html('span', { 'data-result': 'optimum' }, allocationText(allocation))),
      use,
    )
  }

  private select(index: number): void {
    const point = this.shownRegion?.frontier[index]
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
    this.use.hidden = false
    this.redraw()
  }

  private selectNear(event: PointerEvent): void {
    const frontier = this.shownRegion?.frontier
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
    const count = this.shownRegion?.frontier.length ?? 0
    const step = { ArrowLeft: 1, ArrowRight: -1 }[event.key]
    if (count === 0 || step === undefined) return
    event.preventDefault()
    // The frontier begins at the right.
    this.select(this.selected === undefined ? 0 : Math.min(count - 1, Math.max(0, this.selected + step)))
  }
}

/** Gives the network an allocation, in one step of the history. */
const useAllocation = (store: ExplorerStore, allocation: SpatialAllocation): void =>
  store.set({ values: { ...store.state.values, ...allocation } })
