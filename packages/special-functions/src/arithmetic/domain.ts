/**
 * Validation at the entrance of every public function. The test is one comparison in the caller; only a failure
 * comes here.
 */

/** The largest shape parameter of the incomplete functions: beyond it the continued fractions need too many terms. */
const LARGEST_SHAPE = 1e9

/** The smallest normal double. Below it 1/a overflows and a parameter has fewer than 53 significant bits. */
const SMALLEST_SHAPE = 2.2250738585072014e-308

/** Throws the RangeError that names the function, the parameter, its domain and the value. */
function outOfDomain(caller: string, parameter: string, domain: string, value: number): never {
  throw new RangeError(`${caller}: ${parameter} must be ${domain}, got ${String(value)}`)
}

/** For the parameters of the complete functions: a finite (normal) number > 0. */
export function requirePositive(caller: string, parameter: string, value: number): void {
  if (!(value >= SMALLEST_SHAPE && value <= Number.MAX_VALUE)) {
    const subnormal = value > 0 && value < SMALLEST_SHAPE
    outOfDomain(caller, parameter, subnormal ? 'a finite number > 0, not subnormal' : 'a finite number > 0', value)
  }
}

/** For the parameters of the incomplete functions: a finite (normal) number > 0, and at most 1e9. */
export function requireShape(caller: string, parameter: string, value: number): void {
  if (!(value >= SMALLEST_SHAPE && value <= LARGEST_SHAPE)) {
    requirePositive(caller, parameter, value)
    outOfDomain(caller, parameter, 'a finite number > 0, at most 1e9', value)
  }
}

/** For the limit of a beta integral: a number in [0, 1]. */
export function requireUnit(caller: string, parameter: string, value: number): void {
  if (!(value >= 0 && value <= 1)) outOfDomain(caller, parameter, 'a number in [0, 1]', value)
}

/** For the limit of a gamma integral: a number ≥ 0, and +∞ is permitted. */
export function requireNonNegative(caller: string, parameter: string, value: number): void {
  if (!(value >= 0)) outOfDomain(caller, parameter, 'a number ≥ 0 (Infinity is permitted)', value)
}

/** For probabilities of which a quantile is asked: a (normal) number > 0 and < 1. */
export function requireBetweenZeroAndOne(caller: string, parameter: string, value: number): void {
  if (!(value >= SMALLEST_SHAPE && value < 1))
    outOfDomain(caller, parameter, 'a number > 0, not subnormal, and < 1', value)
}

/** For shapes of laws whose quantiles are interpolated: a number ≥ 1, and at most 1e9. */
export function requireShapeFromOne(caller: string, parameter: string, value: number): void {
  if (!(value >= 1 && value <= LARGEST_SHAPE)) outOfDomain(caller, parameter, 'a number ≥ 1, at most 1e9', value)
}

/** For shapes of gains that are sums of exponential variates. */
export function requirePositiveInteger(caller: string, parameter: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) outOfDomain(caller, parameter, 'an integer ≥ 1', value)
}
