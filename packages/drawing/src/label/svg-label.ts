import { type SvgDocument, type SvgNode, svgElement } from '../svg/svg-document.js'
import { labelRuns } from './label.js'

const shift = { base: 0, subscript: 0.25, superscript: -0.4 }
const scriptSize = 0.75

/** A label as an SVG text element whose runs are typeset: variables in italics, subscripts below the line. */
export const svgLabel = (
  document: SvgDocument,
  label: string,
  fontSize: number,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode => {
  let offset = 0
  const runs = labelRuns(label).map(({ text, italic, level }) => {
    const target = shift[level] * fontSize
    const run = svgElement(document, 'tspan', {
      ...(target === offset ? {} : { dy: target - offset }),
      ...(italic ? { 'font-style': 'italic' } : {}),
      ...(level === 'base' ? {} : { 'font-size': fontSize * scriptSize }),
    })
    run.textContent = text
    offset = target
    return run
  })
  return svgElement(document, 'text', { 'font-size': fontSize, 'xml:space': 'preserve', ...attributes }, runs)
}
