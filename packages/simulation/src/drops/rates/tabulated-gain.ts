import type { GainExponent } from '../../kernel/mean-log-rate.js'

const lowest = -10
const density = 8

/** Where $\varphi$ is next to nothing, whatever it is multiplied by. */
const nothing = 60

/**
 * $-\ln\varphi(s)$ of a Laplace transform $\varphi(s)=\mathrm E\,e^{-sG}$ that takes long, from a table in ln s, by cubic interpolation: to 4e-5 of
 * itself. Below the table it is $s\,\mathrm E\,G$, and beyond it, where $\varphi<e^{-60}$, a straight line in ln s.
 */
export const tabulatedGain = (transform: (s: number) => number, mean: number): GainExponent => {
  const values: number[] = []
  for (let i = -1; ; i++) {
    const exponent = -Math.log(transform(Math.exp(lowest + i / density)))
    values.push(exponent)
    if (!(exponent < nothing) && i > 2) break
  }
  const last = values.length - 3
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
