import { CommanderError } from 'commander'
import { errorJson } from './documents/error-document.js'
import { helpRequest } from './help-request.js'
import { exitCodeOf, exitCodes } from './process/exit-code.js'
import { failureOf } from './process/failure.js'
import { buildProgram } from './program.js'
import type { Io } from './terminal/io.js'

/**
 * Runs the command line.
 *
 * @param argv - the words after the command's name.
 * @returns the exit code: 0 fine, 1 failed at run time, 2 invalid input, 128 and the signal's number when a signal has
 * ended it. Of an error, one line is written to stderr; with `--json`, it is a document on stdout too, unless that has one already.
 */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  let silent = true
  const { isTTY, columns } = io.stdout
  const write = (text: string): unknown => {
    silent = false
    return io.stdout.write(text)
  }
  try {
    const program = await buildProgram(argv, { ...io, stdout: { write, isTTY, columns } })
    await program.parseAsync([...helpRequest(argv, program)], { from: 'user' })
    return exitCodes.fine
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCodes.fine
    if (thrown instanceof CommanderError && thrown.code === 'commander.help') return exitCodes.invalidInput
    const { error, message } = failureOf(thrown)
    io.stderr.write(`isacnet: ${message}\n`)
    if (silent && argv.includes('--json')) io.stdout.write(errorJson(error, message))
    return exitCodeOf(error)
  }
}
