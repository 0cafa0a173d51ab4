import { fontFamily } from '../style/typeface.js'

/** What drawing needs of a DOM: a browser's `document` is one, linkedom makes one elsewhere. */
export interface SvgDocument {
  createElementNS(namespace: 'http://www.w3.org/2000/svg', name: string): SvgNode
}

export interface SvgNode {
  textContent: string | null
  setAttribute(name: string, value: string): void
  append(...children: SvgNode[]): void
  readonly outerHTML: string
}

/** An SVG element with attributes and children. */
export const svgElement = (
  document: SvgDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly SvgNode[] = [],
): SvgNode => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.append(...children)
  return element
}

/** What a picture is beside its content. */
interface SvgPicture {
  readonly width: number
  readonly height: number
  readonly fontSize: number
  /** What it is, for who can't see it. */
  readonly title: string
  readonly description?: string
}

/** The text of a picture on white. */
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
