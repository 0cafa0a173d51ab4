/** How a sequence is said to go. */
export type Shape = 'rises' | 'falls' | 'rises, then falls'

/**
 * How far a sequence is from a shape: the largest of its steps in the wrong direction, relative to its largest value. 0 when it has the
 * shape. What `rises, then falls` has its largest value between its ends; otherwise the deviation is infinite.
 *
 * @param values - at least two, > 0.
 */
export const shapeDeviation = (values: readonly number[], shape: Shape): number => {
  const peak = values.indexOf(Math.max(...values))
  if (shape === 'rises, then falls' && (peak === 0 || peak === values.length - 1)) return Number.POSITIVE_INFINITY
  const rising = (step: number): boolean => shape === 'rises' || (shape === 'rises, then falls' && step < peak)
  let wrong = 0
  for (let i = 0; i + 1 < values.length; i++) {
    const rise = values[i + 1]! - values[i]!
    wrong = Math.max(wrong, rising(i) ? -rise : rise)
  }
  return wrong / values[peak]!
}
