import { InvalidParameterError } from '../../errors/invalid-parameter-error.js'

/**
 * The probability with which a Swerling 1 target is detected by a square-law detector of one matched-filter output,
 *
 * $$P_d = P_\mathrm{fa}^{1/(1+\mathrm{SIR})}.$$
 *
 * The output is $x = a + n$ with a complex Gaussian echo of mean power SIR times that of the complex Gaussian disturbance n. Its power is
 * exponential with mean 1 without and 1 + SIR with a target, so that the threshold $\gamma = -\ln P_\mathrm{fa}$ has the probabilities
 * $e^{-\gamma}$ and $e^{-\gamma/(1+\mathrm{SIR})}$ (Richards, Fundamentals of Radar Signal Processing, ch. 6).
 *
 * @example
 * detectionProbability(10, 1e-6).toFixed(4) // '0.2848'
 *
 * @param sir - linear, ≥ 0; `Infinity` gives 1.
 * @param falseAlarm - P_fa, in (0, 1).
 * @throws {InvalidParameterError} outside that domain.
 */
export const detectionProbability = (sir: number, falseAlarm: number): number => {
  if (!(sir >= 0)) throw new InvalidParameterError('sir', sir, 'a number ≥ 0')
  if (!(falseAlarm > 0 && falseAlarm < 1))
    throw new InvalidParameterError('falseAlarm', falseAlarm, 'a number in (0, 1)', 'P_fa')
  return falseAlarm ** (1 / (1 + sir))
}
