/**
 * $x^{1/\beta}$ for x > 0: a Newton step takes out what the rounding of 1/β does to a large logarithm. 0 for x = 0.
 */
export const reciprocalPower = (x: number, beta: number): number => {
  const first = x ** (1 / beta)
  const power = first ** beta
  return power > 1e-300 && power < 1e300 ? first + (first * ((x - power) / power)) / beta : first
}
