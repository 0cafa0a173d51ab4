import type { PlotLayout } from '../label/lettering.js'

export const chartLayout: PlotLayout = {
  width: 820,
  height: 500,
  margin: { top: 52, right: 236, bottom: 58, left: 66 },
  fontSize: 14,
}

/** In pixels; rings of later methods are larger. */
export const markerRadius = 3.4

/** Markers and rings on the greatest value stay inside the frame. */
export const headroom = 1.04
