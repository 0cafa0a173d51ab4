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
