import { ink } from '../style/colours.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { svgLabel } from './svg-label.js'

/** Sizes of a plot with axes, in pixels. */
export interface PlotLayout {
  readonly width: number
  readonly height: number
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly fontSize: number
}

/** The labels around a plot: its title above, what its axes show beside them. */
export const lettering = (
  document: SvgDocument,
  { title, x, y }: { readonly title: string; readonly x: string; readonly y: string },
  { width, height, margin, fontSize }: PlotLayout,
): SvgNode => {
  const middleX = (margin.left + width - margin.right) / 2
  const middleY = (margin.top + height - margin.bottom) / 2
  const text = { fill: ink, 'text-anchor': 'middle' }
  return svgElement(document, 'g', { 'aria-label': 'labels' }, [
    svgLabel(document, title, fontSize + 1, {
      fill: ink,
      x: margin.left,
      y: 30,
      'text-anchor': 'start',
      'font-weight': 'bold',
    }),
    svgLabel(document, x, fontSize, { ...text, x: middleX, y: height - 16 }),
    svgLabel(document, y, fontSize, { ...text, transform: `translate(20,${middleY}) rotate(-90)` }),
  ])
}
