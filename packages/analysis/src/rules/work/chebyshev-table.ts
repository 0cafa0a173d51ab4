/** Coefficients on one panel. */
const degree = 16

/** The place of the panel at 0 in the list of panels. */
const middle = 4096

/**
 * A function of one variable, remembered as Chebyshev polynomials of degree 15 on panels of width 1 that are made when they are first
 * asked for. For a function analytic in a strip of half-width π/2, as logarithms of signals are in $\ln z$, the error is about
 * 1e-12 of its variation; where it matters, a rate's check by other rules includes it.
 */
export const chebyshevTable = (f: (y: number) => number): ((y: number) => number) => {
  const panels: (Float64Array | undefined)[] = []
  let lastPanel = Number.NaN
  let coefficients: Float64Array = new Float64Array(degree)
  return (y) => {
    const panel = Math.floor(y)
    if (panel !== lastPanel) {
      coefficients = panels[panel + middle] ??= fit(f, panel)
      lastPanel = panel
    }
    const t = 4 * (y - panel) - 2
    let b1 = 0
    let b2 = 0
    for (let k = degree - 1; k > 0; k--) {
      const b0 = coefficients[k]! + t * b1 - b2
      b2 = b1
      b1 = b0
    }
    return coefficients[0]! + (t / 2) * b1 - b2
  }
}

const cosines = Float64Array.from({ length: 4 * degree }, (_, k) => Math.cos((Math.PI * k) / (2 * degree)))

const fit = (f: (y: number) => number, panel: number): Float64Array => {
  const values = Float64Array.from({ length: degree }, (_, i) => f(panel + 0.5 + 0.5 * cosines[2 * i + 1]!))
  return Float64Array.from({ length: degree }, (_, k) => {
    let sum = 0
    for (let i = 0; i < degree; i++) sum += values[i]! * cosines[(k * (2 * i + 1)) % (4 * degree)]!
    return ((k === 0 ? 1 : 2) * sum) / degree
  })
}
