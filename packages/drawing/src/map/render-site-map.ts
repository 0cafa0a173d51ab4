import type { Point, PointPattern } from '@isacnet/stochastic-geometry'
import { plainText } from '../label/label.js'
import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import { drawingDocument } from '../svg/drawing-document.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { svgPicture } from '../svg/svg-picture.js'
import { type MapColours, mapColours, roundLength } from './map-colours.js'
import type { MapCell, SiteMap } from './site-map.js'

const width = 820
const margin = { top: 70, left: 30, right: 30, bottom: 96 }
const fontSize = 14
const nobody = '#e4e4e4'

/** Up to so many sites are named. */
const mostNames = 24

/**
 * Draws a map of a network's cells, coloured by a quantity: light is much and dark is little, for everybody and in grey, and a cell without a value is grey. North
 * is up. Under the map are the scale of the colours and one of lengths. Equal maps give equal text.
 *
 * @example
 * const corners = { x: Float64Array.of(0, 2, 2, 0), y: Float64Array.of(0, 0, 1, 1) }
 * const cells = [{ name: 'A', site: { x: 1, y: 0.5 }, polygons: [[corners]], value: 3.1 }]
 * const quantity = { label: '$R_c$', unit: 'nat/s/Hz' }
 * (await renderSiteMap({ title: 'Rate', subtitle: '', quantity, cells, region: [[corners]] })).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document, 820 pixels wide and as high as the region needs.
 */
export const renderSiteMap = async (map: SiteMap, given?: SvgDocument): Promise<string> => {
  const document = await drawingDocument(given)
  const frame = frameOf(map)
  const colours = mapColours(map.cells.flatMap(({ value }) => (value === null ? [] : [value])))
  const served = map.cells.filter(({ polygons }) => polygons.length > 0)
  const group = (label: string, children: readonly SvgNode[]): SvgNode =>
    svgElement(document, 'g', { role: 'group', 'aria-label': label }, children)
  const bottom = margin.top + frame.height
  return svgPicture(
    document,
    {
      width,
      height: Math.round(bottom + margin.bottom),
      fontSize: fontSize - 1,
      title: plainText(map.title),
      description: description(map),
    },
    [
      svgLabel(document, map.title, fontSize + 2, { x: margin.left, y: 30, fill: ink, 'font-weight': 'bold' }),
      svgLabel(document, map.subtitle, fontSize - 1, { x: margin.left, y: 52, fill: ink }),
      group('cells', [
        ...served.map(({ polygons, value }) =>
          svgElement(document, 'path', {
            d: outline(polygons, frame.project),
            'fill-rule': 'evenodd',
            fill: value === null ? nobody : colours.of(value),
            stroke: '#ffffff',
            'stroke-width': served.length > 500 ? 0.25 : 0.7,
          }),
        ),
        svgElement(document, 'path', {
          d: outline(map.region, frame.project),
          fill: 'none',
          stroke: ink,
          'stroke-width': 1.2,
        }),
      ]),
      group('sites', sites(document, map.cells, frame)),
      colourScale(document, map, colours, bottom + 30),
      ...(map.cells.some(({ value, polygons }) => value === null && polygons.length > 0)
        ? [
            svgElement(document, 'rect', { x: 430, y: bottom + 30, width: 14, height: 14, fill: nobody, stroke: ink }),
            svgLabel(document, 'no value', fontSize - 1, { x: 450, y: bottom + 42, fill: ink }),
          ]
        : []),
      lengthScale(document, frame, bottom + 44),
    ],
  )
}

const description = ({ cells, quantity, subtitle }: SiteMap): string => {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]))
  const range =
    values.length === 0
      ? 'no cell has a value'
      : `from ${short(Math.min(...values))} to ${short(Math.max(...values))} ${quantity.unit}`
  return `${plainText(subtitle)} ${cells.length} sites; ${plainText(quantity.label)} ${range}.`.trim()
}

interface Frame {
  readonly height: number
  readonly left: number
  readonly pixelsPerKm: number
  readonly project: (point: Point) => Point
}

/** The region in the middle of the picture's width, at most 1.1 times as high. */
const frameOf = ({ region }: SiteMap): Frame => {
  const all = region.flatMap((polygon) => polygon[0]!)
  const over = (values: (ring: PointPattern) => Float64Array, pick: (...values: number[]) => number, from: number) =>
    all.reduce((found, ring) => values(ring).reduce((a, b) => pick(a, b), found), from)
  const [west, east] = [over(({ x }) => x, Math.min, Infinity), over(({ x }) => x, Math.max, -Infinity)]
  const [south, north] = [over(({ y }) => y, Math.min, Infinity), over(({ y }) => y, Math.max, -Infinity)]
  const room = width - margin.left - margin.right
  const pixelsPerKm = Math.min(room / (east - west), (1.1 * room) / (north - south))
  const left = margin.left + (room - (east - west) * pixelsPerKm) / 2
  return {
    height: (north - south) * pixelsPerKm,
    left,
    pixelsPerKm,
    project: ({ x, y }) => ({ x: left + (x - west) * pixelsPerKm, y: margin.top + (north - y) * pixelsPerKm }),
  }
}

const tenth = (value: number): number => Math.round(value * 10) / 10

const outline = (polygons: MapCell['polygons'], project: Frame['project']): string =>
  polygons
    .flatMap((polygon) =>
      polygon.map(({ x, y }) => {
        const corners = Array.from(x, (east, k) => project({ x: east, y: y[k]! }))
        return `M${corners.map((corner) => `${tenth(corner.x)},${tenth(corner.y)}`).join('L')}Z`
      }),
    )
    .join('')

/** Dots at the sites that are in the picture, and names where there are few, none over another. */
const sites = (document: SvgDocument, cells: readonly MapCell[], { project, height }: Frame): SvgNode[] => {
  const dots = cells
    .map(({ site, name }) => ({ ...project(site), name }))
    .filter(({ x, y }) => x >= 8 && x <= width - 8 && y >= margin.top - 8 && y <= margin.top + height + 8)
  const radius = dots.length > 800 ? 0.8 : dots.length > 150 ? 1.5 : 2.8
  const marks = dots.map(({ x, y }) =>
    svgElement(document, 'circle', {
      cx: tenth(x),
      cy: tenth(y),
      r: radius,
      fill: ink,
      stroke: '#ffffff',
      'stroke-width': radius > 1 ? 1 : 0.3,
    }),
  )
  if (dots.length > mostNames) return marks
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = []
  for (const { x, y, name } of dots) {
    const length = name.length * 6.6
    const left = x + 8 + length > width - 4 ? x - 8 - length : x + 6
    const box = { left, right: left + length, y: y + 4 }
    const free = taken.every((one) => Math.abs(one.y - box.y) > 13 || one.right < box.left || one.left > box.right)
    if (name === '' || !free) continue
    taken.push(box)
    const label = svgElement(document, 'text', {
      x: tenth(left),
      y: tenth(box.y),
      'font-size': 11,
      fill: ink,
      stroke: '#ffffff',
      'stroke-width': 3,
      'paint-order': 'stroke',
    })
    label.textContent = name
    marks.push(label)
  }
  return marks
}

const barWidth = 380
const barSteps = 95

const colourScale = (document: SvgDocument, map: SiteMap, colours: MapColours, top: number): SvgNode => {
  const { domain, logarithmic, cut, ticks } = colours
  const [from, to] = domain
  const at = (share: number): number => (logarithmic ? from * (to / from) ** share : from + (to - from) * share)
  const place = (value: number): number =>
    margin.left + barWidth * (logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from))
  const { label, unit } = map.quantity
  const remarks = [...(logarithmic ? ['logarithmic'] : []), ...(cut ? ['greater values have the last colour'] : [])]
  return svgElement(document, 'g', { role: 'group', 'aria-label': 'scale of colours' }, [
    svgLabel(
      document,
      `${label}${unit === '' ? '' : ` (${unit})`}${remarks.length === 0 ? '' : `, ${remarks.join(', ')}`}`,
      fontSize - 1,
      { x: margin.left, y: top - 8, fill: ink },
    ),
    ...Array.from({ length: barSteps }, (_, i) =>
      svgElement(document, 'rect', {
        x: tenth(margin.left + (i * barWidth) / barSteps),
        y: top,
        width: tenth(barWidth / barSteps + 0.4),
        height: 14,
        fill: colours.of(at((i + 0.5) / barSteps)),
      }),
    ),
    ...ticks.flatMap((tick) => {
      const text = svgElement(document, 'text', {
        x: tenth(place(tick)),
        y: top + 33,
        'text-anchor': 'middle',
        fill: ink,
      })
      text.textContent = short(tick)
      const line = { x1: tenth(place(tick)), x2: tenth(place(tick)), y1: top + 14, y2: top + 19, stroke: ink }
      return [svgElement(document, 'line', line), text]
    }),
  ])
}

const short = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '−')

/** A round length, and an arrow to the north. */
const lengthScale = (document: SvgDocument, { pixelsPerKm }: Frame, y: number): SvgNode => {
  const length = roundLength(170 / pixelsPerKm)
  const end = width - margin.right - 34
  const begin = end - length * pixelsPerKm
  const text = svgElement(document, 'text', {
    x: tenth((begin + end) / 2),
    y: y + 19,
    'text-anchor': 'middle',
    fill: ink,
  })
  text.textContent = length < 1 ? `${Number((1000 * length).toPrecision(3))} m` : `${length} km`
  const north = svgElement(document, 'text', {
    x: width - margin.right - 8,
    y: y + 19,
    'text-anchor': 'middle',
    fill: ink,
  })
  north.textContent = 'N'
  const tip = width - margin.right - 8
  return svgElement(document, 'g', { role: 'group', 'aria-label': 'scale of lengths, and north' }, [
    svgElement(document, 'path', {
      d: `M${tenth(begin)},${y - 6}V${y}H${tenth(end)}V${y - 6}`,
      fill: 'none',
      stroke: ink,
      'stroke-width': 1.5,
    }),
    text,
    svgElement(document, 'path', {
      d: `M${tip},${y - 20}L${tip + 6},${y + 4}L${tip},${y - 2}L${tip - 6},${y + 4}Z`,
      fill: ink,
    }),
    north,
  ])
}
