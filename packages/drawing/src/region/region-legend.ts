import { svgLabel } from '../label/svg-label.js'
import { ink } from '../style/colours.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { allocationLabel } from './allocation-label.js'
import type { RegionDrawing } from './region-drawing.js'
import { regionLayout } from './region-layout.js'
import {
  achievableColour,
  cornerMark,
  hullColour,
  hullDashes,
  paretoMark,
  regionMarker,
  sharingColour,
  sharingDashes,
  staircaseColour,
  vertexMark,
} from './region-marks.js'

const { width, margin, fontSize } = regionLayout

/** The legend beside the plot. */
export const regionLegend = (document: SvgDocument, drawing: RegionDrawing): SvgNode => {
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
      () =>
        [-12, 0, 12].map((dx) =>
          regionMarker(document, { x: middle + dx, y }, 'circle', 6, { fill: achievableColour }),
        ),
      ['achievable allocations'],
    )
  row(() => [rule(staircaseColour, null), paretoMark(document, middle, y)], ['Pareto points, staircase'])
  row(
    () => [rule(hullColour, hullDashes), vertexMark(document, middle, y)],
    ['convex hull: time sharing', 'between any allocations'],
  )
  row(
    () => [rule(sharingColour, sharingDashes), cornerMark(document, middle, y)],
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
