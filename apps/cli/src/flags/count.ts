import { decimalNumber } from '@isacnet/model'

/**
 * A count as it is typed: `100000`, `100_000` or `1e5`.
 *
 * @param invalid - makes the error from what was got, in words.
 * @param most - the greatest count that is permitted.
 */
export const count = (text: string, invalid: (got: string) => Error, most = Number.MAX_SAFE_INTEGER): number => {
  const value = decimalNumber(text.replace(/(?<=\d)_(?=\d)/g, ''), invalid)
  if (!Number.isInteger(value) || value < 1 || value > most) throw invalid(`‘${text}’`)
  return value
}
