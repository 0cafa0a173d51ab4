import type { Command } from 'commander'
import type { Io } from '../terminal/io.js'

/**
 * Adds a command, its options and its help to the program. What the command does is imported when it runs, so that `--help`
 * loads none of it.
 *
 * @param argv - all words of the command line.
 */
export type AddCommand = (program: Command, io: Io, argv: readonly string[]) => void
