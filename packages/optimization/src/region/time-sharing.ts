import type { PlanePoint } from './pareto-frontier.js'

/** By how much a point lies beyond time sharing between two others, relative: 0.38 is 38 % more. Negative: it lies below. */
export interface GainOverTimeSharing<Point> {
  readonly point: Point
  /** $y / y_{ts}(x) - 1$: more sensing than time sharing has at the same communication. */
  readonly atEqualCommunication: number
  /** $x / x_{ts}(y) - 1$: more communication than time sharing has at the same sensing. */
  readonly atEqualSensing: number
}

/**
 * Time sharing between the two corner points of a region, the paper's inner bound: in a share τ of the time the allocation that is best
 * for communication, else the one that is best for sensing, which achieves the segment between the two points.
 */
export interface TimeSharing<Point> {
  readonly communicationOptimal: Point
  readonly sensingOptimal: Point
  /** For every point of the frontier, in its order. At the corners both gains are 0. */
  readonly gains: readonly GainOverTimeSharing<Point>[]
  /** The point with the largest gain in sensing at equal communication, and … */
  readonly largestAtEqualCommunication: GainOverTimeSharing<Point>
  /** … that with the largest gain in communication at equal sensing. */
  readonly largestAtEqualSensing: GainOverTimeSharing<Point>
}

/**
 * The gains of a frontier over time sharing between its ends. The largest gains are those of the staircase and of the hull as well:
 * along a step of the staircase, or an edge of the hull, the gain is a ratio of two linear functions, hence monotone, so that it is
 * largest at an end, which is a point of the frontier.
 */
export const timeSharing = <Point extends PlanePoint>(
  communicationOptimal: Point,
  sensingOptimal: Point,
  frontier: readonly Point[],
): TimeSharing<Point> => {
  const a = communicationOptimal
  const b = sensingOptimal
  const gains = frontier.map((point): GainOverTimeSharing<Point> => {
    if (point === a || point === b) return { point, atEqualCommunication: 0, atEqualSensing: 0 }
    const share = (point.communication - b.communication) / (a.communication - b.communication)
    const shareAtEqualSensing = (b.sensing - point.sensing) / (b.sensing - a.sensing)
    return {
      point,
      atEqualCommunication: point.sensing / (b.sensing + share * (a.sensing - b.sensing)) - 1,
      atEqualSensing:
        point.communication / (b.communication + shareAtEqualSensing * (a.communication - b.communication)) - 1,
    }
  })
  const largest = (gain: 'atEqualCommunication' | 'atEqualSensing') =>
    gains.reduce((most, candidate) => (candidate[gain] > most[gain] ? candidate : most))
  return {
    communicationOptimal,
    sensingOptimal,
    gains,
    largestAtEqualCommunication: largest('atEqualCommunication'),
    largestAtEqualSensing: largest('atEqualSensing'),
  }
}
