import type { Point } from '@isacnet/stochastic-geometry'
import type { View } from './topology.js'

/** The square of the drawing that shows the view, in pixels. */
export const frame = { left: 62, top: 46, side: 536 } as const

/** Maps km to pixels: x to the right, y upwards. */
export const projection = (view: View): ((point: Point) => Point) => {
  const scale = pixelsPerKm(view)
  return ({ x, y }) => ({ x: frame.left + (x - view.left) * scale, y: frame.top + (view.top - y) * scale })
}

export const pixelsPerKm = ({ left, right }: View): number => frame.side / (right - left)

/** A coordinate in hundredths of a pixel, which don't depend on how a machine rounds. */
export const pixels = (value: number): number => Math.round(value * 100) / 100
