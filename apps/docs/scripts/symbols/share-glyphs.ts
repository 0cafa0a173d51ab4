/** The glyphs that a page has drawn, by their outlines. */
const drawn = new WeakMap<object, Map<string, string>>()

/**
 * A formula as MathJax makes it, without what the page’s styles say once for all of them, and with glyphs that the page has drawn before as
 * uses of those: the audit has more than a thousand formulas of a few letters. How far the drawing reaches below the line is said by the
 * formula’s element: a drawing with a style of its own, or attributes that Vue doesn’t know, would be code rather than a text of the page.
 *
 * @param page - what stands for the page; glyphs are shared within it.
 */
export const shareGlyphs = (formula: string, page: object): string => {
  const known = drawn.get(page) ?? new Map<string, string>()
  drawn.set(page, known)
  return formula
    .replace(/ data-mml-node="[^"]*"/g, '')
    .replace(/<mjx-container([^>]*)>(\s*<svg[^>]*>)/g, (_, container: string, drawing: string) => {
      const block = container.includes('display="true"')
      const depth = /vertical-align:[^;"]*/.exec(drawing)?.[0]
      const plain = container
        .replace(/ (jax|display|style)="[^"]*"/g, '')
        .replace(/class="MathJax/, block ? '$& block' : '$&')
      const style = block || depth === undefined ? '' : ` style="${depth}"`
      return `<mjx-container${plain}${style}>${drawing.replace(/ (style|role|focusable)="[^"]*"/g, '')}`
    })
    .replace(/<mjx-assistive-mml[^>]*>/g, '<mjx-assistive-mml>')
    .replace(/<path data-c="[^"]*" d="([^"]+)"([^>]*?)(?:\/>|><\/path>)/g, (_, outline: string, others: string) => {
      // The second digit of a number is moved; a use of the glyph must not be moved with it.
      const place = / transform="[^"]*"/.exec(others)?.[0] ?? ''
      const before = known.get(outline)
      if (before !== undefined) return `<use href="#${before}"${place}></use>`
      const name = `glyph-${known.size + 1}`
      known.set(outline, name)
      const glyph = `<path id="${name}" d="${outline}"></path>`
      return place === '' ? glyph : `<g${place}>${glyph}</g>`
    })
}
