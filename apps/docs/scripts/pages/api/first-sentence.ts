import type { DeclarationReflection } from 'typedoc'

/** The first sentence of a docstring as Markdown for the cell of a table; `''` if there is none. */
export const firstSentence = (reflection: DeclarationReflection): string => {
  const comment = [reflection, ...(reflection.signatures ?? [])].find(({ comment }) => comment !== undefined)?.comment
  const text = (comment?.summary ?? []).map((part) => part.text).join('')
  const [paragraph = ''] = text
    .replace(/,?\s*\$\$[^$]*?(\.?)\$\$/g, '$1')
    .trim()
    .split('\n\n')
  return (
    beginning(paragraph)
      .replace(/\s+/g, ' ')
      .replace(/[:;]$/, '.')
      // Also in formulas and code: a cell ends at a bar.
      .replaceAll('|', '\\|')
      .trim()
  )
}

/** Text until a sentence ends, and one more if it is a title such as `Lemma 1.`; dots in code, formulas and parentheses end none. */
const beginning = (text: string): string =>
  /^(?:`[^`]*`|\$[^$]*\$|\([^)]*\)|[^`$(]){15,}?[.:;](?=\s|$)/.exec(text)?.[0] ?? text
