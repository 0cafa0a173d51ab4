import { ink } from '../style/colours.js'
import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import type { View } from './topology.js'
import { type Frame, pixels, projection } from './topology-view.js'

const fontSize = 13

/** Frame, ticks and their km. */
export const topologyAxes = (document: SvgDocument, view: View, frame: Frame): SvgNode => {
  const project = projection(view, frame)
  const [right, bottom] = [frame.left + frame.side, frame.top + frame.side]
  const line = (x1: number, y1: number, x2: number, y2: number): SvgNode =>
    svgElement(document, 'line', { x1: pixels(x1), y1: pixels(y1), x2: pixels(x2), y2: pixels(y2), stroke: ink })
  const text = (content: string, attributes: Readonly<Record<string, string | number>>): SvgNode => {
    const element = svgElement(document, 'text', { fill: ink, 'font-size': fontSize, ...attributes })
    element.textContent = content
    return element
  }
  const step = tickStep(view.right - view.left)
  const parts = [
    svgElement(document, 'rect', {
      x: frame.left,
      y: frame.top,
      width: frame.side,
      height: frame.side,
      fill: 'none',
      stroke: ink,
    }),
  ]
  for (const km of ticks(view.left, view.right, step)) {
    const { x } = project({ x: km, y: 0 })
    parts.push(line(x, bottom, x, bottom + 5))
    parts.push(text(tickText(km, step), { x: pixels(x), y: bottom + 19, 'text-anchor': 'middle' }))
  }
  for (const km of ticks(view.bottom, view.top, step)) {
    const { y } = project({ x: 0, y: km })
    parts.push(line(frame.left - 5, y, frame.left, y))
    parts.push(text(tickText(km, step), { x: frame.left - 9, y: pixels(y + 4.5), 'text-anchor': 'end' }))
  }
  const middle = frame.left + frame.side / 2
  parts.push(text('x (km)', { x: middle, y: bottom + 38, 'text-anchor': 'middle' }))
  parts.push(
    text('y (km)', {
      transform: `translate(${frame.left - 46 < 10 ? 11 : frame.left - 46},${frame.top + frame.side / 2}) rotate(-90)`,
      'text-anchor': 'middle',
    }),
  )
  parts.push(line(right, bottom, right, frame.top))
  return svgElement(document, 'g', { role: 'group', 'aria-label': 'axes' }, parts)
}

/** A step that people count in, for at most seven ticks. */
const tickStep = (length: number): number => {
  const power = 10 ** Math.floor(Math.log10(length / 7))
  return ([1, 2, 5, 10].find((digit) => length / (digit * power) <= 7) ?? 10) * power
}

const ticks = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
}

const tickText = (km: number, step: number): string => {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  return (decimals > 4 || Math.abs(km) >= 1e5 ? km.toPrecision(3) : km.toFixed(decimals))
    .replace(/^-(?=0\.?0*$)/, '')
    .replace('-', '−')
}
