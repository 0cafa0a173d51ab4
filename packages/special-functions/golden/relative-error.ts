/** The worst relative error over a table, and the arguments where it is met: what a failing test prints. */
interface WorstError {
  error: number
  at: string
}

/** Below this a value is subnormal or next to it, and only its being tiny is checked. */
const TINY = 1e-300

export function relativeError(actual: number, expected: number): number {
  if (Math.abs(expected) < TINY) return Math.abs(actual) < 2 * TINY ? 0 : Number.POSITIVE_INFINITY
  const error = Math.abs(actual - expected) / Math.abs(expected)
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error
}

export function worstError<Row extends readonly unknown[]>(
  rows: readonly Row[],
  actual: (row: Row) => number,
  expected: (row: Row) => number,
): WorstError {
  let worst: WorstError = { error: 0, at: 'every row exact' }
  for (const row of rows) {
    const got = actual(row)
    const want = expected(row)
    const error = relativeError(got, want)
    if (error > worst.error || worst.error === 0) {
      worst = { error, at: `${JSON.stringify(row)}: got ${got}, expected ${want}, relative error ${error}` }
    }
  }
  return worst
}
