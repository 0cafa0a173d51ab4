/** A parameter has a value that it may not have. */
export class InvalidParameterError extends RangeError {
  override readonly name = 'InvalidParameterError'
  /** The parameter's code name. */
  readonly parameter: string
  readonly value: unknown
  /** What the parameter may be, in words. */
  readonly permitted: string

  constructor(parameter: string, value: unknown, permitted: string, symbol?: string) {
    super(`${parameter}${symbol === undefined ? '' : ` (${symbol})`} must be ${permitted}, got ${String(value)}`)
    this.parameter = parameter
    this.value = value
    this.permitted = permitted
  }
}
