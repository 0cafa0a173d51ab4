import type { Point } from '@isacnet/stochastic-geometry'
import { okabeIto } from '../style/colours.js'
import { type Marker, markerPath } from '../style/marker-shape.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { pixels } from './topology-view.js'

/** `own` belongs to the cell shown, `asked` is asked by it. */
export type StationRole = 'own' | 'asked' | 'other'

const marker = (
  document: SvgDocument,
  { x, y }: Point,
  shape: Marker,
  size: number,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode =>
  svgElement(document, 'path', {
    transform: `translate(${pixels(x)},${pixels(y)})`,
    d: markerPath(shape, size),
    ...attributes,
  })

export const stationMark = (document: SvgDocument, at: Point, role: StationRole): SvgNode => {
  const triangle = marker(document, at, 'triangle', role === 'own' ? 62 : 50, {
    fill: role === 'other' ? '#ffffff' : okabeIto.black,
    stroke: okabeIto.black,
    'stroke-width': 1.2,
    'stroke-linejoin': 'round',
  })
  if (role !== 'own') return triangle
  const ring = svgElement(document, 'circle', {
    cx: pixels(at.x),
    cy: pixels(at.y),
    r: 10,
    fill: '#ffffff',
    stroke: okabeIto.black,
    'stroke-width': 1.4,
  })
  return svgElement(document, 'g', {}, [ring, triangle])
}

const receiverMark =
  (shape: Marker, colour: string, own: number, other: number) =>
  (document: SvgDocument, at: Point, role: 'own' | 'other', fill?: string): SvgNode => {
    if (fill !== undefined)
      return marker(document, at, shape, role === 'own' ? 1.5 * own : 2.4 * other, {
        fill,
        stroke: '#333333',
        'stroke-width': role === 'own' ? 1.3 : 0.6,
      })
    return role === 'own'
      ? marker(document, at, shape, own, { fill: colour, stroke: '#ffffff', 'stroke-width': 1 })
      : marker(document, at, shape, other, { fill: colour, 'fill-opacity': 0.45 })
  }

/** With a fill, it is coloured by a value, and has an outline. */
export const userMark = receiverMark('circle', okabeIto.blue, 54, 17)
export const targetMark = receiverMark('diamond', okabeIto.green, 66, 22)

/** From a BS to what it serves. */
export const servingLink = (document: SvgDocument, from: Point, to: Point): SvgNode =>
  line(document, from, to, { stroke: '#777777', 'stroke-width': 1, 'stroke-dasharray': '1.5 2.5' })

export const holeMark = (document: SvgDocument, { x, y }: Point, radius: number): SvgNode =>
  svgElement(document, 'circle', {
    cx: pixels(x),
    cy: pixels(y),
    r: pixels(radius),
    fill: okabeIto.orange,
    'fill-opacity': 0.22,
    stroke: okabeIto.orange,
    'stroke-width': 1.6,
  })

/** Pixels that an arrow leaves free at its ends, for the marks there. */
export interface ArrowEnds {
  readonly tail: number
  readonly head: number
}

export interface RequestStyle {
  readonly kind: 'communication' | 'sensing'
  readonly accepted: boolean
}

/** From the BS that is asked to null, to where. An abandoned request is dashed, crossed out and of another colour. */
export const requestArrow = (
  document: SvgDocument,
  { kind, accepted }: RequestStyle,
  from: Point,
  to: Point,
  ends: ArrowEnds,
): SvgNode => {
  const served = kind === 'communication' ? okabeIto.blue : okabeIto.green
  const colour = accepted ? served : okabeIto.vermillion
  const { start, end, direction } = shortened(from, to, ends)
  const shaft = { x: end.x - headLength * direction.x, y: end.y - headLength * direction.y }
  const parts = [
    line(document, start, shaft, {
      stroke: colour,
      'stroke-width': 1.7,
      ...(accepted ? {} : { 'stroke-dasharray': '5 3.5' }),
    }),
    svgElement(document, 'path', { d: headPath(end, direction), fill: colour }),
  ]
  if (!accepted) {
    const middle = { x: (start.x + shaft.x) / 2, y: (start.y + shaft.y) / 2 }
    for (const [stroke, width] of [
      ['#ffffff', 4.4],
      [colour, 2],
    ] as const)
      parts.push(cross(document, middle, { stroke, 'stroke-width': width, fill: 'none' }))
  }
  return svgElement(document, 'g', {}, parts)
}

/** A request that isn't made. */
export const withheldLine = (document: SvgDocument, from: Point, to: Point): SvgNode =>
  line(document, from, to, {
    stroke: '#555555',
    'stroke-width': 1.2,
    'stroke-dasharray': '1 5',
    'stroke-linecap': 'round',
  })

/** A request of another cell. */
export const otherRequestLine = (document: SvgDocument, accepted: boolean, from: Point, to: Point): SvgNode =>
  line(
    document,
    from,
    to,
    accepted
      ? { stroke: '#888888', 'stroke-width': 0.7, 'stroke-opacity': 0.6 }
      : {
          stroke: okabeIto.vermillion,
          'stroke-width': 0.9,
          'stroke-opacity': 0.75,
          'stroke-dasharray': '3 3',
        },
  )

const headLength = 8
const headHalfWidth = 3.4
const crossReach = 4

const headPath = (tip: Point, { x, y }: Point): string => {
  const base = { x: tip.x - headLength * x, y: tip.y - headLength * y }
  const [left, right] = [-headHalfWidth, headHalfWidth].map(
    (side) => `${pixels(base.x - side * y)},${pixels(base.y + side * x)}`,
  )
  return `M${pixels(tip.x)},${pixels(tip.y)}L${left}L${right}Z`
}

const cross = (
  document: SvgDocument,
  { x, y }: Point,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode => {
  const [left, right, top, bottom] = [x - crossReach, x + crossReach, y - crossReach, y + crossReach].map(pixels)
  return svgElement(document, 'path', {
    d: `M${left},${top}L${right},${bottom}M${left},${bottom}L${right},${top}`,
    ...attributes,
  })
}

const line = (
  document: SvgDocument,
  from: Point,
  to: Point,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode =>
  svgElement(document, 'line', {
    x1: pixels(from.x),
    y1: pixels(from.y),
    x2: pixels(to.x),
    y2: pixels(to.y),
    ...attributes,
  })

/** The segment without its ends; of a short one, so much that a head remains. */
const shortened = (from: Point, to: Point, ends: ArrowEnds): { start: Point; end: Point; direction: Point } => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const direction = length > 0 ? { x: (to.x - from.x) / length, y: (to.y - from.y) / length } : { x: 1, y: 0 }
  const part = Math.min(1, Math.max(0, (length - headLength - 2) / (ends.tail + ends.head)))
  return {
    start: { x: from.x + part * ends.tail * direction.x, y: from.y + part * ends.tail * direction.y },
    end: { x: to.x - part * ends.head * direction.x, y: to.y - part * ends.head * direction.y },
    direction,
  }
}
