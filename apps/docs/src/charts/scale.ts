import { ticks } from 'd3-array'

/** From values of an axis to places on it, in pixels, and back. */
export interface Scale {
  (value: number): number
  invert(place: number): number
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
}

type ScaleKind = 'linear' | 'logarithmic'

/** The scale that takes the ends of a domain to those of a range; a logarithmic one has a positive domain. */
export const axisScale = (
  kind: ScaleKind,
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale => {
  const [to, from] = kind === 'logarithmic' ? [Math.log, Math.exp] : [Number, Number]
  const [first, last] = [to(domain[0]), to(domain[1])]
  const [start, end] = range
  // A domain without extent is in the middle.
  const share = (value: number): number => (last === first ? 0.5 : (to(value) - first) / (last - first))
  return Object.assign((value: number): number => start + share(value) * (end - start), {
    invert: (place: number): number => from(first + ((place - start) / (end - start)) * (last - first)),
    domain,
    range,
  })
}

/** About so many round values of a linear axis. */
export const roundValues = ([low, high]: readonly [number, number], count: number): number[] => ticks(low, high, count)

/** The powers of ten from the one below a positive value to the one below another. */
export const powersOfTen = (low: number, high: number): number[] => {
  const [first, last] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))]
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index))
}
