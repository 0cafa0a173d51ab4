/**
 * A text that only equal requests share: what a shown number is bound to. The order of members doesn't matter; NaN, infinities and
 * −0, which JSON doesn't tell apart, do.
 */
export const requestKey = (request: unknown): string =>
  JSON.stringify(request, (_name, value: unknown) => {
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return { number: Object.is(value, -0) ? '-0' : String(value) }
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    return value
  })
