/** The text of an axis: a label with its unit in parentheses, if it has one. */
export const withUnit = (label: string, unit: string): string => (unit === '' ? label : `${label} (${unit})`)
