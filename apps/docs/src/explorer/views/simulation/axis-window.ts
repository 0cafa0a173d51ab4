/** A part of a vertical axis. */
export interface Extent {
  readonly low: number
  readonly high: number
}

/** The share of an interval's height that may be above it, and as much below. */
const room = 0.5

/** Smaller than this share of the window, what is looked at is worth a closer look. */
const smallest = 0.25

/**
 * The part of the axis that shows an interval which closes in: twice as high as the interval. It stays as it was `before` until the interval leaves it or
 * fills less than a quarter of it, so that an axis moves once for four times as many trials.
 */
export const axisWindow = (now: Extent, before: Extent | undefined): Extent => {
  const height = now.high - now.low
  const kept =
    before !== undefined &&
    now.low >= before.low &&
    now.high <= before.high &&
    height >= smallest * (before.high - before.low)
  return kept ? before : { low: now.low - room * height, high: now.high + room * height }
}
