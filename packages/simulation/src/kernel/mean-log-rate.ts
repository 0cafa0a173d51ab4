/** A random gain $G\ge0$ by its cumulants: $-\ln\mathrm E\,e^{-sG}$ for s > 0. */
export type GainExponent = (s: number) => number

/** A random power: a gain times what it arrives with. */
export interface RandomPower {
  readonly gain: GainExponent
  readonly unit: number
}

/** The powers that a receiver gets, all in one unit. */
export interface ReceivedPowers {
  readonly signal: RandomPower
  /** Independent of each other and of the signal. */
  readonly interferers: readonly RandomPower[]
  /** The rest, without randomness: noise, and the mean of what is far away. */
  readonly constant: number
}

/** $\Gamma(\text{shape},1)$. */
export const gammaGain =
  (shape: number): GainExponent =>
  (s) =>
    shape * Math.log1p(s)

/** Steps of the trapezoidal rule in ln z: its error is about $e^{-\pi^2/h}$ of the rate, 4e-12 here. */
const step = 3 / 8

/** Below this in units of the inverse sum of all powers, the integrand is linear in z: what is left out is that part of the rate. */
const least = 1e-13

/**
 * The mean rate over all gains, in nats/s/Hz:
 *
 * $$\mathrm E\ln\Bigl(1+\frac{S}{I}\Bigr)=\int_0^\infty\bigl(1-\mathrm E\,e^{-zS}\bigr)\,e^{-zc}\prod_b\mathrm E\,e^{-zI_b}\,\frac{dz}z,$$
 *
 * for a signal S and the interference $I=c+\sum_b I_b$ (Hamdi's lemma, $\ln(1+S/I)=\int_0^\infty(1-e^{-zS})e^{-zI}dz/z$). By the trapezoidal
 * rule in ln z, with a relative error below 1e-10. Infinite where nothing interferes.
 */
export const meanLogRate = ({ signal, interferers, constant }: ReceivedPowers): number => {
  if (interferers.length === 0 && constant === 0) return Number.POSITIVE_INFINITY
  const exponentAt = (z: number): number =>
    interferers.reduce((exponent, { gain, unit }) => exponent + gain(z * unit), z * constant)
  let x = 0
  // Where the exponents of signal and interference are as small as that, and linear.
  while (signal.gain(Math.exp(x) * signal.unit) + exponentAt(Math.exp(x)) > least) x -= 4
  let sum = 0
  for (; ; x += step) {
    const z = Math.exp(x)
    const term = -Math.expm1(-signal.gain(z * signal.unit)) * Math.exp(-exponentAt(z))
    sum += term
    if (!(term >= 1e-16 * sum)) return sum * step
  }
}
