import { InvalidParameterError } from '@isacnet/model'
import { assertCount, type ComplexMatrix, complexMatrix } from './complex-matrix.js'

/**
 * The steering vector of a uniform linear array with half-wavelength spacing, as a column:
 *
 * $$a(\theta) = \bigl[1, e^{j\pi\cos\theta}, \dots, e^{j\pi(M-1)\cos\theta}\bigr]^{\mathsf T}, \qquad \lVert a\rVert = \sqrt M.$$
 *
 * The cosine's rounding is multiplied by the phase: entry i errs by less than $5\cdot10^{-16}(1+i)$.
 *
 * @example
 * [...steeringVector(2, Math.PI / 3).im].map((entry) => entry.toFixed(12)) // ['0.000000000000', '1.000000000000']
 *
 * @param antennas - M, integer ≥ 1.
 * @param angle - θ in radians, from the array's axis; finite.
 * @throws {InvalidParameterError} outside that domain.
 */
export const steeringVector = (antennas: number, angle: number): ComplexMatrix => {
  assertCount('antennas', antennas)
  assertAngle('angle', angle)
  const vector = complexMatrix(antennas, 1)
  const phase = Math.PI * Math.cos(angle)
  for (let i = 0; i < antennas; i++) {
    vector.re[i] = Math.cos(i * phase)
    vector.im[i] = Math.sin(i * phase)
  }
  return vector
}

/** @throws {InvalidParameterError} unless the value is finite. */
export const assertAngle = (parameter: string, value: number): void => {
  if (!Number.isFinite(value)) throw new InvalidParameterError(parameter, value, 'a finite number of radians')
}
