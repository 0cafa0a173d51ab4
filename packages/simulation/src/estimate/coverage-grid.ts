/** The SIR thresholds in dB at which coverage is counted: −20 to 50 in steps of 2. */
export const coverageThresholdsDb: readonly number[] = Array.from({ length: 36 }, (_, index) => -20 + 2 * index)

const thresholds = Float64Array.from(coverageThresholdsDb, (decibels) => 10 ** (decibels / 10))

/** How many of the SIRs exceed each threshold. */
export const countCovered = (sirs: Float64Array, counts: Float64Array): void => {
  counts.fill(0)
  const last = thresholds.length - 1
  // How many exceed just the thresholds up to this one; then cumulated from above.
  for (let i = 0; i < sirs.length; i++) {
    const sir = sirs[i]!
    if (!(sir > thresholds[0]!)) continue
    // The grid is even in decibels; rounding is put right by comparison.
    let k = Math.min(last, Math.floor(5 * Math.log10(sir) + 10))
    while (k < last && sir > thresholds[k + 1]!) k++
    while (k >= 0 && !(sir > thresholds[k]!)) k--
    if (k >= 0) counts[k]! += 1
  }
  for (let k = last; k > 0; k--) counts[k - 1]! += counts[k]!
}
