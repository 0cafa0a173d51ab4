import {
  type ChosenQuantity,
  chosenQuantity,
  type InformationUnit,
  type ParameterDefinition,
  quantityOf,
  type RateQuantityName,
  type Service,
  serviceQuantities,
  services,
} from '@isacnet/model'
import { type ChartTheme, lightTheme, pageTheme } from '../../charts/chart-theme.js'
import { html, symbolRuns } from '../../charts/element.js'
import { drawingSheet } from '../../charts/export-image.js'
import { type DrawnChart, drawLineChart, type LineChart } from '../../charts/line-chart.js'
import { quantityControl } from '../controls/quantity-control.js'
import { curvesCsv } from '../share/curves-csv.js'
import { exportButtons } from '../share/export-buttons.js'
import { type ExplorerParameter, explorerParameters } from '../state/explorer-parameters.js'
import type { ExplorerState, ExplorerStore } from '../state/explorer-state.js'
import { definitionOf, parameterRange } from '../state/parameter-range.js'
import { requestKey } from '../state/request-key.js'
import type { SweepPoint } from '../workers/sweep.js'
import { AnswerFrame } from './answer-frame.js'
import { isAnswered } from './answer-state.js'
import { capitalised } from './capitalised.js'
import { ChartRow, type ChartSize } from './chart-row.js'
import { methodCurves, namesByPlace } from './method-curves.js'
import { legendEntries } from './method-legend.js'

/** The quantity of a service that a chart shows. */
interface CurveQuantity {
  readonly symbol: string
  readonly title: string
  readonly kind: Service
  readonly value: RateQuantityName | ChosenQuantity
}

const curveQuantities: readonly CurveQuantity[] = serviceQuantities.flatMap(({ quantity, services: its, symbol }) =>
  its.length > 1
    ? []
    : services
        .filter(({ service }) => its.includes(service))
        .map((definition) => ({
          symbol,
          title: capitalised(quantity.title(definition)),
          kind: definition.service,
          value: quantity.quantity,
        })),
)

/** The charts of a quantity of the law of the SIR, one for each service that has it. */
const chosenCharts = (name: string): readonly CurveQuantity[] => {
  const chosen = chosenQuantity(name)
  const at = chosen.heading.slice(chosen.quantity.heading.length)
  return services
    .filter(({ service }) => chosen.quantity.services.includes(service))
    .map((definition) => ({
      symbol: '',
      title: `${capitalised(chosen.quantity.title(definition))}${at === '' ? '' : `,${at}`}`,
      kind: definition.service,
      value: chosen,
    }))
}

const chartsOf = (quantity: string): readonly CurveQuantity[] =>
  quantity === 'rates' ? curveQuantities : chosenCharts(quantity)

/** The state that curves depend on: not where their axis stands. */
export const curvesKey = ({
  values,
  clusters,
  axis,
  quantity = 'rates',
}: Pick<ExplorerState, 'values' | 'clusters' | 'axis'> & { readonly quantity?: string }): string =>
  requestKey({ values: { ...values, [axis]: null }, clusters, axis, quantity })

/** Live curves of R_c, R_s, T_c and T_s against a parameter, exact beside the other methods. */
export class CurvesView {
  private readonly charts: ChartRow
  private readonly legend = html('p', { class: 'legend' })
  private points: readonly SweepPoint[] = []
  private axis: ExplorerParameter
  private quantity = 'rates'
  private unit: InformationUnit | undefined
  private place: number | undefined
  private drawn: readonly DrawnChart[] = []
  private shownLegend = ''
  readonly element: HTMLElement
  readonly frame: AnswerFrame

  constructor(
    private readonly store: ExplorerStore,
    stay: AbortSignal,
    retry: () => void,
  ) {
    this.axis = store.state.axis
    this.charts = new ChartRow(stay, (size) => this.draw(size))
    const axisChoice = html(
      'select',
      { id: 'explorer-axis' },
      ...explorerParameters.map(({ name, symbol, meaning }) =>
        html('option', { value: name, selected: name === store.state.axis }, `${symbol}: ${meaning}`),
      ),
    )
    axisChoice.addEventListener('change', () => store.set({ axis: axisChoice.value as ExplorerParameter }))
    store.subscribe(({ axis }) => {
      axisChoice.value = axis
    })
    const exports = exportButtons({
      name: 'isacnet-curves',
      drawing: () =>
        drawingSheet(
          this.drawings(lightTheme, { width: 460, height: 300 }).map(({ element }) => element),
          2,
        ),
      csv: () =>
        curvesCsv(
          this.points,
          this.axis,
          this.store.state.unit,
          this.quantity === 'rates' ? undefined : chosenQuantity(this.quantity),
        ),
    })
    this.frame = new AnswerFrame({
      label: 'Curves',
      content: [this.legend, this.charts.element, exports.element],
      stay,
      retry,
      changed: (standing) => exports.enable(isAnswered(standing)),
    })
    this.element = html(
      'div',
      { class: 'view curves' },
      html('p', { class: 'choice' }, html('label', { for: 'explorer-axis' }, 'Horizontal axis '), axisChoice),
      quantityControl(store),
      this.frame.element,
    )
  }

  /** Takes points, and the axis that they were asked for, unless what is shown is newer. */
  take(
    request: Pick<ExplorerState, 'values' | 'clusters' | 'axis'> & { readonly quantity?: string },
    points: readonly SweepPoint[],
    whole: boolean,
  ): void {
    if (!this.frame.state.answer(curvesKey(request), whole)) return
    this.points = points
    this.axis = request.axis
    this.quantity = request.quantity ?? 'rates'
    this.charts.redraw()
  }

  /** Shows the unit chosen, and where the network is on the axis. */
  update(): void {
    const { unit, values } = this.store.state
    const place = values[this.axis]
    // While a slider moves, most of what is shown is what was shown before.
    if (unit === this.unit && Object.is(place, this.place)) return
    this.unit = unit
    this.place = place
    this.charts.redraw()
  }

  private draw(size: ChartSize): void {
    const theme = pageTheme()
    const drawn = this.drawings(theme, size, this.drawn)
    drawn.forEach(({ element }, index) => {
      const old = this.drawn[index]?.element
      if (old === undefined) this.charts.element.append(element)
      else if (old !== element) old.replaceWith(element)
    })
    for (const { element } of this.drawn.slice(drawn.length)) element.remove()
    this.drawn = drawn
    const names = namesByPlace(this.points)
    const legend = JSON.stringify([names, theme])
    if (legend === this.shownLegend) return
    this.shownLegend = legend
    this.legend.replaceChildren(...legendEntries(names, theme))
  }

  private drawings(theme: ChartTheme, size: ChartSize, before: readonly DrawnChart[] = []): DrawnChart[] {
    return chartsOf(this.quantity).map((quantity, index) => {
      const chart = curveChart(quantity, this.points, this.axis, this.store.state, theme, size.width)
      const empty = this.frame.state.standing.shows === 'none' ? '' : chart.empty
      return drawLineChart({ ...chart, empty }, size, theme, before[index])
    })
  }
}

const curveChart = (
  { symbol, title, kind, value }: CurveQuantity,
  points: readonly SweepPoint[],
  axis: ExplorerParameter,
  { unit, values }: ExplorerState,
  theme: ChartTheme,
  chartWidth: number,
): LineChart => {
  const range = parameterRange(axis)
  const definition = definitionOf(axis)
  const all = points.map(({ x }) => x)
  return {
    title,
    xLabel: axisLabel(definition, chartWidth),
    yLabel:
      typeof value === 'string'
        ? [...symbolRuns(symbol), inBrackets(quantityUnit(value, unit))]
        : [
            value.quantity.term(services.find(({ service }) => service === kind)!),
            inBrackets(value.quantity.unit(unit)),
          ],
    xDomain: definition.integer && all.length > 1 ? [Math.min(...all), Math.max(...all)] : [range.from, range.to],
    xScale: range.scale,
    integerX: definition.integer,
    fromZero: true,
    lines: methodCurves(points, kind, value, unit).map(({ name, look, points: its }) => ({
      name,
      colour: theme[look.colour],
      dashes: look.dashes,
      width: look.width,
      marked: definition.integer,
      points: its,
    })),
    rule: values[axis],
    empty: 'No value of this axis makes a network.',
  }
}

/** The symbol, what it means if there is room, and the unit. */
const axisLabel = ({ symbol, meaning, unit }: ParameterDefinition, width: number): (string | SVGTSpanElement)[] => [
  ...(meaning.length * 6.4 < width - 110 ? [`${meaning}, `] : []),
  ...symbolRuns(symbol),
  inBrackets(unit),
]

const inBrackets = (unit: string): string => (unit === '' ? '' : ` (${unit})`)

export const quantityUnit = (value: RateQuantityName, unit: InformationUnit): string => quantityOf(value).unit(unit)
