import { CommanderError } from 'commander'
import { UsageError } from './exit-code.js'

/** The error with which a command has failed, and the one line that says it. */
export const failureOf = (thrown: unknown): { readonly error: unknown; readonly message: string } => {
  const error = thrown instanceof CommanderError ? new UsageError(thrown.message.replace(/^error: /, '')) : thrown
  return { error, message: oneLine(error instanceof Error ? error.message : String(error)) }
}

const oneLine = (message: string): string => message.trim().replace(/\s*[\r\n]+\s*/g, ' ')
