/** The polynomial of degree n − 1 through a function's values at the n Chebyshev points of [0, 1], as a function on [0, 1]. */
export const chebyshevInterpolant = (n: number, f: (x: number) => number): ((x: number) => number) => {
  const angle = (i: number): number => (Math.PI * (i + 0.5)) / n
  const values = Float64Array.from({ length: n }, (_, i) => f((1 + Math.cos(angle(i))) / 2))
  const coefficients = Float64Array.from({ length: n }, (_, k) => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += values[i]! * Math.cos(k * angle(i))
    return ((k === 0 ? 1 : 2) * sum) / n
  })
  return (x) => {
    const t = 2 * (2 * x - 1)
    let b1 = 0
    let b2 = 0
    for (let k = n - 1; k > 0; k--) {
      const b0 = coefficients[k]! + t * b1 - b2
      b2 = b1
      b1 = b0
    }
    return coefficients[0]! + (t / 2) * b1 - b2
  }
}
