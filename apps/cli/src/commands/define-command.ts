import type { Command } from 'commander'
import type { Io } from '../terminal/io.js'

/**
 * Gives a command its options, its help and what it does. The last is imported when it runs, so that `--help` loads none of it.
 *
 * @param argv - all words of the command line.
 * @param programs - for a command that runs others.
 */
export type DefineCommand = (command: Command, io: Io, argv: readonly string[], programs: Programs) => void

/** Programs like the one that a command is of. */
export interface Programs {
  /** The names of their commands. */
  readonly names: readonly string[]
  /** Makes one that has the options of the commands that are named among the words. */
  readonly build: (argv: readonly string[], io: Io) => Promise<Command>
}
