import { ink } from '../style/colours.js'
import type { PlotElement } from '../svg/plot-element.js'
import type { PanelChart } from './panel-chart.js'
import { legendRowHeight } from './panel-layout.js'
import type { PanelStyle } from './panel-style.js'
import { dashed, type PanelTools, sharedOptions } from './panel-tools.js'

/** One line of the legend; a member or method that it doesn't tell is `null`. */
export interface PanelLegendEntry {
  readonly label: string
  readonly member: string | null
  /** The method whose dashes are shown. */
  readonly method: string | null
  /** Whether it shows an open symbol with its interval. */
  readonly open: boolean
}

/** Members, then methods where there are several of lines, then simulations. */
export const panelLegend = (
  { points, confidence }: PanelChart,
  { members, lineMethods }: PanelStyle,
): PanelLegendEntry[] => {
  const simulations = new Set(points.filter(({ simulated }) => simulated).map(({ method }) => method))
  const named = members.some((member) => lineMethods.includes(member) || simulations.has(member))
  return [
    ...members
      .filter((member) => !simulations.has(member))
      .map((member) => ({
        label: member,
        member,
        method: lineMethods.includes(member) ? member : null,
        open: false,
      })),
    ...(named || lineMethods.length < 2
      ? []
      : lineMethods.map((label) => ({ label, member: null, method: label, open: false }))),
    ...[...simulations].map((name) => ({
      label: `${name}, with its ${Math.round(1000 * confidence) / 10} % confidence interval`,
      member: members.includes(name) ? name : null,
      method: null,
      open: true,
    })),
  ]
}

/** The legend as a plot of its own. */
export const legendPlot = (
  entries: readonly PanelLegendEntry[],
  width: number,
  height: number,
  tools: PanelTools,
): PlotElement => {
  const { Plot } = tools
  return Plot.plot({
    ...sharedOptions(tools),
    width,
    height,
    margin: 0,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: entries.flatMap((entry, index) => legendMarks(entry, 12 + legendRowHeight * index, tools)),
  }) as unknown as PlotElement
}

/** One line of the legend: its sample, and what it stands for. */
const legendMarks = (
  { label, member, method, open }: PanelLegendEntry,
  y: number,
  { Plot, style: { colour: colourOf, symbol: symbolOf, dashes } }: PanelTools,
) => {
  const [left, middle, right, textStart] = [58, 78, 98, 108]
  const colour = member === null ? ink : colourOf(member)
  const symbol = member === null ? 'circle' : symbolOf(member)
  return [
    ...(open
      ? [Plot.ruleX([middle], { x: middle, y1: y - 8, y2: y + 8, stroke: ink, strokeWidth: 1.4 } as never)]
      : [
          Plot.line([left, right], {
            ...{ x: (x: number) => x, y: () => y, stroke: colour, strokeWidth: 1.8 },
            ...dashed(method === null ? '' : dashes(method)),
          } as never),
        ]),
    ...(member === null && !open
      ? []
      : [
          Plot.dot([middle], {
            ...{ x: middle, y, symbol, stroke: colour, strokeWidth: 1.6, r: open ? 4.5 : 3.2 },
            fill: open ? '#ffffff' : colour,
          } as never),
        ]),
    Plot.text([label], { x: textStart, y, text: (text: string) => text, textAnchor: 'start', fill: ink } as never),
  ]
}
