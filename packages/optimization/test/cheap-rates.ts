import type { RateModel } from '../src/problem/rate-model.js'

/** A stream of numbers in [0, 1): Weyl's sequence through a hash, good enough to make problems with. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let t = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97)
    return ((t ^ (t >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Rates of a kind that costs nothing, without numerical error. */
export interface CheapRates {
  /** `smooth` as rates are, `stepped` with many exact ties, `lawless` growing with nothing, with nothing declared. */
  readonly kind: 'smooth' | 'stepped' | 'lawless'
  readonly seed: number
}

export const cheapRates = ({ kind, seed }: CheapRates): RateModel => {
  const next = numbersFrom(seed)
  const [gain, crowding, nulling, echo, sharing] = [next() * 3, next() * 2, next(), next() * 3, next() * 0.3 - 0.1]
  const communication = (K: number, L: number, D: number): number =>
    Math.log1p((gain * D * L ** nulling) / K ** crowding)
  const sensing = (K: number, Q: number): number => Math.log1p(echo * Q ** nulling * K ** sharing)
  const shape = (value: number, ...key: number[]): number => {
    if (kind === 'smooth') return value
    if (kind === 'stepped') return Math.floor(4 * value) / 4
    return numbersFrom(seed ^ key.reduce((hash, part) => Math.imul(hash, 31) + part, 7))()
  }
  return {
    communication: (K, L, D) => ({ value: shape(communication(K, L, D), 1, K, L, D), errorEstimate: 0 }),
    sensing: (K, Q) => ({ value: shape(sensing(K, Q), 2, K, Q), errorEstimate: 0 }),
    communicationGrowsWithDiversity: kind !== 'lawless',
    sensingGrowsFrom: kind === 'lawless' ? Number.POSITIVE_INFINITY : 1,
  }
}
