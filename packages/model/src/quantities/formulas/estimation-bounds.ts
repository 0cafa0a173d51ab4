import { InvalidParameterError } from '../../errors/invalid-parameter-error.js'

/** c₀ in m/s, exact by the definition of the metre. */
const speedOfLight = 299_792_458

const assertSir = (sir: number): void => {
  if (!(sir > 0)) throw new InvalidParameterError('sir', sir, 'a number > 0')
}

/**
 * The root of the Cramér–Rao bound of a target's angle, in radians, at broadside of a uniform linear array of $M_r$ elements half a
 * wavelength apart:
 *
 * $$\sqrt{\operatorname{var}\theta} \ge \sqrt{\frac{6}{\mathrm{SIR}_s\,(M_r^2-1)\,\pi^2}}.$$
 *
 * One snapshot after matched filtering, $x = a\,b(\theta) + n$, with an unknown deterministic complex amplitude a and white complex
 * Gaussian n: with $b_m = e^{j\pi m\cos\theta}$ and $\mathrm{SIR}_s = M_r|a|^2/\sigma^2$, the SIR behind the beamformer, the Fisher information of θ is
 * $2|a|^2/\sigma^2$ times the part of $\|\partial b/\partial\theta\|^2$ that is orthogonal to b, $\pi^2\sin^2\theta\,M_r(M_r^2-1)/12$. Elsewhere than at broadside
 * divide by $\sin\theta$, θ from the array's axis.
 *
 * @example
 * const degrees = (angleErrorBound(10, 10) * 180) / Math.PI
 * degrees.toFixed(3) // '1.420'
 *
 * @param sir - $\mathrm{SIR}_s$, linear, > 0.
 * @param receiveAntennas - $M_r$, an integer ≥ 2.
 * @throws {InvalidParameterError} outside that domain.
 */
export const angleErrorBound = (sir: number, receiveAntennas: number): number => {
  assertSir(sir)
  if (!(Number.isInteger(receiveAntennas) && receiveAntennas >= 2))
    throw new InvalidParameterError('receiveAntennas', receiveAntennas, 'an integer ≥ 2', 'M_r')
  return Math.sqrt(6 / (sir * (receiveAntennas - 1) * (receiveAntennas + 1))) / Math.PI
}

/**
 * The root of the Cramér–Rao bound of a target's range, in metres:
 *
 * $$\sqrt{\operatorname{var}R} \ge \frac{c_0}{4\pi B\sqrt{2\,\mathrm{SIR}_s}}.$$
 *
 * The echo of a known waveform, $x(t) = a\,s(t-\tau) + n(t)$, with an unknown deterministic complex amplitude and white complex
 * Gaussian noise; $R = c_0\tau/2$, $\mathrm{SIR}_s$ is the ratio at the output of the matched filter, and
 * $B^2 = \int(f-\bar f)^2|S(f)|^2df\big/\int|S(f)|^2df$ is the mean-square bandwidth about the spectrum's centre. The Fisher information of τ is
 * $2\,\mathrm{SIR}_s(2\pi B)^2$.
 *
 * @example
 * rangeErrorBound(10, 20e6).toFixed(3) // '0.267'
 *
 * @param sir - $\mathrm{SIR}_s$, linear, > 0.
 * @param rmsBandwidth - B in Hz, > 0.
 * @throws {InvalidParameterError} outside that domain.
 */
export const rangeErrorBound = (sir: number, rmsBandwidth: number): number => {
  assertSir(sir)
  if (!(rmsBandwidth > 0)) throw new InvalidParameterError('rmsBandwidth', rmsBandwidth, 'a number > 0', 'B')
  return speedOfLight / (4 * Math.PI * rmsBandwidth * Math.sqrt(2 * sir))
}
