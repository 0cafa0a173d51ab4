import { byService, chosenServiceQuantity, isServiceQuantityName, quantityOf, quantitySymbol } from '@isacnet/model'
import { quantityUnit } from '../chart/quantity.js'
import { plainText } from '../label/label.js'
import { lettering } from '../label/lettering.js'
import { withUnit } from '../label/with-unit.js'
import { ink } from '../style/colours.js'
import { fontFamily } from '../style/typeface.js'
import { drawingDocument } from '../svg/drawing-document.js'
import { customMark, type PlotElement, type Scales } from '../svg/plot-element.js'
import { plotPicture } from '../svg/plot-picture.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { allocationLabel } from './allocation-label.js'
import { gainLines } from './gain-lines.js'
import type { RegionDrawing, RegionPlace } from './region-drawing.js'
import { regionLayout } from './region-layout.js'
import { regionLegend } from './region-legend.js'
import {
  achievableColour,
  cornerMark,
  hullColour,
  hullDashes,
  paretoMark,
  sharingColour,
  sharingDashes,
  staircaseColour,
  vertexMark,
} from './region-marks.js'

const { width, height, margin, fontSize } = regionLayout
/** Markers on the greatest values stay inside the frame. */
const headroom = 1.06

/**
 * Draws a region: the achievable points behind, the staircase with the Pareto points on it, the convex hull, the two corner points
 * with their time-sharing segment, and the largest gains over it. Each has a line or marker of its own, so that none is taken for
 * another without colours either. The legend stands beside the plot area.
 *
 * @example
 * const network = defineNetwork({ transmitAntennas: 4, maxTargetsPerCell: 2 })
 * const drawing = regionDrawing(achievableRegion({ network, rates: analyticRates(network) }), { title: 'Region', unit: 'bits' })
 * (await renderRegion(drawing)).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document of 900 × 520 pixels; equal drawings give equal text.
 */
export const renderRegion = async (drawing: RegionDrawing, given?: SvgDocument): Promise<string> => {
  const document = await drawingDocument(given)
  const Plot = await import('@observablehq/plot')
  const { staircase, hull, communicationOptimal: a, sensingOptimal: b } = drawing
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
      customMark(() => svgElement(document, 'rect', { width, height, fill: '#ffffff' })),
      Plot.gridX({ ticks: 8, stroke: '#e4e4e4', strokeOpacity: 1 }),
      Plot.gridY({ ticks: 7, stroke: '#e4e4e4', strokeOpacity: 1 }),
      customMark((scales) => cloud(document, drawing, scales)),
      Plot.axisX({ ticks: 8, tickSize: 5, label: null, fontSize: fontSize - 1 }),
      Plot.axisY({ ticks: 7, tickSize: 5, label: null, fontSize: fontSize - 1 }),
      Plot.frame({ stroke: ink }),
      line([a, b], sharingColour, 1.8, sharingDashes),
      line(hull, hullColour, 1.8, hullDashes),
      line(staircase, staircaseColour, 1.5, null),
      customMark((scales) => gainLines(document, drawing, scales)),
      customMark((scales) => points(document, drawing, scales)),
      customMark(() => lettering(document, { title: drawing.title, ...axisLabels(drawing) }, regionLayout)),
      customMark(() => regionLegend(document, drawing)),
    ],
  }) as unknown as PlotElement
  return plotPicture(document, svg, {
    title: plainText(drawing.title),
    description:
      `Pareto points, their staircase, their convex hull, and time sharing between the corner points ` +
      `(${plainText(allocationLabel(a.allocation))}) and (${plainText(allocationLabel(b.allocation))}).`,
    fontSize: fontSize - 1,
  })
}

/** The labels of the axes, with their units. */
const axisLabels = ({ metric, plane, unit }: RegionDrawing) => {
  if (plane !== undefined) {
    const [x, y] = plane.map((name) => withUnit(nameOf(name), quantityUnit(name, unit))) as [string, string]
    return { x, y }
  }
  const quantity = quantityOf(metric)
  const { communication: x, sensing: y } = byService(
    (definition) =>
      `${quantity.term(definition)} $${quantitySymbol(metric, definition.service)}$ (${quantity.unit(unit)})`,
  )
  return { x, y }
}

/** A quantity such as `communication-coverage:3dB` in words. */
const nameOf = (name: string): string => {
  if (isServiceQuantityName(name)) return name
  const { service, chosen } = chosenServiceQuantity(name)
  return `${chosen.heading} of ${service}`
}

const points = (document: SvgDocument, drawing: RegionDrawing, { x, y }: Scales): SvgNode => {
  const { communicationOptimal, sensingOptimal, hull, frontier } = drawing
  const at = ({ communication, sensing }: RegionPlace): [number, number] => [x(communication), y(sensing)]
  return svgElement(document, 'g', { 'aria-label': 'points' }, [
    ...frontier.map((point) => paretoMark(document, ...at(point))),
    ...hull.map((point) => vertexMark(document, ...at(point))),
    ...[communicationOptimal, sensingOptimal].map((point) => cornerMark(document, ...at(point))),
  ])
}

/** Achievable points, one for each two pixels: more would hide each other. */
const cloud = (document: SvgDocument, { achievable }: RegionDrawing, { x, y }: Scales): SvgNode => {
  const cells = new Set<string>()
  for (const { communication, sensing } of achievable)
    cells.add(`M${2 * Math.round(x(communication) / 2)},${2 * Math.round(y(sensing) / 2)}h0`)
  return svgElement(document, 'g', { 'aria-label': 'achievable points' }, [
    svgElement(document, 'path', {
      d: [...cells].join(''),
      fill: 'none',
      stroke: achievableColour,
      'stroke-width': 2.6,
      'stroke-linecap': 'round',
    }),
  ])
}
