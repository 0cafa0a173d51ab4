/**
 * A decimal number as it is typed: `5`, `-0.5`, `1e-4`. Neither blanks nor other bases nor `NaN` are numbers here.
 *
 * @example
 * decimalNumber('1e-4', (got) => new RangeError(got)) // 0.0001
 * decimalNumber('0x10', (got) => new RangeError(`got ${got}`)) // throws 'got ‘0x10’, which is not a decimal number'
 *
 * @param invalid - makes the error from what was got, in words.
 */
export const decimalNumber = (text: string, invalid: (got: string) => Error): number => {
  if (text === '') throw invalid('an empty value')
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text))
    throw invalid(`‘${text}’, which is not a decimal number`)
  const value = Number(text)
  if (!Number.isFinite(value)) throw invalid(`‘${text}’, which is too large for a number`)
  if (value === 0 && /[1-9]/.test(text.split(/e/i)[0] ?? ''))
    throw invalid(`‘${text}’, which is too small for a number`)
  return value
}

/**
 * A share as it is typed: `0.005` or `0.5%`.
 *
 * @example
 * share('0.5%', (got) => new RangeError(got)) // 0.005
 *
 * @param invalid - makes the error from what was got, in words.
 */
export const share = (text: string, invalid: (got: string) => Error): number =>
  // Rounded so that 0.7% and 0.007 are the same number.
  text.endsWith('%')
    ? Number((decimalNumber(text.slice(0, -1), invalid) / 100).toPrecision(15))
    : decimalNumber(text, invalid)
