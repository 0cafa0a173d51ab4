import { InvalidParameterError, permittedName } from '@isacnet/model'
import type { RandomStream } from '../streams/random-stream.js'

/**
 * The part of the plane in which a pattern is drawn, centred at the origin; lengths in km. A torus is a rectangle whose
 * opposite edges are glued, so that it has no border.
 */
export type Window =
  | { readonly kind: 'disc'; readonly radius: number }
  | { readonly kind: 'rectangle'; readonly width: number; readonly height: number }
  | Torus

/** A {@link Window} without a border. */
export interface Torus {
  readonly kind: 'torus'
  readonly width: number
  readonly height: number
}

const windowKinds: readonly Window['kind'][] = ['disc', 'rectangle', 'torus']

/**
 * The area of a window in km².
 *
 * @example
 * windowArea({ kind: 'torus', width: 20, height: 10 }) // 200
 *
 * @throws {UnknownNameError} for another kind of window.
 * @throws {InvalidParameterError} if a length is not a number from 1e-150 to 1e150.
 */
export const windowArea = (window: Window): number => {
  permittedName('kind of window', window?.kind, windowKinds)
  if (window.kind === 'disc') return Math.PI * positiveLength('radius', window.radius) ** 2
  return positiveLength('width', window.width) * positiveLength('height', window.height)
}

const positiveLength = (name: string, value: number): number => {
  if (!(value >= SHORTEST && value <= FURTHEST))
    throw new InvalidParameterError(name, value, `a length from ${SHORTEST} to ${FURTHEST} km`)
  return value
}

/** Beyond it, in km, squares of coordinates are no doubles. */
export const FURTHEST = 1e150
/** The least nonzero length and coordinate in km: squares of shorter ones underflow, and distances could no longer be told apart. */
export const SHORTEST = 1e-150

/** More points than fit in memory and in the time of a call. */
const MOST_POINTS = 1e8

/**
 * The mean number of points of this density per km² in a window.
 *
 * @throws {InvalidParameterError} if it exceeds 10⁸, or the window is none.
 */
export const meanNumber = (density: number, window: Window): number => {
  const mean = density * windowArea(window)
  if (!(mean <= MOST_POINTS))
    throw new InvalidParameterError(
      'density',
      density,
      `at most ${MOST_POINTS / windowArea(window)} per km² in this window`,
    )
  return mean
}

/** The torus of this width and height. */
export const squareTorus = (side: number): Torus => ({ kind: 'torus', width: side, height: side })

/** Whether a point lies in the window. */
export const windowContains = (window: Window, x: number, y: number): boolean =>
  window.kind === 'disc'
    ? x * x + y * y <= window.radius * window.radius
    : Math.abs(x) <= window.width / 2 && Math.abs(y) <= window.height / 2

/** Fills `x` and `y` with independent points, uniform in the window. */
export const fillUniformly = (window: Window, stream: RandomStream, x: Float64Array, y: Float64Array): void => {
  if (window.kind === 'disc') {
    const diameter = 2 * window.radius
    for (let i = 0; i < x.length; i++) {
      for (;;) {
        const u = stream.uniform() - 0.5
        const v = stream.uniform() - 0.5
        if (u * u + v * v > 0.25) continue
        x[i] = diameter * u
        y[i] = diameter * v
        break
      }
    }
    return
  }
  for (let i = 0; i < x.length; i++) {
    x[i] = window.width * (stream.uniform() - 0.5)
    y[i] = window.height * (stream.uniform() - 0.5)
  }
}
