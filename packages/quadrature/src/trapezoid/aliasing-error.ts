/** A lattice's sums are kept apart by the index modulo this. */
export const residues = 32

/** The residue of an index of either sign. */
export const residueOf = (index: number): number => ((index % residues) + residues) % residues

/**
 * The error of the trapezoidal rule $h\sum_k g(kh)$, from the sums over each residue of k modulo n = {@link residues}.
 *
 * By Poisson's formula the error is the integrand's spectrum at the multiples of $2\pi/h$. The n sums, each a rule of step
 * $nh$ with a shift of its own, are a discrete Fourier transform away from the spectrum at $2\pi m/(nh)$, m < n/2, with its phase, so that
 * no accident of where a kink or a peak lies between the points can hide it, as it can when two steps are compared. The estimate
 * goes on from the last of these frequencies at the rate of decay seen there, but never below a third of what $1/\omega^2$, the
 * spectrum of a kink, would leave: a kink too small to show earlier is still covered.
 *
 * @param sums - the n sums, those of closed tails included.
 * @returns an estimate of the absolute error, without that of rounding.
 */
export const aliasingError = (sums: Float64Array, step: number): number => {
  const last = step * spectrum(sums, half - 1)
  const before = step * spectrum(sums, half - 2)
  const earlier = step * spectrum(sums, half - 5)
  const amplitude = Math.max(last, before / 4)
  if (amplitude === 0) return 0
  return amplitude * Math.max(kink / 3, last / Math.max(earlier, amplitude))
}

/**
 * The same for an integrand that is known to be analytic around the axis, whose spectrum falls exponentially: from the last
 * three frequencies the estimate goes on at three quarters of the rate at which it fell over the seven before.
 */
export const analyticAliasingError = (sums: Float64Array, step: number): number => {
  const amplitude = step * Math.max(spectrum(sums, half - 1), spectrum(sums, half - 2), spectrum(sums, half - 3))
  if (amplitude === 0) return 0
  const earlier = step * Math.max(spectrum(sums, half - 8), spectrum(sums, half - 9), spectrum(sums, half - 10))
  return 4 * amplitude * Math.min(1, amplitude / earlier) ** 2
}

const half = residues / 2

/** $2\sum_{k\ge1} ((n/2-1)/kn)^2$: what a kink's spectrum leaves at the multiples of n when it is 1 at n/2 − 1. */
const kink = 2 * ((half - 1) / residues) ** 2 * (Math.PI ** 2 / 6)

/** $|\sum_r S_r e^{-2\pi i m r/n}|$. */
const spectrum = (sums: Float64Array, m: number): number => {
  let real = 0
  let imaginary = 0
  for (let r = 0; r < residues; r++) {
    const k = (m * r) % residues
    real += sums[r]! * cosines[k]!
    imaginary += sums[r]! * cosines[(k + (3 * residues) / 4) % residues]!
  }
  return Math.hypot(real, imaginary)
}

const cosines = Float64Array.from({ length: residues }, (_, k) => Math.cos((2 * Math.PI * k) / residues))
