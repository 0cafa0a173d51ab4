/** The glyphs that a page has drawn, by their outlines. */
const drawn = new WeakMap<object, Map<string, string>>()

/**
 * A formula in which glyphs that the page has drawn before are uses of those: the audit has thousands of formulas of a few letters.
 *
 * @param page - what stands for the page; glyphs are shared within it.
 */
export const shareGlyphs = (formula: string, page: object): string => {
  const known = drawn.get(page) ?? new Map<string, string>()
  drawn.set(page, known)
  return formula
    .replace(/ data-mml-node="[^"]*"/g, '')
    .replace(/<path data-c="[^"]*" d="([^"]+)"([^>]*)><\/path>/g, (_, outline: string, others: string) => {
      const before = known.get(outline)
      if (before !== undefined) return `<use href="#${before}"${others}></use>`
      const name = `glyph-${known.size + 1}`
      known.set(outline, name)
      return others === ''
        ? `<path id="${name}" d="${outline}"></path>`
        : `<defs><path id="${name}" d="${outline}"></path></defs><use href="#${name}"${others}></use>`
    })
}
