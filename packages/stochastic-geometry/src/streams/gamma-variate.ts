import { InvalidParameterError } from '@isacnet/model'
import type { RandomStream } from './random-stream.js'

/**
 * A Gamma(shape, 1) variate, density $x^{s-1}e^{-x}/\Gamma(s)$ on $x>0$.
 *
 * Shapes 1 and 2 sum exponentials; others are by Marsaglia and Tsang, "A simple method for generating gamma variables", ACM
 * TOMS 26 (2000); below 1 the variate of shape $s+1$ is multiplied by $U^{1/s}$. Below a shape of about 0.05 that power
 * may be less than the smallest double: the variate is then 0, as its nearest double is.
 *
 * @throws {InvalidParameterError} unless shape is a finite number > 0.
 */
export const gammaVariate = (stream: RandomStream, shape: number): number => {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('shape', shape, 'a finite number > 0')
  if (shape === 1) return stream.exponential()
  if (shape === 2) return stream.exponential() + stream.exponential()
  const boost = shape < 1 ? Math.exp(-stream.exponential() / shape) : 1
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = stream.normal()
    const t = 1 + c * x
    if (t <= 0) continue
    const v = t * t * t
    const u = stream.uniform()
    const x2 = x * x
    if (u < 1 - 0.0331 * x2 * x2 || Math.log(u) < 0.5 * x2 + d * (1 - v + Math.log(v))) return boost * d * v
  }
}
