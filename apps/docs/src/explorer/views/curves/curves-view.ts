import { chosenQuantity } from '@isacnet/model'
import { ChartReadout, type ReadableChart } from '../../../charts/chart-readout.js'
import { type ChartTheme, lightTheme, pageTheme } from '../../../charts/chart-theme.js'
import { html } from '../../../charts/element.js'
import { drawLineChart } from '../../../charts/line-chart.js'
import { exportButtons, exportedSize } from '../../share/export-buttons.js'
import { curveMembers } from '../../state/curves/curve-members.js'
import type { ExplorerState, ExplorerStore } from '../../state/explorer-state.js'
import {
  allocationParameters,
  definitionOf,
  type ExplorerParameter,
  explorerParameters,
} from '../../state/parameters/explorer-parameters.js'
import { fromScale, onScale, parameterRange, shownAxis } from '../../state/parameters/parameter-range.js'
import { requestKey } from '../../state/request-key.js'
import { LatestOnly, surroundingsOf } from '../../workers/latest-only.js'
import type { MarksPart, MarksRequest } from '../../workers/simulation/marks-worker.js'
import type { CurvesPart, CurvesRequest } from '../../workers/theorems/curves.js'
import { AnswerFrame } from '../answer-frame.js'
import { isAnswered } from '../answer-state.js'
import { ChartRow, type ChartSize } from '../chart-row.js'
import { curveChart, type DrawnCurves } from './curve-chart.js'
import { curveControls } from './curve-controls.js'
import { CurveLegend, exportedLegend } from './curve-legend.js'
import { shownQuantities } from './curve-quantities.js'
import { CurvesSource } from './curves-source.js'

/** The request for the curves of a state: not where their axis stands, nor how they are looked at. */
const curvesRequest = (state: ExplorerState): CurvesRequest => {
  const { axis, range, xScale, hiddenMethods, quantity } = state
  return {
    networks: curveMembers(state).map(({ values, clusters }) => ({
      values: { ...values, [axis]: parameterRange(axis).from },
      clusters,
    })),
    axis,
    axisValues: shownAxis(axis, range, xScale).values,
    hiddenMethods,
    ...(quantity === 'rates' ? {} : { quantity }),
  }
}

const keptStates = 64

/** So many places of an axis have simulated marks. */
const mostMarks = 6

const marksRequest = (state: ExplorerState): MarksRequest => {
  const { networks, axis, axisValues } = curvesRequest(state)
  const step = Math.max(1, Math.round(axisValues.length / mostMarks))
  return { networks, axis, axisValues: axisValues.filter((_, index) => index % step === 0), seed: state.seed }
}

/** Live curves of rates, area spectral efficiencies or another quantity against a parameter, of one network or several. */
export class CurvesView {
  readonly element: HTMLElement
  readonly frame: AnswerFrame
  private readonly charts: ChartRow
  private readonly legend: CurveLegend
  private readonly readout: ChartReadout
  private readonly source: CurvesSource
  private readonly marks: LatestOnly<MarksRequest, MarksPart>
  private readonly status = html('p', { class: 'hint', role: 'status' })
  /** The states behind the last requests. */
  private readonly askedBy = new Map<string, { readonly state: ExplorerState; readonly at: number }>()
  /** The key of what was asked last. */
  private newest = ''
  private curves: DrawnCurves
  private marksKey = ''

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
    retry: () => void,
    changed: () => void,
  ) {
    this.curves = { asked: store.state, points: [], marks: [] }
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    this.legend = new CurveLegend(store)
    this.readout = new ChartReadout(this.charts, 'Curves')
    this.source = new CurvesSource(stay, {
      take: (request, part, whole) => this.take(request, part, whole),
      failed: (request, reason) => this.frame.state.fail(requestKey(request), reason),
    })
    this.marks = new LatestOnly(
      () => new Worker(new URL('../../workers/simulation/marks-worker.ts', import.meta.url), { type: 'module' }),
      {
        part: (request, { marks }, done) => this.takeMarks(request, marks, done),
        failed: (_request, reason) => {
          this.status.textContent = `No simulated marks: ${reason}`
        },
      },
      surroundingsOf(stay),
    )
    const exports = exportButtons({
      name: 'isacnet-curves',
      store,
      legend: () => exportedLegend(this.curves.asked, this.legend.methods, lightTheme),
      charts: () => this.drawings(lightTheme, exportedSize),
      csv: async () => {
        const { asked, points } = this.curves
        const { unit } = store.state
        const { curvesCsv } = await import('../../share/curves-csv.js')
        return curvesCsv(
          curveMembers(asked).map(({ name }, index) => ({ name, points: points[index] ?? [] })),
          asked.axis,
          unit,
          asked.quantity === 'rates' ? undefined : chosenQuantity(asked.quantity),
        )
      },
    })
    this.frame = new AnswerFrame({
      label: 'Curves',
      content: [this.charts.element],
      stay,
      retry,
      changed: (standing) => {
        exports.enable(isAnswered(standing))
        changed()
      },
    })
    this.element = html(
      'div',
      { class: 'view curves' },
      this.legend.element,
      this.frame.element,
      this.readout.spoken,
      this.status,
      curveControls(store),
      exports.element,
    )
    this.legend.show()
    store.subscribe((now, before) => {
      if (now.hiddenMethods !== before.hiddenMethods || now.marks !== before.marks) this.legend.show()
      if (now.yScale !== before.yScale || now.large !== before.large || now.unit !== before.unit) this.charts.redraw()
    })
  }

  /**
   * Asks for the curves of the state, unless they are shown already.
   *
   * @param before - the state that it was a moment ago, which tells where a slider goes.
   */
  ask(before: ExplorerState): void {
    const { state } = this.store
    const request = curvesRequest(state)
    const key = requestKey(request)
    this.askMarks()
    // Most of what can be chosen is no question to curves.
    if (key === this.newest) return
    this.newest = key
    this.askedBy.delete(key)
    this.askedBy.set(key, { state, at: performance.now() })
    if (this.askedBy.size > keptStates) this.askedBy.delete(this.askedBy.keys().next().value!)
    this.frame.state.ask(key)
    if (!this.frame.state.has(key)) this.source.request(request, () => likelyNext(state, before).map(curvesRequest))
  }

  /** Asks once more for what failed. */
  askAgain(): void {
    this.newest = ''
    this.ask(this.store.state)
  }

  /** Shows where the network is on the axis. */
  update(): void {
    this.legend.show()
    this.charts.redraw()
  }

  private take(request: CurvesRequest, { points, methods }: CurvesPart, whole: boolean): void {
    this.legend.know(methods)
    if (!this.frame.state.answer(requestKey(request), whole)) return
    // It may be one that has been overtaken: its curves are called by its own names.
    const { state: asked, at } = this.askedBy.get(requestKey(request)) ?? { state: this.store.state, at: 0 }
    measure(at, whole)
    this.curves = { asked, points, marks: this.marksKey === requestKey(marksRequest(asked)) ? this.curves.marks : [] }
    this.charts.redraw()
  }

  private askMarks(): void {
    const { state } = this.store
    if (!state.marks) {
      this.marks.forget()
      this.marksKey = ''
      this.status.textContent = ''
      if (this.curves.marks.length > 0) this.curves = { ...this.curves, marks: [] }
      return
    }
    const request = marksRequest(state)
    if (requestKey(request) === this.marksKey) return
    this.marksKey = requestKey(request)
    this.curves = { ...this.curves, marks: [] }
    this.status.textContent =
      state.quantity === 'rates' ? 'Simulating …' : 'Simulated marks are of rates and area spectral efficiencies.'
    if (state.quantity === 'rates') this.marks.request(request)
  }

  private takeMarks(request: MarksRequest, marks: MarksPart['marks'], done: boolean): void {
    if (requestKey(request) !== this.marksKey) return
    this.curves = { ...this.curves, marks }
    this.status.textContent = done
      ? 'Simulated with gains in law, as the theorems assume: crosses with 95 % intervals, at most 1 % wide or of 200 000 trials.'
      : 'Simulating …'
    this.charts.redraw()
  }

  private draw(size: ChartSize): void {
    const theme = pageTheme()
    const large = shownQuantities(this.curves.asked.quantity, this.store.state.large).length === 1
    this.charts.show(this.drawings(theme, large ? this.largeSize(size) : size, this.charts.charts))
    this.legend.show(theme)
    this.readout.refresh()
  }

  private largeSize({ height }: ChartSize): ChartSize {
    const width = Math.floor(this.charts.width)
    return { width, height: Math.round(Math.min(560, Math.max(height, 0.5 * width))) }
  }

  private drawings(theme: ChartTheme, size: ChartSize, before: readonly ReadableChart[] = []): ReadableChart[] {
    const { state } = this.store
    return shownQuantities(this.curves.asked.quantity, state.large).map((quantity, index) => {
      const chart = curveChart(quantity, this.curves, state, theme, size.width)
      const empty = this.frame.state.standing.shows === 'none' ? '' : chart.empty
      return { chart, drawn: drawLineChart({ ...chart, empty }, size, theme, before[index]?.drawn) }
    })
  }
}

/** Tells the browser's own instruments how long curves took. */
const measure = (start: number, whole: boolean): void => {
  const name = 'isacnet curves'
  performance.measure(name, { start, detail: { whole } })
  performance.clearMeasures(name)
}

/** So many states are computed ahead of a choice. */
const mostAhead = 16

/** The states that come next, the likeliest first: a slider that was moved goes on, or back; another one is moved by a step. */
const likelyNext = (state: ExplorerState, before: ExplorerState): ExplorerState[] => {
  const names = [...new Set([...allocationParameters, ...explorerParameters.map(({ name }) => name)])].filter(
    (name) => name !== state.axis,
  )
  const moved = names.filter((name) => state.values[name] !== before.values[name])
  const [name] = moved
  const direction =
    name === undefined
      ? 1
      : Math.sign(
          onScale(parameterRange(name), state.values[name]) - onScale(parameterRange(name), before.values[name]),
        )
  return [
    ...(name === undefined || moved.length > 1 ? [] : stepped(state, name, direction, [1, 2, -1, 3])),
    ...names.filter((other) => other !== name).flatMap((other) => stepped(state, other, 1, [1, -1])),
  ].slice(0, mostAhead)
}

/** States in which a slider has made so many steps in a direction, as far as it reaches. */
const stepped = (
  state: ExplorerState,
  name: ExplorerParameter,
  direction: number,
  steps: readonly number[],
): ExplorerState[] => {
  const range = parameterRange(name)
  const place = onScale(range, state.values[name])
  const { integer } = definitionOf(name)
  return steps.flatMap((count) => {
    const value = fromScale(range, place + direction * count * range.step)
    return value < range.from || value > range.to || (integer && !Number.isInteger(value))
      ? []
      : [{ ...state, values: { ...state.values, [name]: value } }]
  })
}
