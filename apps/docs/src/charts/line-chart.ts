import type { ChartTheme } from './chart-theme.js'
import type { ChartBand, ChartIntervals, ChartLine, ChartPoint, ChartShade, LineChart } from './chart-types.js'
import { svg, svgWithSymbols } from './element.js'
import { axisScale, powersOfTen, roundValues, type Scale } from './scale.js'
import { verticalScale, verticalTicks } from './vertical-scale.js'

export interface ChartSize {
  readonly width: number
  readonly height: number
}

const margin = { top: 34, right: 16, bottom: 44, left: 58 }
const fontSize = 12
const fontFamily = 'system-ui, "DejaVu Sans", sans-serif'

/** Scales of a drawn chart, for whoever points at it. */
export interface DrawnChart {
  readonly element: SVGSVGElement
  readonly x: Scale
  readonly y: Scale
  /** The lines and marks between the axes. */
  readonly content: SVGGElement
  /** Equal for charts whose axes look the same. */
  readonly axes: string
}

/**
 * Draws a chart. All looks are attributes, so that the element stands alone as a file. If its axes are those of the chart that was
 * drawn `before`, that one's element is kept and gets the new content: to lay text out costs more than all the rest.
 */
export const drawLineChart = (
  chart: LineChart,
  size: ChartSize,
  theme: ChartTheme,
  before?: DrawnChart,
): DrawnChart => {
  const { width, height } = size
  const [left, right] = [margin.left, width - margin.right]
  const [top, bottom] = [margin.top, height - margin.bottom]
  const x = axisScale(chart.xScale, chart.xDomain, [left + 8, right - 8])
  const y = verticalScale(chart, [bottom, top])
  const { title, xDomain, xScale, yScale, integerX, xLabel, yLabel } = chart
  const axes = JSON.stringify([
    [title, xDomain, xScale, yScale, integerX, y.domain, size, theme],
    [xLabel, yLabel].map((runs) => runs.map((run) => (typeof run === 'string' ? run : run.textContent))),
  ])
  const content = contentOf(chart, x, y, { left, right, top, bottom }, theme)
  if (before?.axes === axes) {
    before.content.replaceChildren(...content)
    before.element.setAttribute('aria-label', description(chart))
    return before
  }
  const group = svg('g', {}, ...content)
  const element = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': description(chart),
      'font-family': fontFamily,
      'font-size': fontSize,
    },
    svg('rect', { width, height, fill: theme.background }),
    svg('text', { x: left, y: 18, fill: theme.ink, 'font-weight': 600, 'font-size': fontSize + 1 }, chart.title),
    ...horizontalAxis(chart, x, { left, right, bottom, top }, theme),
    ...verticalAxis(chart, y, { left, right, bottom, top }, theme),
    group,
  )
  return { element, x, y, content: group, axes }
}

const contentOf = (
  chart: LineChart,
  x: Scale,
  y: Scale,
  { left, right, top, bottom }: Frame,
  theme: ChartTheme,
): SVGElement[] => {
  const content: SVGElement[] = (chart.shades ?? []).flatMap((shade) =>
    drawShade(shade, chart, x, { left, right, top, bottom }, theme),
  )
  if (chart.rule !== undefined && chart.rule >= chart.xDomain[0] && chart.rule <= chart.xDomain[1]) {
    const at = rounded(x(chart.rule))
    content.push(svg('line', { x1: at, x2: at, y1: top, y2: bottom, stroke: theme.faint, 'stroke-dasharray': '2 3' }))
  }
  for (const band of chart.bands ?? []) content.push(drawBand(band, x, y))
  // Solid lines last: an approximation that coincides must not hide the exact curve.
  for (const line of chart.lines.toReversed()) content.push(...drawLine(line, x, y, theme))
  for (const intervals of chart.intervals ?? []) content.push(drawIntervals(intervals, x, y, theme))
  if (chart.lines.every((line) => !hasPoints(line)) && chart.empty !== '') {
    content.push(
      svg(
        'text',
        { x: (left + right) / 2, y: (top + bottom) / 2, fill: theme.faint, 'text-anchor': 'middle' },
        chart.empty,
      ),
    )
  }
  if (chart.yDomain === undefined) return content
  // A drawing in the drawing ends at its edge.
  const [width, height] = [right - left, bottom - top]
  return [svg('svg', { x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}` }, ...content)]
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const horizontalAxis = (
  chart: LineChart,
  x: Scale,
  { left, right, top, bottom }: Frame,
  theme: ChartTheme,
): SVGElement[] => [
  svg('line', { x1: left, x2: right, y1: bottom, y2: bottom, stroke: theme.ink }),
  ...horizontalTicks(chart, x, right - left).flatMap((value) => {
    const at = rounded(x(value))
    return [
      svg('line', { x1: at, x2: at, y1: top, y2: bottom, stroke: theme.grid }),
      svg('line', { x1: at, x2: at, y1: bottom, y2: bottom + 4, stroke: theme.ink }),
      svg('text', { x: at, y: bottom + 17, fill: theme.ink, 'text-anchor': 'middle' }, tickText(value)),
    ]
  }),
  svg(
    'text',
    { x: (left + right) / 2, y: bottom + 36, fill: theme.ink, 'text-anchor': 'middle' },
    ...chart.xLabel.map((run) => (typeof run === 'string' ? run : (run.cloneNode(true) as SVGTSpanElement))),
  ),
]

const horizontalTicks = (chart: LineChart, x: Scale, width: number): number[] => {
  const count = Math.max(2, Math.floor(width / 55))
  if (chart.xScale === 'logarithmic') {
    const [low, high] = chart.xDomain
    // A single decade has room for more than its ends.
    if (high / low < 100)
      return [1, 2, 5]
        .flatMap((digit) => powersOfTen(low, high).map((power) => digit * power))
        .filter((value) => value >= low && value <= high)
    const decades = powersOfTen(low, high).filter((power) => power >= low)
    const step = Math.ceil(decades.length / count)
    return decades.filter((_, index) => index % step === 0)
  }
  return roundValues(x.domain, count).filter((value) => !chart.integerX || Number.isInteger(value))
}

const verticalAxis = (
  chart: LineChart,
  y: Scale,
  { left, right, top, bottom }: Frame,
  theme: ChartTheme,
): SVGElement[] => [
  ...verticalTicks(chart, y).flatMap((value) => {
    const at = rounded(y(value))
    return [
      svg('line', { x1: left, x2: right, y1: at, y2: at, stroke: theme.grid }),
      svg('text', { x: left - 7, y: at + 4, fill: theme.ink, 'text-anchor': 'end' }, tickText(value)),
    ]
  }),
  svg('line', { x1: left, x2: left, y1: top, y2: bottom, stroke: theme.ink }),
  svg(
    'text',
    {
      transform: `translate(14,${(top + bottom) / 2}) rotate(-90)`,
      fill: theme.ink,
      'text-anchor': 'middle',
      // What is longer than the axis would be cut off.
      'font-size': Math.min(fontSize, rounded((bottom - top + 24) / (0.55 * textOf(chart.yLabel).length))),
    },
    ...chart.yLabel.map((run) => (typeof run === 'string' ? run : (run.cloneNode(true) as SVGTSpanElement))),
  ),
]

const textOf = (runs: LineChart['yLabel']): string =>
  runs.map((run) => (typeof run === 'string' ? run : (run.textContent ?? ''))).join('')

const drawLine = (line: ChartLine, x: Scale, y: Scale, theme: ChartTheme): SVGElement[] => {
  if (!hasPoints(line)) return []
  const known = (point: ChartPoint | undefined): boolean => point !== undefined && Number.isFinite(point.y)
  const at = (point: ChartPoint): ChartPoint => ({ x: rounded(x(point.x)), y: rounded(y(point.y)) })
  const steps = line.points.flatMap((point, index) =>
    known(point) ? [{ ...at(point), pen: known(line.points[index - 1]) ? 'L' : 'M' }] : [],
  )
  // What lies between two gaps is no line.
  const places = line.points
    .filter(
      (point, index) =>
        known(point) && (line.marked || !(known(line.points[index - 1]) || known(line.points[index + 1]))),
    )
    .map(at)
  const path = svg('path', {
    d: steps.map((step) => `${step.pen}${step.x},${step.y}`).join(''),
    fill: 'none',
    stroke: line.colour,
    'stroke-width': line.width,
    'stroke-linejoin': 'round',
    ...(line.dashes.length === 0 ? {} : { 'stroke-dasharray': line.dashes.join(' ') }),
  })
  if (places.length === 0) return [path]
  const solid = line.dashes.length === 0
  // All in one path: hundreds of elements take longer than a frame has.
  const marks = svg('path', {
    d: places.map((place) => circlePath(place, solid ? 3 : 4.2)).join(''),
    fill: solid ? line.colour : 'none',
    stroke: solid ? theme.background : line.colour,
    'stroke-width': solid ? 1 : 1.3,
  })
  return [path, marks]
}

const circlePath = ({ x, y }: ChartPoint, radius: number): string =>
  `M${rounded(x - radius)},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0z`

const drawBand = ({ colour, points }: ChartBand, x: Scale, y: Scale): SVGElement => {
  const edge = (value: (point: ChartBand['points'][number]) => number): string[] =>
    points.map((point) => `${rounded(x(point.x))},${rounded(y(value(point)))}`)
  return svg('path', {
    d:
      points.length === 0
        ? ''
        : `M${edge(({ high }) => high).join('L')}L${edge(({ low }) => low)
            .reverse()
            .join('L')}Z`,
    fill: colour,
    'fill-opacity': 0.22,
  })
}

/** Crosses with their intervals, in one path. */
const drawIntervals = ({ colour, points }: ChartIntervals, x: Scale, y: Scale, theme: ChartTheme): SVGElement => {
  const marks = points.filter(({ y: value, low }) => Number.isFinite(value) && Number.isFinite(y(Math.max(low, 0))))
  const d = marks.map((mark) => {
    const [at, middle, low, high] = [x(mark.x), y(mark.y), y(mark.low), y(mark.high)].map(rounded) as [
      number,
      number,
      number,
      number,
    ]
    return (
      `M${at - 4},${middle - 4}L${at + 4},${middle + 4}M${at - 4},${middle + 4}L${at + 4},${middle - 4}` +
      `M${at},${low}L${at},${high}M${at - 3},${low}L${at + 3},${low}M${at - 3},${high}L${at + 3},${high}`
    )
  })
  return svg(
    'g',
    { fill: 'none' },
    svg('path', { d: d.join(''), stroke: theme.background, 'stroke-width': 3.5 }),
    svg('path', { d: d.join(''), stroke: colour, 'stroke-width': 1.6 }),
  )
}

/** Hatched, with the reason along it, as far as there is room. */
const drawShade = (
  { from, to, text }: ChartShade,
  chart: LineChart,
  x: Scale,
  { left, right, top, bottom }: Frame,
  theme: ChartTheme,
): SVGElement[] => {
  const [low, high] = chart.xDomain
  const [first, last] = [Math.max(from, low), Math.min(to, high)]
  if (!(last >= first) || (from > high && to > high)) return []
  const start = first <= low ? left : rounded(x(first))
  const end = last >= high ? right : rounded(x(last))
  const width = end - start
  if (width < 1) return []
  const middle = (start + end) / 2
  const along = { fill: theme.faint, 'text-anchor': 'middle', 'font-size': fontSize - 1 }
  const flat = width > 6 * text.length
  return [
    svg('rect', { x: start, y: top, width, height: bottom - top, fill: theme.faint, 'fill-opacity': 0.13 }),
    ...(flat
      ? [svg('text', { ...along, x: middle, y: top + 14 }, ...svgWithSymbols(text))]
      : width > 16 && bottom - top > 6 * text.length
        ? [
            svg(
              'text',
              { ...along, transform: `translate(${rounded(middle + 4)},${(top + bottom) / 2}) rotate(-90)` },
              ...svgWithSymbols(text),
            ),
          ]
        : []),
  ]
}

const hasPoints = ({ points }: ChartLine): boolean => points.some(({ y }) => Number.isFinite(y))

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100

export const tickText = (value: number): string =>
  (Math.abs(value) >= 1e5 || (value !== 0 && Math.abs(value) < 1e-3)
    ? value.toExponential(0)
    : String(Number(value.toPrecision(6)))
  ).replace('-', '−')

const description = ({ title, lines }: LineChart): string => {
  const shown = lines.filter(hasPoints).map(({ name }) => name)
  return shown.length === 0
    ? `${title}: no points`
    : `${title}: ${shown.join(', ')}. The values are in the tables of this page.`
}

/** A piece of a line, for a legend. */
export const lineSample = ({ colour, dashes, width }: Pick<ChartLine, 'colour' | 'dashes' | 'width'>): SVGSVGElement =>
  svg(
    'svg',
    { width: 34, height: 10, 'aria-hidden': 'true' },
    svg('line', {
      x1: 0,
      x2: 34,
      y1: 5,
      y2: 5,
      stroke: colour,
      'stroke-width': width,
      'stroke-dasharray': dashes.join(' '),
    }),
  )
