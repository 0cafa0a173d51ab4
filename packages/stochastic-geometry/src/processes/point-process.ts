import type { PointPattern } from '../geometry/point-pattern.js'
import type { Torus, Window } from '../geometry/window.js'
import type { RandomStream } from '../streams/random-stream.js'

/** A stationary law of random point patterns. */
export interface PointProcess {
  readonly name: string
  /** Mean number of points per km². */
  readonly density: number
  /** Returns the smallest torus that suits the process and has no side shorter than this, in km. */
  torus(side: number): Torus
  /**
   * Draws what of the pattern falls in the window.
   * @throws {InvalidParameterError} if the window is empty or not finite.
   */
  sample(window: Window, stream: RandomStream): PointPattern
  /**
   * Draws a pattern on a torus whose points are all typical ones: any of them sees the others as they are given a point there (Palm's law).
   * Left out of a process for which no way is known.
   */
  sampleTypical?(torus: Torus, stream: RandomStream): PointPattern
}
