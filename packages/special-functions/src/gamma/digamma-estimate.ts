/**
 * ψ(s) for s > 0 to about four digits: enough for the first-order correction Γ(s + ε) ≈ Γ(s)(1 + ε ψ(s)) when ε is a
 * rounding error (DLMF 5.5.2, 5.11.2).
 */
export function digammaEstimate(s: number): number {
  let shifted = s
  let below = 0
  while (shifted < 4) {
    below += 1 / shifted
    shifted += 1
  }
  return Math.log(shifted) - 0.5 / shifted - 1 / (12 * shifted * shifted) - below
}
