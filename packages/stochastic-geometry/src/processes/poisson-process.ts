import { InvalidParameterError } from '@isacnet/model'
import type { PointPattern } from '../geometry/point-pattern.js'
import { fillUniformly, meanNumber, squareTorus, type Window } from '../geometry/window.js'
import type { RandomStream } from '../streams/random-stream.js'
import type { Deployment } from './deployment.js'
import type { PointProcess } from './point-process.js'

/**
 * The homogeneous Poisson point process (PPP): the number of points in a window of area $A$ is Poisson with mean
 * $\lambda A$; given it, the points are independent and uniform.
 *
 * @example
 * poissonProcess(5).sample({ kind: 'torus', width: 10, height: 10 }, randomStream(1, 0, 'sites')).x.length // 525
 *
 * @param density - λ in BSs per km², finite, ≥ 0.
 * @throws {InvalidParameterError} outside that domain; by `sample` if the mean number of points exceeds 10⁸.
 */
export const poissonProcess = (density: number): PointProcess => {
  if (!(density >= 0 && density < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('density', density, 'a finite number ≥ 0 per km²')
  const sample = (window: Window, stream: RandomStream): PointPattern =>
    uniformPoints(stream.poisson(meanNumber(density, window)), window, stream)
  return {
    name: 'Poisson',
    density,
    torus: squareTorus,
    sample,
    // Seen from one of its points, the others are the process itself (Slivnyak's theorem).
    sampleTypical(torus, stream) {
      const others = sample(torus, stream)
      const added = uniformPoints(1, torus, stream)
      return { x: Float64Array.of(...others.x, ...added.x), y: Float64Array.of(...others.y, ...added.y) }
    },
  }
}

const uniformPoints = (count: number, window: Window, stream: RandomStream): PointPattern => {
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  fillUniformly(window, stream, x, y)
  return { x, y }
}

/** Base stations at random, as the theorems assume. */
export const poisson: Deployment<'poisson'> = {
  name: 'poisson',
  meaning: 'independent of each other',
  parameters: [],
  process: poissonProcess,
}
