/** Attributes of an element: `true` sets an empty one, `false`, `null` and `undefined` none. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

type Child = Node | string | null | undefined

const fill = <Made extends Element>(element: Made, attributes: Attributes, children: readonly Child[]): Made => {
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value))
  element.append(...children.filter((child) => child !== null && child !== undefined))
  return element
}

/** An HTML element with attributes and children. */
export const html = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => fill(document.createElement(name), attributes, children)

/** An SVG element with attributes and children. */
export const svg = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children)

/** A symbol such as `λ_b` or `|ξ|²` in italics, with its subscript below the line. */
export const symbolElement = (symbol: string): HTMLElement => {
  const [base = '', subscript] = symbol.split('_')
  return html('i', { class: 'symbol' }, base, subscript === undefined ? null : html('sub', {}, subscript))
}

/** The same in a line of SVG text. */
export const symbolRuns = (symbol: string): SVGTSpanElement[] => {
  const [base = '', subscript] = symbol.split('_')
  const run = svg('tspan', { 'font-style': 'italic' }, base)
  return subscript === undefined
    ? [run]
    : [run, svg('tspan', { dy: 3, 'font-size': '75%' }, subscript), svg('tspan', { dy: -3 }, '\u200b')]
}

/** A symbol with a subscript in a line of text, such as `M_t`. */
const symbolWithSubscript = /(?<![\p{L}\d_])\p{L}_(?:[a-z]+|\p{L})(?![\p{L}\d])/gu

/** A text whose symbols with subscripts, and exponents such as `^(−2β)`, are typeset. */
export const withSymbols = (text: string): (Node | string)[] =>
  typeset(text, (symbol) => [symbolElement(symbol)]).flatMap((part): (Node | string)[] =>
    typeof part === 'string'
      ? part.split(/\^\(([^)]*)\)/).map((piece, index) => (index % 2 === 0 ? piece : html('sup', {}, piece)))
      : [part],
  )

/** The same in a line of SVG text. */
export const svgWithSymbols = (text: string): (Node | string)[] => typeset(text, symbolRuns)

const typeset = (text: string, made: (symbol: string) => readonly Node[]): (Node | string)[] => {
  const parts: (Node | string)[] = []
  let end = 0
  for (const match of text.matchAll(symbolWithSubscript)) {
    parts.push(text.slice(end, match.index), ...made(match[0]))
    end = match.index + match[0].length
  }
  return [...parts, text.slice(end)].filter((part) => part !== '')
}
