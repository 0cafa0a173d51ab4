import type { PlotLayout } from '../label/lettering.js'

export const regionLayout: PlotLayout = {
  width: 900,
  height: 520,
  margin: { top: 52, right: 326, bottom: 58, left: 66 },
  fontSize: 14,
}
