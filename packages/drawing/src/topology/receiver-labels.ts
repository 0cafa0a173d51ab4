import type { Point } from '@isacnet/stochastic-geometry'
import { ink } from '../style/colours.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { pixels } from './topology-view.js'

const fontSize = 12
const letter = 7

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A text and the mark that it belongs to, in pixels. */
export interface PlacedText {
  readonly at: Point
  readonly text: string
}

/**
 * Texts beside their marks, each on the side where it covers least: no text covers another or a mark, if there is room; where there is none at all, it is left out.
 *
 * @param marks - places of all marks that should be seen.
 */
export const receiverLabels = (
  document: SvgDocument,
  texts: readonly PlacedText[],
  marks: readonly Point[],
): SvgNode[] => {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
  const labels: SvgNode[] = []
  for (const { at, text } of texts) {
    const width = text.length * letter
    const sides = [
      [8, -7],
      [-8 - width, -7],
      [-width / 2, -21],
      [-width / 2, 7],
      [6, -18],
      [6, 4],
      [-6 - width, -18],
      [-6 - width, 4],
    ] as const
    const boxes = sides.map(([dx, dy]) => ({
      left: at.x + dx,
      right: at.x + dx + width,
      top: at.y + dy,
      bottom: at.y + dy + 14,
    }))
    const box = boxes.find((one) => taken.every((other) => !meet(one, other)))
    if (box === undefined) continue
    taken.push(box)
    const label = svgElement(document, 'text', {
      x: pixels(box.left),
      y: pixels(box.bottom - 3),
      'font-size': fontSize,
      'font-weight': 'bold',
      fill: ink,
      stroke: '#ffffff',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    })
    label.textContent = text
    labels.push(label)
  }
  return labels
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
