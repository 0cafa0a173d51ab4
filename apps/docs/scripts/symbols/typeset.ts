import { readExpression } from './plain-expression.js'

/**
 * What Markdown doesn't show as text, or is mathematics already: code, formulas, pictures with their descriptions, the targets of links,
 * attributes, tags and comments.
 */
const untouched =
  /(^(`{3,}|~{3,})[\s\S]*?^\2|(`+)[^`][\s\S]*?\3|\$\$[\s\S]*?\$\$|\$[^$\n]+\$|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\{[#.\w][^}\n]*\}|<\/?[a-z][^>]*>|<!--[\s\S]*?-->)/gm

/** Plain symbols of a Markdown text, `M_t` and `(1+η²H)^(−L)`, as formulas between dollar signs; code stays what it is. */
export const typeset = (markdown: string): string => {
  let result = ''
  let from = 0
  for (const match of markdown.matchAll(untouched)) {
    result += typesetText(markdown.slice(from, match.index)) + match[0]
    from = match.index + match[0].length
  }
  return result + typesetText(markdown.slice(from))
}

const typesetText = (text: string): string => {
  let result = ''
  let at = 0
  while (at < text.length) {
    const found = begins(text, at) ? readExpression(text, at) : undefined
    if (found !== undefined && !isList(found.latex)) {
      result += `$${found.latex}$`
      at += found.length
    } else {
      result += text[at]
      at++
    }
  }
  return result
}

/** Not in the middle of a word, a number or a unit such as `nat/s/Hz`. */
const begins = (text: string, at: number): boolean =>
  !/[\p{L}\p{N}_/^’'.\\°-]/u.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}(−|√⌊]/u.test(text[at] ?? '')

/** Parentheses of prose around symbols: they stay prose. */
const isList = (latex: string): boolean => {
  if (!latex.startsWith('(')) return false
  let depth = 0
  for (const [index, character] of [...latex].entries()) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth === 0) return index === latex.length - 1
  }
  return false
}
