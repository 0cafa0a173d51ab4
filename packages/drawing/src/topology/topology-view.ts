import type { Point } from '@isacnet/stochastic-geometry'
import type { View } from './topology.js'

/** The square of the drawing that shows the view, in pixels. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly side: number
}

/** Where the legend stands: beside the plane, or beneath it for narrow screens. */
export type TopologyLayout = 'beside' | 'beneath'

export const frames: Readonly<Record<TopologyLayout, Frame>> = {
  beside: { left: 62, top: 46, side: 536 },
  beneath: { left: 46, top: 58, side: 332 },
}

/** Maps km to pixels: x to the right, y upwards. */
export const projection = (view: View, frame: Frame): ((point: Point) => Point) => {
  const scale = pixelsPerKm(view, frame)
  return ({ x, y }) => ({ x: frame.left + (x - view.left) * scale, y: frame.top + (view.top - y) * scale })
}

export const pixelsPerKm = ({ left, right }: View, frame: Frame): number => frame.side / (right - left)

/** A coordinate in hundredths of a pixel, which don't depend on how a machine rounds. */
export const pixels = (value: number): number => Math.round(value * 100) / 100
