import { fontFamily } from '../style/typeface.js'
import { type SvgDocument, type SvgNode, svgElement } from './svg-document.js'

/** Size and texts of a picture. */
interface SvgPicture {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** For readers who can't see it. */
  readonly title: string
  readonly description?: string
}

/** The text of a picture that is drawn element by element, on white. */
export const svgPicture = (
  document: SvgDocument,
  { width, height, fontSize, title, description }: SvgPicture,
  content: readonly SvgNode[],
): string => {
  const said = (name: 'title' | 'desc', text: string): SvgNode => {
    const element = svgElement(document, name)
    element.textContent = text
    return element
  }
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'font-family': fontFamily,
    'font-size': fontSize,
  }
  const picture = svgElement(document, 'svg', attributes, [
    said('title', title),
    ...(description === undefined ? [] : [said('desc', description)]),
    svgElement(document, 'rect', { width, height, fill: '#ffffff' }),
    ...content,
  ])
  return `${picture.outerHTML}\n`
}
