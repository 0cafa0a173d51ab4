import type { PointPattern } from '../geometry/point-pattern.js'
import type { Window } from '../geometry/window.js'
import type { RandomStream } from '../streams/random-stream.js'

/** A stationary law of random point patterns. */
export interface PointProcess {
  readonly name: string
  /** Mean number of points per km². */
  readonly density: number
  /**
   * Draws what of the pattern falls in the window.
   * @throws {InvalidParameterError} if the window is empty or not finite.
   */
  sample(window: Window, stream: RandomStream): PointPattern
}
