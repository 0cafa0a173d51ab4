import { InvalidParameterError } from '@isacnet/model'
import { fillUniformly, meanNumber } from '../geometry/window.js'
import type { PointProcess } from './point-process.js'

/**
 * The homogeneous Poisson point process (PPP): the number of points in a window of area $A$ is Poisson with mean
 * $\lambda A$; given it, the points are independent and uniform.
 *
 * @param density - λ in BSs per km², finite, ≥ 0.
 * @throws {InvalidParameterError} outside that domain; by `sample` if the mean number of points exceeds 10⁸.
 */
export const poissonProcess = (density: number): PointProcess => {
  if (!(density >= 0 && density < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('density', density, 'a finite number ≥ 0 per km²')
  return {
    name: 'Poisson',
    density,
    sample(window, stream) {
      const count = stream.poisson(meanNumber(density, window))
      const x = new Float64Array(count)
      const y = new Float64Array(count)
      fillUniformly(window, stream, x, y)
      return { x, y }
    },
  }
}
