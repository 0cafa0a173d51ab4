import { ink } from '../style/colours.js'
import type { PlotElement } from '../svg/plot-element.js'
import type { PanelChart, PanelPoint } from './panel-chart.js'
import { margin, panelHeight, panelWidth } from './panel-layout.js'
import { dashed, type PanelTools, sharedOptions } from './panel-tools.js'

/** One panel: axes, lines with their points, and simulated values with their intervals. */
export const panelPlot = ({ x: { values }, points }: PanelChart, label: string, tools: PanelTools): PlotElement => {
  const { Plot, style } = tools
  const its = points.filter(({ panel }) => panel === label)
  const estimates = its.filter(({ simulated }) => simulated)
  const greatest = Math.max(0, ...its.map(({ upper }) => upper))
  const logarithmic = isGeometric(values)
  const named = values.every(Number.isInteger) && !logarithmic && values.length <= 11
  return Plot.plot({
    ...sharedOptions(tools),
    width: panelWidth,
    height: panelHeight,
    marginTop: margin.top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    x: {
      label: null,
      type: logarithmic ? 'log' : 'linear',
      domain: [Math.min(...values), Math.max(...values)],
      inset: 10,
      ticks: named ? [...values] : 6,
    } as never,
    y: { label: null, grid: true, nice: true, domain: [0, greatest === 0 ? 1 : 1.03 * greatest] },
    marks: [
      Plot.frame({ stroke: ink }),
      ...style.lineMethods.flatMap((method) => lineMarks(its, method, tools)),
      Plot.ruleX(estimates, { x: 'x', y1: 'lower', y2: 'upper', stroke: 'member', strokeWidth: 1.4 } as never),
      Plot.dot(estimates, {
        ...{ x: 'x', y: 'y', stroke: 'member', fill: '#ffffff', symbol: 'member', r: 4.5, strokeWidth: 1.6 },
      } as never),
    ],
  }) as unknown as PlotElement
}

/** The lines of one method, with their points. */
const lineMarks = (points: readonly PanelPoint[], method: string, { Plot, style }: PanelTools) => {
  const its = points.filter((point) => !point.simulated && point.method === method)
  return [
    Plot.line(its, {
      ...{ x: 'x', y: 'y', stroke: 'member', z: 'member', strokeWidth: 1.8 },
      ...dashed(style.dashes(method)),
    } as never),
    Plot.dot(its, { x: 'x', y: 'y', stroke: 'member', fill: 'member', symbol: 'member', r: 2.6 } as never),
  ]
}

/** Values of a `logspace`: their quotients agree, and span more than a decade. */
const isGeometric = (values: readonly number[]): boolean => {
  if (values.length < 3 || !values.every((value) => value > 0)) return false
  const quotients = values.slice(1).map((value, index) => value / values[index]!)
  const [first = 1] = quotients
  return (
    Math.abs(Math.log10(values.at(-1)! / values[0]!)) >= 1 &&
    quotients.every((quotient) => Math.abs(quotient / first - 1) < 1e-6)
  )
}
