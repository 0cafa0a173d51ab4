import type { SpatialAllocation } from '@isacnet/optimization'
import { quantityUnit } from '../chart/quantity.js'
import { plainText } from '../label/label.js'
import { svgLabel } from '../label/svg-label.js'
import { ink, okabeIto } from '../style/colours.js'
import { markerPath } from '../style/marker-shape.js'
import { fontFamily } from '../style/typeface.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import type { RegionDrawing, RegionGain, RegionPlace } from './region-drawing.js'

const width = 900
const height = 520
const margin = { top: 52, right: 326, bottom: 58, left: 66 }
const fontSize = 14
const background = '#b0b0b0'
const headroom = 1.06

const staircaseColour = okabeIto.blue
const hullColour = okabeIto.green
const sharingColour = okabeIto.vermillion

interface Scales {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

/**
 * Draws a region: the achievable points behind, the staircase with the Pareto points on it, the convex hull, the two corner points
 * with their time-sharing segment, and the largest gains over it. Each has a line or marker of its own, so that none is taken for
 * another without colours either. The legend stands beside the plot area.
 *
 * @param document - a browser's document, or linkedom's: `parseHTML('<html></html>').document`.
 * @returns an SVG document of 900 × 520 pixels; equal drawings give equal text.
 */
export const renderRegion = async (drawing: RegionDrawing, document: SvgDocument): Promise<string> => {
  const Plot = await import('@observablehq/plot')
  const { staircase, hull, communicationOptimal: a, sensingOptimal: b } = drawing
  const custom =
    (draw: (scales: Scales) => SvgNode) =>
    (_index: unknown, scales: unknown): SvgNode =>
      draw(scales as Scales)
  const line = (points: readonly RegionPlace[], colour: string, strokeWidth: number, dashes: string | null): never =>
    Plot.line(points, {
      x: 'communication',
      y: 'sensing',
      stroke: colour,
      strokeWidth,
      strokeDasharray: dashes,
      strokeLinejoin: 'miter',
    } as never) as never
  const svg = Plot.plot({
    document: document as never,
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    className: 'isacnet',
    style: { fontSize: `${fontSize - 1}px`, fontFamily, color: ink, background: '#ffffff' } as never,
    x: { label: null, domain: [0, headroom * a.communication], nice: true },
    y: { label: null, domain: [0, headroom * b.sensing], nice: true },
    marks: [
      custom(() => svgElement(document, 'rect', { width, height, fill: '#ffffff' })) as never,
      Plot.gridX({ ticks: 8, stroke: '#e4e4e4', strokeOpacity: 1 }),
      Plot.gridY({ ticks: 7, stroke: '#e4e4e4', strokeOpacity: 1 }),
      custom((scales) => cloud(document, drawing, scales)) as never,
      Plot.axisX({ ticks: 8, tickSize: 5, label: null, fontSize: fontSize - 1 }),
      Plot.axisY({ ticks: 7, tickSize: 5, label: null, fontSize: fontSize - 1 }),
      Plot.frame({ stroke: ink }),
      line([a, b], sharingColour, 1.8, dashes.sharing),
      line(hull, hullColour, 1.8, dashes.hull),
      line(staircase, staircaseColour, 1.5, null),
      custom((scales) => gains(document, drawing, scales)) as never,
      custom((scales) => points(document, drawing, scales)) as never,
      custom(() => lettering(document, drawing)) as never,
      custom(() => legend(document, drawing)) as never,
    ],
  }) as unknown as SvgNode & {
    prepend(...children: SvgNode[]): void
    querySelector(selector: string): { remove(): void } | null
  }
  svg.querySelector('style')?.remove()
  const title = svgElement(document, 'title')
  title.textContent = plainText(drawing.title)
  const description = svgElement(document, 'desc')
  description.textContent =
    `Pareto points, their staircase, their convex hull, and time sharing between the corner points ` +
    `(${plainText(allocationLabel(a.allocation))}) and (${plainText(allocationLabel(b.allocation))}).`
  svg.prepend(title, description)
  for (const [name, value] of Object.entries({
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'font-family': fontFamily,
    'font-size': String(fontSize - 1),
  }))
    svg.setAttribute(name, value)
  return `${svg.outerHTML.replace(/="[^"]*"/g, withShortNumbers)}\n`
}

/** Thousandths of a pixel are enough, and don't depend on how a machine rounds. */
const withShortNumbers = (attribute: string): string =>
  attribute.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 1000) / 1000))

const dashes = { hull: '7 4', sharing: '2 3' } as const

/** Achievable points, one for each two pixels: more would hide each other. */
const cloud = (document: SvgDocument, { achievable }: RegionDrawing, { x, y }: Scales): SvgNode => {
  const cells = new Set<string>()
  for (const { communication, sensing } of achievable)
    cells.add(`M${2 * Math.round(x(communication) / 2)},${2 * Math.round(y(sensing) / 2)}h0`)
  return svgElement(document, 'g', { 'aria-label': 'achievable points' }, [
    svgElement(document, 'path', {
      d: [...cells].join(''),
      fill: 'none',
      stroke: background,
      'stroke-width': 2.6,
      'stroke-linecap': 'round',
    }),
  ])
}

const marker = (
  document: SvgDocument,
  at: { readonly x: number; readonly y: number },
  shape: 'circle' | 'square' | 'diamond',
  size: number,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode =>
  svgElement(document, 'path', {
    transform: `translate(${at.x},${at.y})`,
    d: markerPath(shape, size),
    ...attributes,
  })

const paretoMark = (document: SvgDocument, x: number, y: number): SvgNode =>
  marker(document, { x, y }, 'circle', 30, { fill: staircaseColour, stroke: '#ffffff', 'stroke-width': 0.8 })

const vertexMark = (document: SvgDocument, x: number, y: number): SvgNode =>
  marker(document, { x, y }, 'circle', 130, { fill: 'none', stroke: hullColour, 'stroke-width': 1.5 })

const cornerMark = (document: SvgDocument, x: number, y: number): SvgNode =>
  marker(document, { x, y }, 'square', 120, { fill: 'none', stroke: sharingColour, 'stroke-width': 2 })

const points = (document: SvgDocument, drawing: RegionDrawing, { x, y }: Scales): SvgNode => {
  const { communicationOptimal, sensingOptimal, hull, frontier } = drawing
  const at = ({ communication, sensing }: RegionPlace): [number, number] => [x(communication), y(sensing)]
  return svgElement(document, 'g', { 'aria-label': 'points' }, [
    ...frontier.map((point) => paretoMark(document, ...at(point))),
    ...hull.map((point) => vertexMark(document, ...at(point))),
    ...[communicationOptimal, sensingOptimal].map((point) => cornerMark(document, ...at(point))),
  ])
}

/** A line with a bar at each end, and a letter that the legend explains. */
const gains = (
  document: SvgDocument,
  { gains: { atEqualCommunication, atEqualSensing } }: RegionDrawing,
  { x, y }: Scales,
): SvgNode => {
  const parts: SvgNode[] = []
  const draw = ({ from, to, gain }: RegionGain, letter: string): void => {
    if (!(gain > 0)) return
    const [x1, y1, x2, y2] = [x(from.communication), y(from.sensing), x(to.communication), y(to.sensing)]
    const vertical = letter === 'A'
    const bar = (px: number, py: number): string => (vertical ? `M${px - 4},${py}h8` : `M${px},${py - 4}v8`)
    parts.push(
      svgElement(document, 'path', {
        d: `M${x1},${y1}L${x2},${y2}${bar(x1, y1)}${bar(x2, y2)}`,
        fill: 'none',
        stroke: ink,
        'stroke-width': 1.4,
      }),
      svgLabel(document, letter, fontSize - 1, {
        x: vertical ? x1 - 9 : x1 + 0.6 * (x2 - x1),
        y: vertical ? (y1 + y2) / 2 + 5 : y1 + 17,
        fill: ink,
        'font-weight': 'bold',
        'text-anchor': vertical ? 'end' : 'middle',
        stroke: '#ffffff',
        'stroke-width': 3.5,
        'paint-order': 'stroke',
      }),
    )
  }
  draw(atEqualCommunication, 'A')
  draw(atEqualSensing, 'B')
  return svgElement(document, 'g', { 'aria-label': 'gains' }, parts)
}

const lettering = (document: SvgDocument, { title, metric, unit }: RegionDrawing): SvgNode => {
  const middleX = (margin.left + width - margin.right) / 2
  const middleY = (margin.top + height - margin.bottom) / 2
  const text = { fill: ink, 'text-anchor': 'middle' }
  const [communication, sensing] =
    metric === 'rate'
      ? [
          `data rate $R_c$ (${quantityUnit('communication-rate', unit)})`,
          `radar information rate $R_s$ (${quantityUnit('sensing-rate', unit)})`,
        ]
      : [
          `communication ASE $T_c$ (${quantityUnit('communication-ase', unit)})`,
          `sensing ASE $T_s$ (${quantityUnit('sensing-ase', unit)})`,
        ]
  return svgElement(document, 'g', { 'aria-label': 'labels' }, [
    svgLabel(document, title, fontSize + 1, {
      fill: ink,
      x: margin.left,
      y: 30,
      'text-anchor': 'start',
      'font-weight': 'bold',
    }),
    svgLabel(document, communication, fontSize, { ...text, x: middleX, y: height - 16 }),
    svgLabel(document, sensing, fontSize, { ...text, transform: `translate(20,${middleY}) rotate(-90)` }),
  ])
}

const allocationLabel = ({
  usersPerCell: K,
  communicationClusterSize: L,
  targetsPerCell: J,
  sensingClusterSize: Q,
}: SpatialAllocation): string => `$K=${K}$, $L=${L}$, $J=${J}$, $Q=${Q}$`

const legend = (document: SvgDocument, drawing: RegionDrawing): SvgNode => {
  const left = width - margin.right + 18
  const parts: SvgNode[] = []
  let y = margin.top + 10
  const text = (label: string, bold = false): void => {
    parts.push(
      svgLabel(document, label, fontSize - 1, {
        fill: ink,
        x: left + 54,
        y: y + 5,
        'text-anchor': 'start',
        ...(bold ? { 'font-weight': 'bold' } : {}),
      }),
    )
  }
  const rule = (colour: string, dash: string | null): SvgNode =>
    svgElement(document, 'line', {
      x1: left,
      x2: left + 44,
      y1: y,
      y2: y,
      stroke: colour,
      'stroke-width': 1.8,
      ...(dash === null ? {} : { 'stroke-dasharray': dash }),
    })
  const row = (draw: () => SvgNode[], lines: readonly string[]): void => {
    parts.push(...draw())
    for (const label of lines) {
      text(label)
      y += 18
    }
    y += 9
  }
  const middle = left + 22
  if (drawing.achievable.length > 0)
    row(
      () => [-12, 0, 12].map((dx) => marker(document, { x: middle + dx, y }, 'circle', 6, { fill: background })),
      ['achievable allocations'],
    )
  row(() => [rule(staircaseColour, null), paretoMark(document, middle, y)], ['Pareto points, staircase'])
  row(
    () => [rule(hullColour, dashes.hull), vertexMark(document, middle, y)],
    ['convex hull: time sharing', 'between any allocations'],
  )
  row(
    () => [rule(sharingColour, dashes.sharing), cornerMark(document, middle, y)],
    [
      'time sharing between the corners:',
      allocationLabel(drawing.communicationOptimal.allocation),
      allocationLabel(drawing.sensingOptimal.allocation),
    ],
  )
  const { atEqualCommunication, atEqualSensing } = drawing.gains
  for (const [letter, { gain }, gained, kept] of [
    ['A', atEqualCommunication, 'sensing', 'communication'],
    ['B', atEqualSensing, 'communication', 'sensing'],
  ] as const) {
    if (!(gain > 0)) continue
    row(
      () => [
        svgLabel(document, letter, fontSize, {
          fill: ink,
          x: middle,
          y: y + 5,
          'text-anchor': 'middle',
          'font-weight': 'bold',
        }),
      ],
      [
        `up to ${(100 * gain).toFixed(1)} % more ${gained}`,
        'than time sharing between the',
        `corners, at equal ${kept}`,
      ],
    )
  }
  return svgElement(document, 'g', { 'aria-label': 'legend' }, parts)
}
