/** A quantity for people: seven digits. */
export const formatValue = (value: number): string => {
  const magnitude = Math.abs(value)
  return value === 0 || (magnitude >= 1e-3 && magnitude < 1e6) ? value.toPrecision(7) : value.toExponential(6)
}

/** A number as it is written, with a minus sign. */
export const withMinus = (written: string): string => written.replace('-', '−')

/** An error estimate for people: the power of ten that is not below it. */
export const formatError = (error: number): string => (error === 0 ? '0' : `1e${Math.ceil(Math.log10(error) - 1e-9)}`)

/** A relative deviation for people, in percent with its sign. */
export const formatDeviation = (deviation: number): string => {
  const percent = 100 * deviation
  if (Math.abs(percent) < 5e-4) return '0 %'
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(Math.abs(percent) < 1 ? 3 : 2)} %`
}
