/** The symbols of a formula, in the order in which they occur, with their subscripts: `\lambda_b`, `T_sum`, `K`. */
export const symbolsOf = (latex: string): string[] => {
  const plain = latex
    .replace(/_\{\\(?:mathrm|text)\{(\w+)\}\}/g, '_{$1}')
    .replace(/\\(?:mathrm|operatorname|text|mathbf|mathcal)\{[^}]*\}/g, ' ')
    .replace(/\\Delta\s*T/g, '\\DeltaT')
  return [...plain.matchAll(/(\\[A-Za-z]+|[A-Za-z])(?:_(?:\{(\w+)\}|(\w)))?/g)].map(([, base = '', long, short]) => {
    const subscript = long ?? short
    return subscript === undefined ? base : `${base}_${subscript}`
  })
}
