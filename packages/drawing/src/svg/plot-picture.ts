import { fontFamily } from '../style/typeface.js'
import type { PlotElement } from './plot-element.js'
import { withShortCoordinates } from './short-coordinates.js'
import { type SvgDocument, svgElement } from './svg-document.js'

/** The text of a plot that is a picture of its own: with title and description, without Plot's style sheet. */
export const plotPicture = (
  document: SvgDocument,
  plot: PlotElement,
  texts: { readonly title: string; readonly description: string; readonly fontSize: number },
): string => {
  plot.querySelector('style')?.remove()
  const title = svgElement(document, 'title')
  title.textContent = texts.title
  const description = svgElement(document, 'desc')
  description.textContent = texts.description
  plot.prepend(title, description)
  for (const [name, value] of Object.entries({
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    'font-family': fontFamily,
    'font-size': String(texts.fontSize),
  }))
    plot.setAttribute(name, value)
  return `${withShortCoordinates(plot.outerHTML)}\n`
}
