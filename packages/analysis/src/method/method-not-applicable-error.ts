import { IsacnetError } from '@isacnet/model'

/** A method was asked for where it does not apply, such as Proposition 3 for Q ≥ 2. */
export class MethodNotApplicableError extends IsacnetError {
  override readonly name = 'MethodNotApplicableError'
  override readonly code = 'method-not-applicable'
  readonly method: string
  /** The method's requirement, in words. */
  readonly requirement: string

  constructor(method: string, requirement: string, value: string) {
    super(`method ‘${method}’ requires ${requirement}, got ${value}`)
    this.method = method
    this.requirement = requirement
  }
}
