/// <reference path="./seedrandom-alea.d.ts" />
import { InvalidParameterError, readSeed, type Seed } from '@isacnet/model'
import alea from 'seedrandom/lib/alea.js'
import { gammaVariate } from './gamma-variate.js'
import { poissonVariate } from './poisson-variate.js'
import type { RandomStream } from './random-stream.js'
import { EXPONENTIAL_TAIL, exponentialZiggurat, NORMAL_TAIL, normalZiggurat } from './ziggurat.js'

/**
 * The stream of a purpose (`'sites'`, `'fading'`, …) in a block of trials. It depends on nothing else: blocks may run on
 * any number of workers, in any order, and give the same bits; a purpose that draws more doesn't shift another.
 *
 * The generator is Alea (Baagøe 2010), as `seedrandom` has it: period about $2^{116}$, seeded by hashing the text
 * `[seed,block,"purpose"]`, which no other triple has. That neighbouring streams are independent is tested.
 *
 * @example
 * randomStream(1, 0, 'sites').uniform() === randomStream(1, 0, 'sites').uniform() // true
 * randomStream(1, 0, 'sites').uniform() === randomStream(1, 1, 'sites').uniform() // false
 *
 * @param seed - as `readSeed` of `@isacnet/model` reads it: 1 and '1' are one seed, '01' is another.
 * @param block - integer ≥ 0.
 * @throws {InvalidParameterError} outside that domain.
 */
export const randomStream = (seed: Seed, block: number, purpose: string): RandomStream => {
  if (!Number.isSafeInteger(block) || block < 0) throw new InvalidParameterError('block', block, 'an integer ≥ 0')
  if (typeof purpose !== 'string') throw new InvalidParameterError('purpose', purpose, 'a string')
  return aleaStream(JSON.stringify([readSeed(seed), block, purpose]))
}

const LOW_BITS = 2 ** -53

/** Closures, because the generator is one: as methods of a class they take a third longer. */
const aleaStream = (seed: string): RandomStream => {
  const next = alea(seed)
  const double = next.double
  const { right: normalRight, density: normalDensity } = normalZiggurat
  const { right: exponentialRight, density: exponentialDensity } = exponentialZiggurat

  const uniform = (): number => {
    for (;;) {
      const u = double()
      if (u > 0) return u
    }
  }

  // Two outputs hold 64 bits: the 53 of a double, and 11 more, of which the ziggurats take layer and sign.

  const exponential = (): number => {
    let offset = 0
    for (;;) {
      const high = next()
      const word = (next() * 4294967296) >>> 0
      const layer = word & 255
      const x = (high + (word >>> 11) * LOW_BITS) * exponentialRight[layer]!
      if (x < exponentialRight[layer + 1]!) {
        if (x > 0) return offset + x
      } else if (layer === 0) {
        offset += EXPONENTIAL_TAIL
      } else {
        const low = exponentialDensity[layer]!
        if (low + double() * (exponentialDensity[layer + 1]! - low) < Math.exp(-x)) return offset + x
      }
    }
  }

  const normal = (): number => {
    for (;;) {
      const high = next()
      const word = (next() * 4294967296) >>> 0
      const layer = word & 255
      // A branch on it would be mispredicted half of the time.
      const sign = 1 - ((word >>> 7) & 2)
      const x = (high + (word >>> 11) * LOW_BITS) * normalRight[layer]!
      if (x < normalRight[layer + 1]!) return sign * x
      if (layer === 0) return sign * normalTail()
      const low = normalDensity[layer]!
      if (low + double() * (normalDensity[layer + 1]! - low) < Math.exp(-0.5 * x * x)) return sign * x
    }
  }

  /** A normal variate given that it exceeds `NORMAL_TAIL`: Marsaglia (1964). */
  const normalTail = (): number => {
    for (;;) {
      const x = exponential() / NORMAL_TAIL
      if (2 * exponential() > x * x) return NORMAL_TAIL + x
    }
  }

  const stream: RandomStream = {
    uniform,
    exponential,
    normal,
    gamma: (shape) => gammaVariate(stream, shape),
    poisson: (mean) => poissonVariate(stream, mean),
    integer: (n) => {
      if (!(n >= 1 && n <= 2 ** 53 && Number.isInteger(n)))
        throw new InvalidParameterError('n', n, 'an integer from 1 to 2⁵³')
      return Math.floor(uniform() * n)
    },
  }
  return stream
}
