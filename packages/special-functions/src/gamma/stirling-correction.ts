/**
 * Δ(s) = ln Γ(s) − [(s − 1/2) ln s − s + ln(2π)/2], the tail of Stirling's formula, for s ≥ 10 (DLMF 5.11.1). The
 * coefficients are B₂ₖ / (2k(2k − 1)); the first omitted term is below 2e-18 at s = 10.
 */
export function stirlingCorrection(s: number): number {
  const r = 1 / s
  const w = r * r
  return (
    r *
    (1 / 12 +
      w *
        (-1 / 360 +
          w *
            (1 / 1260 +
              w *
                (-1 / 1680 +
                  w * (1 / 1188 + w * (-691 / 360360 + w * (1 / 156 + w * (-3617 / 122400 + (w * 43867) / 244188))))))))
  )
}

/**
 * Δ(s) − Δ(s + q) for s ≥ 10 and q > 0, relative to itself however small q is: 1/s^m − 1/(s+q)^m is (1/s − 1/(s+q)) times a sum
 * of positive terms, which a recurrence in m gives.
 */
export function stirlingCorrectionDrop(s: number, q: number): number {
  const r = 1 / s
  const t = 1 / (s + q)
  const w = r * r
  const sum = r + t
  const square = t * t
  // (r^m − t^m)/(r − t) and t^m for m = 1, 3, 5, …
  let quotient = 1
  let power = t
  let total = 0
  for (let k = 0; k < COEFFICIENTS.length; k += 1) {
    total += COEFFICIENTS[k]! * quotient
    quotient = w * quotient + power * sum
    power *= square
  }
  return q * r * t * total
}

const COEFFICIENTS = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
]
