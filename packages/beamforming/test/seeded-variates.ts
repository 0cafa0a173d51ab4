/// <reference path="./seedrandom-alea.d.ts" />
import alea from 'seedrandom/lib/alea.js'
import type { RandomVariates } from '../src/channels/random-variates.js'

/** Variates for tests, the same in every run, by other methods than those of `@isacnet/stochastic-geometry`. */
export const seededVariates = (seed: string): RandomVariates => {
  const { double } = alea(seed)
  const uniform = (): number => double() + 2 ** -54
  const exponential = (): number => -Math.log(uniform())
  const normal = (): number => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform())
  /** Integer shapes only. */
  const gamma = (shape: number): number => {
    if (!(Number.isInteger(shape) && shape > 0)) throw new RangeError(`shape ${shape}`)
    let product = 1
    for (let i = 0; i < shape; i++) product *= uniform()
    return -Math.log(product)
  }
  return { uniform, exponential, normal, gamma }
}
