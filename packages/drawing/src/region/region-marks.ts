import { okabeIto } from '../style/colours.js'
import { markerPath } from '../style/marker-shape.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'

export const achievableColour = '#b0b0b0'
export const staircaseColour = okabeIto.blue
export const hullColour = okabeIto.green
export const sharingColour = okabeIto.vermillion

/** Lengths of dashes and gaps in pixels. */
export const hullDashes = '7 4'
export const sharingDashes = '2 3'

/** A marker at a place in pixels. */
export const regionMarker = (
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

export const paretoMark = (document: SvgDocument, x: number, y: number): SvgNode =>
  regionMarker(document, { x, y }, 'circle', 30, { fill: staircaseColour, stroke: '#ffffff', 'stroke-width': 0.8 })

export const vertexMark = (document: SvgDocument, x: number, y: number): SvgNode =>
  regionMarker(document, { x, y }, 'circle', 130, { fill: 'none', stroke: hullColour, 'stroke-width': 1.5 })

export const cornerMark = (document: SvgDocument, x: number, y: number): SvgNode =>
  regionMarker(document, { x, y }, 'square', 120, { fill: 'none', stroke: sharingColour, 'stroke-width': 2 })
