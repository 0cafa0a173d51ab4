import type { MarkdownRenderer } from 'vitepress'
import { shareGlyphs } from './share-glyphs.js'
import { meaningsOf, meaningText } from './symbol-table.js'

/** The symbols of a page that the keyboard has come to. */
const reached = new WeakMap<object, Set<string>>()

/**
 * Makes formulas say what their symbols mean to whoever points at them. The keyboard stops where a symbol of a page comes first, and not
 * within links.
 */
export const explainSymbols = (markdown: MarkdownRenderer): void => {
  const { rules } = markdown.renderer
  const render = rules.math_inline
  const renderBlock = rules.math_block
  if (render === undefined || renderBlock === undefined) throw new Error('formulas are not rendered')
  rules.math_block = (tokens, index, options, env, self) =>
    shareGlyphs(renderBlock(tokens, index, options, env, self), env)
  rules.math_inline = (tokens, index, options, env, self) => {
    const formula = shareGlyphs(render(tokens, index, options, env, self), env)
    const meanings = meaningsOf(tokens[index]?.content ?? '')
    if (meanings.length === 0) return formula
    const before = reached.get(env) ?? new Set()
    reached.set(env, before)
    const stop = !inLink(tokens, index) && meanings.some(({ symbol }) => !before.has(symbol))
    if (stop) for (const { symbol } of meanings) before.add(symbol)
    const text = meanings.map(meaningText).join('\n').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    return `<span class="explained"${stop ? ' tabindex="0"' : ''} data-meaning="${text}">${formula}</span>`
  }
}

const inLink = (tokens: readonly { readonly type: string }[], index: number): boolean => {
  const before = tokens.slice(0, index)
  const count = (type: string): number => before.filter((token) => token.type === type).length
  return count('link_open') > count('link_close')
}
