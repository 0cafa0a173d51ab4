import type { CountLaw } from './count-law.js'

/**
 * The law $p_n e^{an + bn^2}$ on n ≥ least that has this mean and variance: the nearest to p, by relative entropy, of those that have. By Newton's
 * method.
 */
export const tiltedLaw = (law: CountLaw, mean: number, variance: number, least: number): CountLaw => {
  const deviation = Math.sqrt(variance)
  const place = (n: number): number => (n - mean) / deviation
  let [a, b] = [0, 0]
  let tilted = law
  for (let iteration = 0; iteration < 200; iteration++) {
    const exponents = Float64Array.from(law, (p, n) =>
      p > 0 && n >= least ? Math.log(p) + a * place(n) + b * (place(n) ** 2 - 1) : Number.NEGATIVE_INFINITY,
    )
    const highest = Math.max(...exponents)
    tilted = exponents.map((exponent) => Math.exp(exponent - highest))
    const total = tilted.reduce((sum, p) => sum + p, 0)
    tilted = tilted.map((p) => p / total)
    const moment = (f: (x: number) => number): number =>
      tilted.reduce((sum, p, n) => (p > 0 ? sum + p * f(place(n)) : sum), 0)
    const first = moment((x) => x)
    const second = moment((x) => x * x - 1)
    const v11 = moment((x) => x * x) - first * first + 1e-12
    const v12 = moment((x) => x * (x * x - 1)) - first * second
    const v22 = moment((x) => (x * x - 1) ** 2) - second * second + 1e-12
    const determinant = v11 * v22 - v12 * v12
    let stepA = -(v22 * first - v12 * second) / determinant
    let stepB = -(v11 * second - v12 * first) / determinant
    const largest = Math.max(Math.abs(stepA), Math.abs(stepB))
    if (largest > longestStep) {
      stepA *= longestStep / largest
      stepB *= longestStep / largest
    }
    a += stepA
    b += stepB
    if (largest < 1e-10) break
  }
  return tilted
}

const longestStep = 0.3
