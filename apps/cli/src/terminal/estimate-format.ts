import { formatValue } from './number-format.js'

/** A value and its error for people: as many digits as the error leaves, which has two. */
export const formatWithError = (value: number, error: number | null): readonly [value: string, error: string] => {
  if (error === null || error === 0) return [formatValue(value), error === null ? '—' : '0']
  const decimals = 1 - Math.floor(Math.log10(error))
  if (decimals > 12 || error >= 1e6) return [formatValue(value), error.toExponential(1)]
  const digits = Math.max(0, decimals)
  return [value.toFixed(digits), error.toFixed(digits)]
}

/** Half of an interval, as an error for people. */
export const halfWidth = (interval: readonly [number, number] | null): number | null =>
  interval === null ? null : (interval[1] - interval[0]) / 2

/** A share for people, in percent: three digits unless told otherwise. */
export const formatShare = (value: number, digits = 3): string => `${Number((100 * value).toPrecision(digits))} %`

/** A count for people: 1,234,567. */
export const formatCount = (value: number): string => value.toLocaleString('en-US')

/** A duration for people. */
export const formatDuration = (seconds: number): string => {
  if (seconds < 59.5) return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 10) return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}
