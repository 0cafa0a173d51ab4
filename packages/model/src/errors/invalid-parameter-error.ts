import { IsacnetError } from './isacnet-error.js'

/**
 * A parameter has a value that it may not have.
 *
 * @example
 * new InvalidParameterError('usersPerCell', 0, 'an integer ≥ 1').message // 'usersPerCell must be an integer ≥ 1, got 0'
 */
export class InvalidParameterError extends IsacnetError {
  override readonly name = 'InvalidParameterError'
  override readonly code = 'invalid-parameter'
  /** The parameter's code name. */
  readonly parameter: string
  readonly value: unknown
  /** The permitted values, in words. */
  readonly permitted: string

  constructor(parameter: string, value: unknown, permitted: string, symbol?: string) {
    super(`${parameter}${symbol === undefined ? '' : ` (${symbol})`} must be ${permitted}, got ${shown(value)}`)
    this.parameter = parameter
    this.value = value
    this.permitted = permitted
  }
}

/** A value as one reads it; objects by their first members. */
const shown = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  try {
    const text = JSON.stringify(value)
    return text.length > 60 ? `${text.slice(0, 59)}…` : text
  } catch {
    return 'an object'
  }
}
