import { CommanderError } from 'commander'
import { exitCodeOf, exitCodes } from './process/exit-code.js'
import { buildProgram } from './program.js'
import type { Io } from './terminal/io.js'

/**
 * Runs the command line.
 *
 * @param argv - what follows the command's name.
 * @returns the exit code: 0 fine, 1 failed at run time, 2 invalid input, 128 and the signal's number when a signal has
 * ended it. Of an error, one line is written to stderr.
 */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  try {
    await buildProgram(argv, io).parseAsync([...argv], { from: 'user' })
    return exitCodes.fine
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.fine
      if (error.code !== 'commander.help') io.stderr.write(errorLine(error.message.replace(/^error: /, '')))
      return exitCodes.invalidInput
    }
    io.stderr.write(errorLine(error instanceof Error ? error.message : String(error)))
    return exitCodeOf(error)
  }
}

const errorLine = (message: string): string => `isacnet: ${message.trim().replace(/\s*[\r\n]+\s*/g, ' ')}\n`
