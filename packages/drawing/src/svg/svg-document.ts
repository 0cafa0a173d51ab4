/** The part of a DOM that drawing needs: a browser's `document` is one, linkedom makes one elsewhere. */
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
