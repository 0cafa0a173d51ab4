import { InvalidParameterError, permittedName } from '@isacnet/model'
import type { RandomStream } from './random-stream.js'

/**
 * The part of the plane in which a pattern is drawn, centred at the origin; lengths in km. A torus is a rectangle whose
 * opposite edges are glued, so that it has no border.
 */
export type Window =
  | { readonly kind: 'disc'; readonly radius: number }
  | { readonly kind: 'rectangle'; readonly width: number; readonly height: number }
  | { readonly kind: 'torus'; readonly width: number; readonly height: number }

const windowKinds: readonly Window['kind'][] = ['disc', 'rectangle', 'torus']

/**
 * The area of a window in km².
 *
 * @throws {UnknownNameError} for another kind of window.
 * @throws {InvalidParameterError} if a length is not a finite number > 0.
 */
export const windowArea = (window: Window): number => {
  permittedName('kind of window', window?.kind, windowKinds)
  if (window.kind === 'disc') return Math.PI * positiveLength('radius', window.radius) ** 2
  return positiveLength('width', window.width) * positiveLength('height', window.height)
}

const positiveLength = (name: string, value: number): number => {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError(name, value, 'a finite length > 0 in km')
  return value
}

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
