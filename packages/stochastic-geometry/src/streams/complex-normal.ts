import { InvalidParameterError } from '@isacnet/model'
import type { RandomStream } from './random-stream.js'

/**
 * Fills `re` and `im` from `offset` on with independent entries of $\mathcal{CN}(0,1)$: real and imaginary parts are
 * independent normal variates of variance 1/2, so $\mathrm E|z|^2=1$. An entry doesn't depend on those after it.
 *
 * @example
 * const [re, im] = [new Float64Array(1e4), new Float64Array(1e4)]
 * complexNormal(randomStream(1, 0, 'fading'), re, im)
 * (re.reduce((sum, x, i) => sum + x ** 2 + im[i] ** 2, 0) / 1e4).toFixed(2) // '1.00'
 *
 * @param offset - index of the first entry written; 0 unless given.
 * @throws {InvalidParameterError} if the lengths of `re` and `im` differ, or offset is not in 0 … length.
 */
export const complexNormal = (stream: RandomStream, re: Float64Array, im: Float64Array, offset = 0): void => {
  if (im.length !== re.length) throw new InvalidParameterError('im', im.length, `of the length of re, ${re.length}`)
  if (!(Number.isInteger(offset) && offset >= 0 && offset <= re.length))
    throw new InvalidParameterError('offset', offset, `an integer from 0 to ${re.length}`)
  for (let i = offset; i < re.length; i++) {
    re[i] = Math.SQRT1_2 * stream.normal()
    im[i] = Math.SQRT1_2 * stream.normal()
  }
}
