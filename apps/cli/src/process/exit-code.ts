import { exitCodeOfSignal, type StopSignal } from './stop-signal.js'

export const exitCodes = { fine: 0, failed: 1, invalidInput: 2 } as const

/** What was typed can't be meant; the message names it and says what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A signal has ended the command. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
  readonly exitCode: number

  constructor(signal: StopSignal, message = 'interrupted; files that were not finished have been removed') {
    super(message)
    this.exitCode = exitCodeOfSignal(signal)
  }
}

/** Told apart by name, so that reporting an error loads none of the packages that throw them. */
const invalidInputNames: ReadonlySet<string> = new Set([
  'UsageError',
  'InvalidParameterError',
  'UnknownNameError',
  'InfeasibleAllocationError',
  'MethodNotApplicableError',
  'ScenarioError',
  'StudyDirectoryError',
  'StudyResultsError',
  'MergeError',
])

export const exitCodeOf = (error: unknown): number => {
  if (error instanceof InterruptedError) return error.exitCode
  return error instanceof Error && invalidInputNames.has(error.name) ? exitCodes.invalidInput : exitCodes.failed
}
