/** A number as sentences have it: `16.97`, with a true minus sign. */
export const decimal = (value: number, significantDigits = 4): string =>
  signed(String(Number(value.toPrecision(significantDigits))))

/** A share in per cent: 0.1333 is `13.3 %`. */
export const percent = (share: number, decimals = 1): string => `${signed((100 * share).toFixed(decimals))} %`

/** A relative change in per cent, with its sign: `+9.2 %`. */
export const change = (share: number, decimals = 1): string => `${share > 0 ? '+' : ''}${percent(share, decimals)}`

/** Things in a row: `a, b and c`. */
export const listed = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`

const signed = (text: string): string => text.replace('-', '−')
