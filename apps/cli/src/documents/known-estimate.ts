/** An error as a document has it: `null` where there are too few trials. */
export const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** An interval as a document has it: `null` where there are too few trials. */
export const knownInterval = (interval: readonly [number, number]): readonly [number, number] | null =>
  interval.every(Number.isFinite) ? interval : null
