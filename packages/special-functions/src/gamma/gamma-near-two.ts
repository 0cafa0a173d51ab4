/**
 * The gamma function around 2, where the whole positive axis is reduced to: two polynomials on [−1/2, 1/2], with the
 * coefficients that scripts/coefficients.py computes (Chebyshev interpolation in 60 digits; truncation below 1e-17).
 */

/** ln Γ(2 + t) / t for |t| ≤ 1/2 (its Taylor series is DLMF 5.7.3): finite and positive at the zero of ln Γ. */
export function lnGammaSlopeAtTwo(t: number): number {
  return (
    ((((((((((((((((((6.379047507619774e-8 * t - 1.3412819758517287e-7) * t + 2.0304806751615227e-7) * t -
      4.303558760359961e-7) *
      t +
      9.578663334114758e-7) *
      t -
      2.0449201467015115e-6) *
      t +
      4.374374916915131e-6) *
      t -
      9.438458716242811e-6) *
      t +
      2.050726741605779e-5) *
      t -
      4.4926351103833334e-5) *
      t +
      9.945750909889392e-5) *
      t -
      0.00022315475074520367) *
      t +
      0.0005096695248853096) *
      t -
      0.0011927539120010226) *
      t +
      0.002890510330738737) *
      t -
      0.0073855510286681535) *
      t +
      0.02058080842778457) *
      t -
      0.06735230105319814) *
      t +
      0.3224670334241132) *
      t +
    0.42278433509846713
  )
}

/** 1 / Γ(2 + t) for |t| ≤ 1/2. */
export function reciprocalGammaNearTwo(t: number): number {
  return (
    ((((((((((((((6.365451850342688e-9 * t - 1.4258717168188387e-9) * t - 2.0551047374863304e-7) * t +
      1.3390150218113123e-6) *
      t -
      2.588987414363024e-6) *
      t -
      1.7545968270676578e-5) *
      t +
      0.00014559614124980513) *
      t -
      0.0003608378035444817) *
      t -
      0.0008043297755476945) *
      t +
      0.008023273021458766) *
      t -
      0.017645244550146086) *
      t -
      0.024552490005374752) *
      t +
      0.19109110138769153) *
      t -
      0.23309373642178705) *
      t -
      0.42278433509846713) *
      t +
    1.0
  )
}

/** ln Γ(1 + t) for 0 ≤ t ≤ 1, with the relative accuracy of a double at both of its zeros. */
export function lnGammaOnePlus(t: number): number {
  return t > 0.5 ? (t - 1) * lnGammaSlopeAtTwo(t - 1) : t * lnGammaSlopeAtTwo(t) - Math.log1p(t)
}
