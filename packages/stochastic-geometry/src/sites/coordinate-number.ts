const POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const COMMA = /^[+-]?(?:\d+,\d*|,\d+)(?:e[+-]?\d+)?$/i
/** Thousands in groups that spaces or apostrophes set apart. */
const GROUPED = /^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d*)?$/

/**
 * The number that a field of a table means, with a decimal point or comma, thousands set apart by spaces or apostrophes, a typographic
 * minus or a degree sign; not a number for anything else.
 */
export const coordinateNumber = (field: string): number => {
  if (POINT.test(field)) return Number(field)
  const plain = field
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/\s*°$/, '')
  if (POINT.test(plain)) return Number(plain)
  if (COMMA.test(plain)) return Number(plain.replace(',', '.'))
  if (GROUPED.test(plain)) return Number(plain.replace(/[ \u00a0\u2009\u202f'’]/g, '').replace(',', '.'))
  return Number.NaN
}

/** Whether a comma may as well set thousands apart: `500,123`. */
export const mayBeThousands = (field: string): boolean => /^\s*[+-]?[1-9]\d{0,2},\d{3}\s*$/.test(field)

/** Whether a comma can only be a decimal one. */
export const hasDecimalComma = (field: string): boolean => field.includes(',') && !mayBeThousands(field)
