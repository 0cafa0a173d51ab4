/** A decimal number as it is written: `5`, `-0.5`, `1e-4`; other bases, blanks, `.inf` and `.nan` are none. */
export const decimalPattern = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/

const wholeDecimal = new RegExp(`^(?:${decimalPattern.source})$`)

/** The number that a text is, or what is wrong with it, in words. */
export const decimalText = (text: string): number | string => {
  if (!wholeDecimal.test(text)) return `‘${text}’, which is not a decimal number`
  const value = Number(text)
  if (!Number.isFinite(value)) return `‘${text}’, which is too large for a number`
  if (value === 0 && /[1-9]/.test(text.split(/e/i)[0] ?? '')) return `‘${text}’, which is too small for a number`
  return value
}
