import { IsacnetError } from '@isacnet/model'

/** A checkpoint from which no simulation could go on, or something else in place of one. */
export class CheckpointError extends IsacnetError {
  override readonly name = 'CheckpointError'
  override readonly code = 'checkpoint'
  /** The checkpoint's fault. */
  readonly fault: string

  constructor(fault: string, options?: { readonly cause: unknown }) {
    super(`no checkpoint of a simulation: ${fault}`, options)
    this.fault = fault
  }
}
