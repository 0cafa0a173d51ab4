import { IsacnetError } from './isacnet-error.js'

/**
 * A quantity was asked for of a network that has none, such as the range error where no bandwidth is known.
 *
 * @example
 * new QuantityNotApplicableError('range-error', 'rmsBandwidth (B) > 0', '0').message // 'quantity ‘range-error’ requires rmsBandwidth (B) > 0, got 0'
 */
export class QuantityNotApplicableError extends IsacnetError {
  override readonly name = 'QuantityNotApplicableError'
  override readonly code = 'quantity-not-applicable'
  readonly quantity: string
  /** The requirement of the quantity, in words. */
  readonly requirement: string

  constructor(quantity: string, requirement: string, got: string) {
    super(`quantity ‘${quantity}’ requires ${requirement}, got ${got}`)
    this.quantity = quantity
    this.requirement = requirement
  }
}
