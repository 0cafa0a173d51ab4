/**
 * The smallest of the values that is at least as large as the given share of them: 0.5 is the (lower) median.
 *
 * @throws {RangeError} without a value, or for a share outside of (0, 1].
 */
export const percentile = (values: readonly number[], share: number): number => {
  if (values.length === 0) throw new RangeError('no value has no percentile')
  if (!(share > 0 && share <= 1)) throw new RangeError(`a share must be in (0, 1], got ${share}`)
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!
}
