import { errorCodeOf, errorCodes, IsacnetError } from '@isacnet/model'
import { exitCodeOfSignal, type StopSignal } from './stop-signal.js'

export const exitCodes = { fine: 0, failed: 1, invalidInput: 2 } as const

/** The command line makes no sense; the message names the fault and says what is allowed. */
export class UsageError extends IsacnetError {
  override readonly name = 'UsageError'
  override readonly code = 'usage'
}

/** A signal has ended the command. */
export class InterruptedError extends IsacnetError {
  override readonly name = 'InterruptedError'
  override readonly code = 'interrupted'
  readonly exitCode: number

  constructor(signal: StopSignal, message = 'interrupted; files that were not finished have been removed') {
    super(message)
    this.exitCode = exitCodeOfSignal(signal)
  }
}

export const exitCodeOf = (error: unknown): number => {
  if (error instanceof InterruptedError) return error.exitCode
  const code = errorCodeOf(error)
  return code !== undefined && errorCodes[code].kind === 'invalid-input' ? exitCodes.invalidInput : exitCodes.failed
}
