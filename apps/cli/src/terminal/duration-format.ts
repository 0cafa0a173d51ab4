/** A number for people: at most six digits. */
export const decimals = (value: number): string => String(Number(value.toPrecision(6)))

/** A rough duration for people: one or two digits of the unit that fits. */
export const duration = (seconds: number): string => {
  if (seconds < 1) return `${rounded(1000 * seconds)} ms`
  if (seconds < 90) return `${rounded(seconds)} s`
  if (seconds < 90 * 60) return `${rounded(seconds / 60)} min`
  if (seconds < 48 * 3600) return `${rounded(seconds / 3600)} h`
  return `${rounded(seconds / 86_400)} days`
}

const rounded = (value: number): string => String(Number(value.toPrecision(2)))
