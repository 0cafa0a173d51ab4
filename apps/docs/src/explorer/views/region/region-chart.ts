import { fromNats, type InformationUnit, quantitySymbol, type Service } from '@isacnet/model'
import type { ChartTheme } from '../../../charts/chart-theme.js'
import type { LineChart } from '../../../charts/chart-types.js'
import { html, svg, symbolRuns } from '../../../charts/element.js'
import type { SheetLegendLine } from '../../../charts/export-image.js'
import type { DrawnChart } from '../../../charts/line-chart.js'
import type { ExplorerState } from '../../state/explorer-state.js'
import type { RegionPart } from '../../workers/region/region-worker.js'
import { quantityUnit } from '../quantity-unit.js'

type Region = NonNullable<RegionPart['region']>

interface Line {
  readonly text: string
  readonly colour: keyof ChartTheme
  readonly dashes: readonly number[]
  readonly width: number
}

const staircase: Line = { text: 'staircase', colour: 'blue', dashes: [], width: 1 }
const hull: Line = { text: 'hull: any time sharing', colour: 'green', dashes: [7, 4], width: 2 }
const sharing: Line = { text: 'time sharing between the corners', colour: 'faint', dashes: [2, 3], width: 2 }
const lines = [staircase, hull, sharing]

/** The legend of the page. */
export const legend = (theme: ChartTheme, limited: boolean): HTMLElement[] => {
  const entry = (text: string, ...marks: SVGElement[]): HTMLElement =>
    html('span', { class: 'entry' }, svg('svg', { width: 34, height: 16, 'aria-hidden': 'true' }, ...marks), text)
  return [
    entry('Pareto points', svg('circle', { cx: 17, cy: 8, r: 3.4, fill: theme.blue })),
    ...lines.map(({ text, colour, dashes, width }) =>
      entry(
        text,
        svg('line', {
          x1: 0,
          x2: 34,
          y1: 8,
          y2: 8,
          stroke: theme[colour],
          'stroke-dasharray': dashes.join(' '),
          'stroke-width': width,
        }),
      ),
    ),
    ...(limited
      ? [
          entry(
            'excluded by the limits',
            svg('rect', { x: 2, y: 2, width: 30, height: 12, fill: theme.faint, 'fill-opacity': 0.3 }),
          ),
        ]
      : []),
    entry(
      'the best',
      svg('circle', { cx: 17, cy: 8, r: 6, fill: 'none', stroke: theme.vermillion, 'stroke-width': 2.4 }),
    ),
    entry('this network', svg('path', { d: 'M12,3L22,13M12,13L22,3', stroke: theme.ink, 'stroke-width': 2.2 })),
  ]
}

/** The legend of a file. */
export const exportedLegend = ({ limits }: ExplorerState, theme: ChartTheme): SheetLegendLine[] => [
  ...lines.map(({ colour, ...line }) => ({ ...line, colour: theme[colour] })),
  ...(Object.keys(limits).length === 0
    ? []
    : [{ text: 'grey: excluded by the limits', colour: theme.faint, dashes: [], width: 8 }]),
]

type Places = readonly { readonly communication: number; readonly sensing: number }[]

/**
 * The chart of a region.
 *
 * @param region - within the limits, if there are any.
 * @param whole - without them: the axes show all of it.
 */
export const regionChart = (
  region: Region | undefined,
  whole: Region | undefined,
  { unit, metric }: ExplorerState,
  theme: ChartTheme,
): LineChart => {
  const points = (list: Places = []) =>
    list.map(({ communication, sensing }) => ({ x: fromNats(communication, unit), y: fromNats(sensing, unit) }))
  const corners = region === undefined ? [] : [region.corners.communicationOptimal, region.corners.sensingOptimal]
  const all = points((whole ?? region)?.frontier)
  const value = region?.metric ?? metric
  const axis = (service: Service) => [
    `${service}, `,
    ...symbolRuns(quantitySymbol(value, service)),
    ` (${quantityUnit(value, unit)})`,
  ]
  const line = ({ text, colour, dashes, width }: Line, places: Places | undefined) => ({
    name: text,
    colour: theme[colour],
    dashes,
    width,
    marked: false,
    points: points(places),
  })
  return {
    title: 'All allocations of this network',
    xLabel: axis('communication'),
    yLabel: axis('sensing'),
    xDomain: [0, 1.04 * Math.max(1e-9, ...all.map(({ x }) => x))],
    xScale: 'linear',
    integerX: false,
    fromZero: true,
    upTo: 1.04 * Math.max(1e-9, ...all.map(({ y }) => y)),
    lines: [
      {
        name: 'Pareto points',
        colour: theme.blue,
        dashes: [],
        width: 0,
        marked: true,
        points: points(region?.frontier),
      },
      line(staircase, region?.staircase),
      line(hull, region?.hull),
      line(sharing, corners),
    ],
    empty: whole === undefined ? '' : 'No allocation meets the limits.',
  }
}

/** The part of the whole region that limits exclude, as a shade. */
export const excludedArea = (
  { x, y }: DrawnChart,
  whole: Region | undefined,
  within: Region | undefined,
  unit: InformationUnit,
  theme: ChartTheme,
): SVGElement | undefined => {
  if (whole === undefined) return undefined
  const origin = { communication: 0, sensing: 0 }
  const ring = (places: Places): string =>
    `M${[...places, origin]
      .map(({ communication, sensing }) =>
        [x(fromNats(communication, unit)), y(fromNats(sensing, unit))].map((pixels) => pixels.toFixed(2)).join(),
      )
      .join('L')}Z`
  return svg('path', {
    class: 'excluded',
    d: ring(whole.staircase) + (within === undefined ? '' : ring(within.staircase)),
    fill: theme.faint,
    'fill-opacity': 0.22,
    'fill-rule': 'evenodd',
  })
}
