import { InvalidParameterError } from '@isacnet/model'
import type { RandomStream } from './random-stream.js'

/**
 * A Poisson variate, $P(k)=e^{-\mu}\mu^k/k!$.
 *
 * Means below 10 are inverted from one uniform variate; others use the transformed rejection PTRS of Hörmann, "The
 * transformed rejection method for generating Poisson random variables", Insurance: Mathematics and Economics 12 (1993),
 * with $\ln P(k)$ by Loader's saddle point expansion, which does not cancel for large means.
 *
 * @param mean - μ, in $[0, 2^{53}]$: beyond, counts are no doubles, and the method would not end.
 * @throws {InvalidParameterError} outside that domain.
 */
export const poissonVariate = (stream: RandomStream, mean: number): number => {
  if (!(mean >= 0 && mean <= LARGEST_MEAN)) throw new InvalidParameterError('mean', mean, 'a number from 0 to 2⁵³')
  if (mean === 0) return 0
  return mean < 10 ? byInversion(stream, mean) : byTransformedRejection(stream, mean)
}

const LARGEST_MEAN = 2 ** 53

const byInversion = (stream: RandomStream, mean: number): number => {
  let rest = stream.uniform()
  let k = 0
  let probability = Math.exp(-mean)
  // Past the mean, a probability below the resolution of the uniform variate can no longer be told from the tail.
  while (rest > probability && (k < mean || probability > 1e-18)) {
    rest -= probability
    k += 1
    probability *= mean / k
  }
  return k
}

const byTransformedRejection = (stream: RandomStream, mean: number): number => {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const accepted = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = stream.uniform() - 0.5
    const v = stream.uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= accepted) return k
    if (k < 0 || (us < 0.013 && v > us)) continue
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= lnPoissonProbability(k, mean)) return k
  }
}

/** $\ln(e^{-\mu}\mu^k/k!)$: Loader (2000), $-\delta(k)-D_0(k,\mu)-\tfrac12\ln 2\pi k$, without cancellation for large μ. */
const lnPoissonProbability = (k: number, mean: number): number =>
  k === 0 ? -mean : -stirlingError(k) - deviance(k, mean) - 0.5 * Math.log(2 * Math.PI * k)

/** $\ln k!-(k+\tfrac12)\ln k+k-\tfrac12\ln 2\pi$, by recurrence from 16 down. */
const stirlingError = (k: number): number => {
  if (k >= 16) {
    const kk = k * k
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / kk) / kk) / kk) / kk) / k
  }
  let lnFactorial = 0
  for (let i = 2; i <= k; i++) lnFactorial += Math.log(i)
  return lnFactorial - (k + 0.5) * Math.log(k) + k - 0.5 * Math.log(2 * Math.PI)
}

/** $D_0(k,\mu)=k\ln(k/\mu)+\mu-k$. */
const deviance = (k: number, mean: number): number => {
  const difference = k - mean
  if (Math.abs(difference) >= 0.1 * (k + mean)) return k * Math.log(k / mean) - difference
  const v = difference / (k + mean)
  let sum = difference * v
  let term = 2 * k * v
  for (let j = 1; ; j++) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) return sum
    sum = next
  }
}
