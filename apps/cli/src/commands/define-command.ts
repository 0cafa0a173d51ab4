import type { Command } from 'commander'
import type { Io } from '../terminal/io.js'

/**
 * Gives a command its options, its help and what it does. The last is imported when it runs, so that `--help` loads none of it.
 *
 * @param argv - all words of the command line.
 */
export type DefineCommand = (command: Command, io: Io, argv: readonly string[]) => void
