import { plainText } from '../label/label.js'
import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import { drawingDocument } from '../svg/drawing-document.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { svgPicture } from '../svg/svg-picture.js'
import type { HeatMap } from './heat-map.js'

const width = 820
const margin = { top: 56, right: 118, bottom: 58, left: 74 }
const fontSize = 14

/**
 * Draws a map around 0: blue below, vermillion above, white at 0, so that colour-blind people can tell the signs; every cell has its
 * value. Equal maps give equal text.
 *
 * @example
 * const axis = { label: '$K$', values: [1, 2] }
 * const map = { id: 'errors', title: 'Errors', quantity: 'error (%)', x: axis, y: axis, rows: [[0.5, -0.5], [1, null]] }
 * (await renderHeatMap(map)).slice(0, 4) // '<svg'
 *
 * @param given - the document to draw with; by default the page's, or linkedom's where there is none.
 * @returns an SVG document, 820 pixels wide.
 */
export const renderHeatMap = async (map: HeatMap, given?: SvgDocument): Promise<string> => {
  const document = await drawingDocument(given)
  const columns = map.x.values.length
  const cellWidth = (width - margin.left - margin.right) / columns
  const cellHeight = Math.min(46, Math.max(26, cellWidth))
  const height = margin.top + map.y.values.length * cellHeight + margin.bottom
  const greatest = Math.max(1e-12, ...map.rows.flat().map((value) => Math.abs(value ?? 0)))
  // The first row is at the bottom, as on an axis.
  const top = (row: number): number => margin.top + (map.y.values.length - 1 - row) * cellHeight
  const cells = map.rows.flatMap((row, i) =>
    row.flatMap((value, k) =>
      value === null ? [] : cell(document, margin.left + k * cellWidth, top(i), cellWidth, cellHeight, value, greatest),
    ),
  )
  const frame = svgElement(document, 'rect', {
    x: margin.left,
    y: margin.top,
    width: rounded(columns * cellWidth),
    height: map.y.values.length * cellHeight,
    fill: 'none',
    stroke: ink,
  })
  const text = (label: string, attributes: Readonly<Record<string, string | number>>): SvgNode =>
    svgLabel(document, label, fontSize, { fill: ink, ...attributes })
  const bottom = margin.top + map.y.values.length * cellHeight
  return svgPicture(document, { width, height, fontSize: fontSize - 1, title: plainText(map.title) }, [
    svgElement(document, 'rect', {
      x: margin.left,
      y: margin.top,
      width: rounded(columns * cellWidth),
      height: map.y.values.length * cellHeight,
      fill: '#eeeeee',
    }),
    ...cells,
    frame,
    svgLabel(document, map.title, fontSize + 1, { fill: ink, x: margin.left, y: 30, 'font-weight': 'bold' }),
    ...map.x.values.map((value, k) =>
      text(String(value), {
        x: rounded(margin.left + (k + 0.5) * cellWidth),
        y: bottom + 19,
        'text-anchor': 'middle',
      }),
    ),
    ...map.y.values.map((value, i) =>
      text(String(value), { x: margin.left - 9, y: rounded(top(i) + cellHeight / 2 + 5), 'text-anchor': 'end' }),
    ),
    text(map.x.label, {
      x: rounded(margin.left + (columns * cellWidth) / 2),
      y: bottom + 44,
      'text-anchor': 'middle',
    }),
    text(map.y.label, {
      transform: `translate(22,${rounded((margin.top + bottom) / 2)}) rotate(-90)`,
      'text-anchor': 'middle',
    }),
    scale(document, map.quantity, greatest, bottom),
  ])
}

const cell = (
  document: SvgDocument,
  x: number,
  y: number,
  cellWidth: number,
  cellHeight: number,
  value: number,
  greatest: number,
): SvgNode[] => {
  const share = value / greatest
  const label = svgElement(document, 'text', {
    x: rounded(x + cellWidth / 2),
    y: rounded(y + cellHeight / 2 + 4),
    'text-anchor': 'middle',
    'font-size': cellWidth < 40 ? 10 : 12,
    fill: Math.abs(share) > 0.62 ? '#ffffff' : ink,
  })
  label.textContent = shortValue(value)
  return [
    svgElement(document, 'rect', {
      x: rounded(x),
      y: rounded(y),
      width: rounded(cellWidth),
      height: rounded(cellHeight),
      fill: colour(share),
      stroke: '#ffffff',
      'stroke-width': 0.6,
    }),
    label,
  ]
}

const scale = (document: SvgDocument, quantity: string, greatest: number, bottom: number): SvgNode => {
  const left = width - margin.right + 24
  const steps = 21
  const height = (bottom - margin.top) / steps
  return svgElement(document, 'g', { 'aria-label': 'scale' }, [
    ...Array.from({ length: steps }, (_, i) =>
      svgElement(document, 'rect', {
        x: left,
        y: rounded(margin.top + i * height),
        width: 18,
        height: rounded(height + 0.5),
        fill: colour(1 - (2 * i) / (steps - 1)),
      }),
    ),
    ...([1, 0, -1] as const).map((share, i) => {
      const label = svgElement(document, 'text', {
        x: left + 24,
        y: rounded(margin.top + (i * (bottom - margin.top)) / 2 + [10, 4, 0][i]!),
        fill: ink,
      })
      label.textContent = shortValue(share * greatest)
      return label
    }),
    svgLabel(document, quantity, fontSize - 1, { x: width - 8, y: margin.top - 12, fill: ink, 'text-anchor': 'end' }),
  ])
}

const blue = [0, 114, 178] as const
const vermillion = [213, 94, 0] as const

/** From blue by white to vermillion for −1 … 1. */
const colour = (share: number): string => {
  const end = share < 0 ? blue : vermillion
  const weight = Math.min(1, Math.abs(share))
  return `#${end
    .map((channel) =>
      Math.round(255 + (channel - 255) * weight)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

const shortValue = (value: number): string => {
  const size = Math.abs(value)
  const text = size >= 10 ? size.toFixed(0) : size.toFixed(1)
  return Number(text) === 0 ? '0' : `${value < 0 ? '−' : '+'}${text}`
}

const rounded = (value: number): number => Math.round(value * 100) / 100
