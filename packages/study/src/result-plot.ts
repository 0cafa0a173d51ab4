import { quantityUnit, type SvgDocument, type SvgNode } from '@isacnet/drawing'
import type { InformationUnit } from '@isacnet/model'
import { parameterDefinitions } from '@isacnet/model'
import type { ResolvedStudy, SweptQuantity } from '@isacnet/scenario'
import type { ResultRow } from './result-row.js'

/** A value on the plot. */
interface Mark {
  readonly x: number
  readonly y: number
  readonly lower: number
  readonly upper: number
  /** `T_c` or `T_s`, with its unit: the panel. */
  readonly panel: string
  readonly computation: string
  /** The value of the second axis, or what is drawn. */
  readonly member: string
  readonly simulated: boolean
}

const panelWidth = 470
const panelHeight = 360
const headHeight = 40
const width = 2 * panelWidth + 20
const ink = '#222222'
const fontFamily = '"DejaVu Sans", Verdana, sans-serif'
/** Okabe and Ito's colours, which colour-blind people can tell apart. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#000000', '#e69f00', '#56b4e9']
const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'] as const
const dashes = ['', '7 4', '2 3', '10 3 2 3'] as const

/** Whether there is something to plot: one or two axes, the first with more than one value. */
export const isPlottable = ({ axes }: ResolvedStudy): boolean =>
  (axes.length === 1 || axes.length === 2) && axes.every(({ quantities }) => quantities.length > 0)

/**
 * Draws a study: communication on the left, sensing on the right, over the first axis; the values of the second axis are told
 * apart by colour and symbol, computations by dashes. Simulated values are symbols with their confidence intervals. Equal results
 * give equal text.
 *
 * @param document - a browser's document, or linkedom's.
 */
export const renderStudyPlot = async (
  study: ResolvedStudy,
  rows: readonly ResultRow[],
  document: SvgDocument,
): Promise<string> => {
  const Plot = await import('@observablehq/plot')
  const marks = marksOf(study, rows)
  const abscissa = study.axes[longestAxis(study)]!.quantities[0]!
  const members = [...new Set(marks.map(({ member }) => member))]
  const curveNames = [...new Set(marks.filter(({ simulated }) => !simulated).map(({ computation }) => computation))]
  const dashOf = (name: string): string => dashes[Math.max(0, curveNames.indexOf(name)) % dashes.length]!
  const scales = {
    color: { domain: members, range: members.map((_, index) => colours[index % colours.length]!) },
    symbol: { domain: members, range: members.map((_, index) => symbols[index % symbols.length]!) },
  }
  const style = { fontSize: '13px', fontFamily, color: ink, background: 'none' } as never
  const logarithmic = isGeometric(abscissa.values)
  const integers = abscissa.values.every(Number.isInteger)
  const panel = (name: string, x: number): SvgNode => {
    const its = marks.filter((mark) => mark.panel === name)
    const curves = its.filter(({ simulated }) => !simulated)
    const estimates = its.filter(({ simulated }) => simulated)
    const greatest = Math.max(0, ...its.map(({ upper }) => upper))
    const plot = Plot.plot({
      ...scales,
      document: document as never,
      width: panelWidth,
      height: panelHeight,
      marginTop: 34,
      marginLeft: 58,
      marginRight: 14,
      marginBottom: 52,
      style,
      x: {
        label: null,
        type: logarithmic ? 'log' : 'linear',
        domain: [Math.min(...abscissa.values), Math.max(...abscissa.values)],
        inset: 10,
        ...(integers && !logarithmic && abscissa.values.length <= 11 ? { ticks: [...abscissa.values] } : { ticks: 6 }),
      } as never,
      y: { label: null, grid: true, nice: true, domain: [0, greatest === 0 ? 1 : 1.03 * greatest] },
      marks: [
        Plot.frame({ stroke: ink }),
        ...curveNames.flatMap((computation) => {
          const curve = curves.filter((mark) => mark.computation === computation)
          const dash = dashOf(computation)
          return [
            Plot.line(curve, {
              ...{ x: 'x', y: 'y', stroke: 'member', z: 'member', strokeWidth: 1.8 },
              ...(dash === '' ? {} : { strokeDasharray: dash }),
            } as never),
            Plot.dot(curve, { x: 'x', y: 'y', stroke: 'member', fill: 'member', symbol: 'member', r: 2.6 } as never),
          ]
        }),
        Plot.ruleX(estimates, { x: 'x', y1: 'lower', y2: 'upper', stroke: 'member', strokeWidth: 1.4 } as never),
        Plot.dot(estimates, {
          ...{ x: 'x', y: 'y', stroke: 'member', fill: '#ffffff', symbol: 'member', r: 4.5, strokeWidth: 1.6 },
        } as never),
      ],
    }) as unknown as PlotElement
    return placed(plot, x, headHeight)
  }
  const entries = legendEntries(rows, members, curveNames, marks)
  const legendHeight = 22 * entries.length + 10
  const legend = Plot.plot({
    ...scales,
    document: document as never,
    width,
    height: legendHeight,
    margin: 0,
    style,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, legendHeight], range: [0, legendHeight], axis: null },
    marks: entries.flatMap(({ label, member, computation, open }, index) => {
      const y = 12 + 22 * index
      const colour = member === null ? ink : colours[members.indexOf(member) % colours.length]!
      const symbol = member === null ? 'circle' : symbols[members.indexOf(member) % symbols.length]!
      const dash = computation === null ? '' : dashOf(computation)
      return [
        ...(open
          ? [Plot.ruleX([78], { x: 78, y1: y - 8, y2: y + 8, stroke: ink, strokeWidth: 1.4 } as never)]
          : [
              Plot.line([58, 98], {
                ...{ x: (x: number) => x, y: () => y, stroke: colour, strokeWidth: 1.8 },
                ...(dash === '' ? {} : { strokeDasharray: dash }),
              } as never),
            ]),
        ...(member === null && !open
          ? []
          : [
              Plot.dot([78], {
                ...{ x: 78, y, symbol, stroke: colour, strokeWidth: 1.6, r: open ? 4.5 : 3.2 },
                fill: open ? '#ffffff' : colour,
              } as never),
            ]),
        Plot.text([label], { x: 108, y, text: (text: string) => text, textAnchor: 'start', fill: ink } as never),
      ]
    }),
  }) as unknown as PlotElement

  const text = (
    content: string,
    x: number,
    y: number,
    attributes: Readonly<Record<string, string | number>>,
  ): SvgNode => {
    const element = svgNode(document, 'text', { x, y, fill: ink, ...attributes })
    element.textContent = content
    return element
  }
  const height = headHeight + panelHeight + legendHeight
  const left = [0, panelWidth + 20]
  const svg = svgNode(document, 'svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    ...{ role: 'img', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontFamily, 'font-size': 13 },
  })
  const heading = study.title === '' ? 'Study' : study.title
  const title = svgNode(document, 'title')
  title.textContent = heading
  svg.append(
    title,
    svgNode(document, 'rect', { width, height, fill: '#ffffff' }),
    text(heading, 58, 26, { 'font-size': 16, 'font-weight': 'bold' }),
    ...(['communication', 'sensing'] as const).flatMap((service, index) => {
      const name = panelName(service, study.outputs.plotted, study.outputs.unit)
      const middle = left[index]! + (58 + panelWidth - 14) / 2
      return [
        panel(name, left[index]!),
        text(name, middle, headHeight + 22, { 'text-anchor': 'middle', 'font-size': 14 }),
        text(axisLabel(abscissa), middle, headHeight + panelHeight - 12, { 'text-anchor': 'middle', 'font-size': 14 }),
      ]
    }),
    placed(legend, 0, headHeight + panelHeight),
  )
  return `${withShortCoordinates(svg.outerHTML)}\n`
}

interface LegendEntry {
  readonly label: string
  readonly member: string | null
  /** Whose dashes are shown. */
  readonly computation: string | null
  /** An open symbol with its interval. */
  readonly open: boolean
}

const legendEntries = (
  rows: readonly ResultRow[],
  members: readonly string[],
  curveNames: readonly string[],
  marks: readonly Mark[],
): LegendEntry[] => {
  const simulations = new Set(marks.filter(({ simulated }) => simulated).map(({ computation }) => computation))
  const confidence = rows.find(({ confidence }) => confidence !== null)?.confidence ?? 0.95
  const named = members.some((member) => curveNames.includes(member) || simulations.has(member))
  return [
    ...members
      .filter((member) => !simulations.has(member))
      .map((member) => ({
        label: member,
        member,
        computation: curveNames.includes(member) ? member : null,
        open: false,
      })),
    ...(named || curveNames.length < 2 ? [] : curveNames).map((computation) => ({
      ...{ label: computation, member: null, computation, open: false },
    })),
    ...[...simulations].map((name) => ({
      label: `${name}, with its ${Math.round(1000 * confidence) / 10} % confidence interval`,
      member: members.includes(name) ? name : null,
      computation: null,
      open: true,
    })),
  ]
}

interface PlotElement extends SvgNode {
  querySelector(selector: string): { remove(): void } | null
}

/** A plot as a part of a larger picture. */
const placed = (plot: PlotElement, x: number, y: number): SvgNode => {
  plot.querySelector('style')?.remove()
  for (const [name, value] of Object.entries({ x: `${x}`, y: `${y}`, 'font-family': fontFamily, 'font-size': '13' }))
    plot.setAttribute(name, value)
  return plot
}

const svgNode = (
  document: SvgDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
): SvgNode => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

/** The axis with more values is the horizontal one. */
const longestAxis = ({ axes }: ResolvedStudy): number => {
  const lengths = axes.map(({ quantities }) => quantities[0]!.values.length)
  return lengths.length === 2 && lengths[1]! > lengths[0]! ? 1 : 0
}

const marksOf = (study: ResolvedStudy, rows: readonly ResultRow[]): Mark[] => {
  const axis = longestAxis(study)
  const abscissa = study.axes[axis]!.quantities[0]!
  const family = study.axes[1 - axis]?.quantities[0]
  const { unit, plotted } = study.outputs
  return rows.flatMap((row) =>
    (['communication', 'sensing'] as const).flatMap((service) => {
      const value = row[`${service}${plotted === 'ase' ? 'Ase' : 'Rate'}`]
      const x = row.coordinates[abscissa.name]
      if (value === null || x === undefined) return []
      const member =
        family === undefined
          ? row.computation
          : `${shortName(family)} = ${row.coordinates[family.name]}${withBlank(family.unit)}`
      return [
        {
          x,
          y: value.value,
          lower: value.interval?.[0] ?? value.value,
          upper: value.interval?.[1] ?? value.value,
          panel: panelName(service, plotted, unit),
          computation: row.computation,
          member,
          simulated: row.kind === 'simulation',
        },
      ]
    }),
  )
}

const panelName = (service: 'communication' | 'sensing', plotted: 'rate' | 'ase', unit: InformationUnit): string => {
  const name =
    plotted === 'ase' ? `ASE of ${service}` : service === 'communication' ? 'rate of a user' : 'rate of a target'
  return `${name} (${quantityUnit(`${service}-${plotted}`, unit)})`
}

const shortName = ({ name }: SweptQuantity): string =>
  parameterDefinitions.find((definition) => definition.name === name)?.symbol ?? name

const axisLabel = (quantity: SweptQuantity): string => {
  const definition = parameterDefinitions.find(({ name }) => name === quantity.name)
  const unit = quantity.unit === '' ? (definition?.unit ?? '') : quantity.unit
  const label = definition === undefined ? quantity.name : `${definition.meaning}, ${definition.symbol}`
  return unit === '' ? label : `${label} (${unit})`
}

const withBlank = (unit: string): string => (unit === '' ? '' : ` ${unit}`)

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

/** Thousandths of a pixel are enough, and don't depend on how a machine rounds. */
const withShortCoordinates = (svg: string): string =>
  svg.replace(/="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 1000) / 1000)),
  )
