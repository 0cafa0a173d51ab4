import type { GainExponent } from '../../kernel/mean-log-rate.js'

const lowest = -10
const highest = 18
const density = 8

/**
 * $-\ln\varphi(s)$ of a Laplace transform $\varphi(s)=\mathrm E\,e^{-sG}$ that takes long, from a table in ln s, by cubic interpolation: to about
 * 1e-5. Below the table it is s E G, and beyond it a straight line in ln s, where $\varphi$ is next to nothing.
 */
export const tabulatedGain = (transform: (s: number) => number, mean: number): GainExponent => {
  const count = (highest - lowest) * density + 3
  const values = Float64Array.from(
    { length: count },
    (_, i) => -Math.log(transform(Math.exp(lowest + (i - 1) / density))),
  )
  const last = count - 3
  return (s) => {
    const place = (Math.log(s) - lowest) * density
    if (!(place > 0)) return s * mean
    const cell = Math.min(Math.floor(place), last - 1)
    const t = place - cell
    const [a, b, c, d] = [values[cell]!, values[cell + 1]!, values[cell + 2]!, values[cell + 3]!]
    if (place > last) return b + t * (c - b)
    return b + (t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))) / 2
  }
}
