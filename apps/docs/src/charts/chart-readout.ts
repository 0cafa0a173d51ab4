import type { LineChart } from './chart-types.js'
import { html, svg } from './element.js'
import { type DrawnChart, tickText } from './line-chart.js'

/** A chart that is shown, and what it was drawn from. */
export interface ReadableChart {
  readonly chart: LineChart
  readonly drawn: DrawnChart
}

/** A number to be read off: seven digits are what a curve is good for. */
const valueText = (value: number): string =>
  (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6)
    ? value.toExponential(4)
    : String(Number(value.toPrecision(6)))
  ).replaceAll('-', '−')

/** All places of a chart's lines, ascending. */
const placesOf = ({ lines }: LineChart): number[] =>
  [...new Set(lines.flatMap(({ points }) => points.flatMap(({ x, y }) => (Number.isFinite(y) ? [x] : []))))].sort(
    (a, b) => a - b,
  )

/** Values of all curves of a chart at a place, as one reads them. */
export const valuesAt = (chart: LineChart, x: number): { name: string; colour: string; text: string }[] =>
  chart.lines.flatMap(({ name, colour, points }) => {
    const point = points.find((candidate) => candidate.x === x)
    return point === undefined || !Number.isFinite(point.y) ? [] : [{ name, colour, text: valueText(point.y) }]
  })

/**
 * Reads values off charts that share a row: by the pointer, by touch, and by the arrow keys. A line goes through all charts of the row at the
 * nearest place, and a box has the values of all curves of the chart that is pointed at.
 */
export class ChartReadout {
  private readonly box = html('div', { class: 'readout-box', hidden: true })
  private readonly said = html('p', { class: 'visually-hidden', 'aria-live': 'polite' })
  private at: { readonly index: number; readonly x: number } | undefined

  /** @param row - the charts that are shown, and the element that has them: it can be focused. */
  constructor(
    private readonly row: { readonly element: HTMLElement; readonly charts: readonly ReadableChart[] },
    label: string,
  ) {
    const host = row.element
    host.tabIndex = 0
    host.setAttribute('role', 'group')
    host.setAttribute(
      'aria-label',
      `${label}. Arrow keys read values off the curves, up and down go from chart to chart.`,
    )
    host.classList.add('readable')
    const near = (event: PointerEvent): void => this.pointAt(event)
    host.addEventListener('pointermove', near)
    host.addEventListener('pointerdown', near)
    host.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.hide()
    })
    host.addEventListener('blur', () => this.hide())
    host.addEventListener('keydown', (event) => this.key(event))
  }

  /** The text for readers who can't see, which belongs beside the host. */
  get spoken(): HTMLElement {
    return this.said
  }

  /** Charts have been drawn anew: what is read off follows, if its place is still there. */
  refresh(): void {
    if (this.at !== undefined) this.show(this.at.index, this.at.x)
  }

  hide(): void {
    this.at = undefined
    this.box.hidden = true
    for (const { drawn } of this.row.charts) drawn.element.querySelector('.cursor')?.remove()
  }

  private pointAt(event: PointerEvent): void {
    const charts = this.row.charts
    const index = charts.findIndex(({ drawn }) => drawn.element.contains(event.target as Node))
    const found = charts[index]
    if (found === undefined) return
    const box = found.drawn.element.getBoundingClientRect()
    const pixels = ((event.clientX - box.left) * Number(found.drawn.element.getAttribute('width'))) / box.width
    const places = placesOf(found.chart)
    if (places.length === 0) return
    const distance = (place: number): number => Math.abs(found.drawn.x(place) - pixels)
    this.show(
      index,
      places.reduce((best, place) => (distance(place) < distance(best) ? place : best)),
    )
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.hide()
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const turn = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined && turn === undefined) return
    const charts = this.row.charts
    if (charts.length === 0) return
    event.preventDefault()
    const index = ((this.at?.index ?? 0) + (turn ?? 0) + charts.length) % charts.length
    const { chart } = charts[index]!
    const places = placesOf(chart)
    if (places.length === 0) return
    const from = this.at?.x ?? chart.rule ?? places[0]!
    const nearest = places.reduce(
      (best, place, now) => (Math.abs(place - from) < Math.abs(places[best]! - from) ? now : best),
      0,
    )
    const moved = this.at === undefined ? nearest : nearest + (step ?? 0)
    this.show(index, places[Math.min(places.length - 1, Math.max(0, moved))]!)
  }

  private show(index: number, x: number): void {
    const charts = this.row.charts
    const found = charts[index]
    const values = found === undefined ? [] : valuesAt(found.chart, x)
    if (found === undefined || values.length === 0) {
      this.hide()
      return
    }
    this.at = { index, x }
    for (const { chart, drawn } of charts) {
      drawn.element.querySelector('.cursor')?.remove()
      drawn.element.append(cursor(chart, drawn, x))
    }
    const head = `${axisText(found.chart)} = ${tickText(x)}`
    this.box.replaceChildren(
      html('strong', {}, head),
      ...values.map(({ name, colour, text }) =>
        html(
          'span',
          {},
          html('i', { style: `background:${colour}`, 'aria-hidden': 'true' }),
          html('span', {}, name),
          html('b', {}, text),
        ),
      ),
    )
    this.said.textContent = `${found.chart.title}, ${head}: ${values.map(({ name, text }) => `${name} ${text}`).join(', ')}`
    if (this.box.parentElement !== this.row.element) this.row.element.append(this.box)
    this.box.hidden = false
    this.place(found.drawn, x)
  }

  /** Beside the line, on the side that has room. */
  private place(drawn: DrawnChart, x: number): void {
    const row = this.row.element.getBoundingClientRect()
    const chart = drawn.element.getBoundingClientRect()
    const line = chart.left - row.left + (drawn.x(x) * chart.width) / Number(drawn.element.getAttribute('width'))
    const { offsetWidth: width } = this.box
    const right = line + 12 + width <= row.width
    this.box.style.left = `${Math.max(0, right ? line + 12 : line - 12 - width)}px`
    this.box.style.top = `${chart.top - row.top + 30}px`
  }
}

const axisText = ({ xLabel }: LineChart): string =>
  xLabel
    .map((run) => (typeof run === 'string' ? run : (run.textContent ?? '')))
    .join('')
    .replaceAll('\u200b', '')
    .replace(/^.*, /, '')

const cursor = (chart: LineChart, { x, y, element }: DrawnChart, at: number): SVGElement => {
  const height = Number(element.getAttribute('height'))
  const place = Math.round(x(at) * 100) / 100
  return svg(
    'g',
    { class: 'cursor', 'pointer-events': 'none' },
    svg('line', { x1: place, x2: place, y1: 30, y2: height - 44, stroke: 'currentColor', 'stroke-opacity': 0.6 }),
    ...chart.lines.flatMap(({ colour, points }) => {
      const point = points.find((candidate) => candidate.x === at)
      return point === undefined || !Number.isFinite(point.y) || isCutOff(chart, point.y)
        ? []
        : [svg('circle', { cx: place, cy: Math.round(y(point.y) * 100) / 100, r: 4, fill: colour, stroke: '#fff' })]
    }),
  )
}

const isCutOff = ({ yDomain }: LineChart, y: number): boolean =>
  yDomain !== undefined && (y < yDomain[0] || y > yDomain[1])
