/** Two lists of counts added up entry by entry; what the shorter one lacks is 0. */
export const addCounts = (a: readonly number[], b: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, k) => (a[k] ?? 0) + (b[k] ?? 0))
