import { IsacnetError } from '@isacnet/model'

/** A text is no checkpoint from which a simulation could go on. */
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
